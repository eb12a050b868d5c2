using FrontDesk.Tests.Support;
using FrontDesk.Web;
using FrontDesk.Web.Data;
using Xunit;

namespace FrontDesk.Tests.Stores;

/// <summary>
/// A store is tested on every engine: the cases stand in an abstract class, and one sealed subclass for each engine runs them. Every act
/// is run twice, as after a neighbour's failure, and every statement must be T-SQL.
/// </summary>
public abstract class StoreTest(DatabaseEngine engine) : IAsyncLifetime
{
    private TestDatabase? test;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected Database Database => test!.Database;

    public virtual async ValueTask InitializeAsync() => test = await Databases.NewAsync(engine, Cancel);

    public async ValueTask DisposeAsync()
    {
        if (test is not null)
        {
            await test.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
