using FrontDesk.Tests.Support;
using FrontDesk.Web;
using FrontDesk.Web.Data;
using Xunit;

namespace FrontDesk.Tests.FullNuGet;

internal static class HangfireTables
{
    /// <summary>Hangfire makes its tables itself, with statements that not every server of this protocol takes.</summary>
    public static async Task SkipWhereRefusedAsync(DatabaseEngine engine)
    {
        var cancel = TestContext.Current.CancellationToken;
        if (engine == DatabaseEngine.Sqlite)
        {
            return;
        }

        await using var books = await TestBooks.LendAsync(engine, cancel);
        await using var database = DatabaseSetup.Open(engine, books.ConnectionString);
        var version = await database.ReadAsync(look => look.FirstOrDefaultAsync<string>("select @@version"), cancel);
        Assert.SkipWhen(version!.Contains("Babelfish", StringComparison.Ordinal), "Hangfire makes its tables with ALTER COLUMN … NOT NULL, which Babelfish does not take.");
    }
}
