using FrontDesk.Tests.Reminders;
using FrontDesk.Tests.Support;
using FrontDesk.Web;
using FrontDesk.Web.Data;
using Xunit;

namespace FrontDesk.Tests.FullNuGet;

public sealed class HangfireClockOnSqliteTests() : HangfireClockTests(DatabaseEngine.Sqlite);

/// <summary>Its jobs lie in tables of its own, beside the desk's.</summary>
public sealed class HangfireClockOnSqlServerTests() : HangfireClockTests(DatabaseEngine.SqlServer)
{
    public override async ValueTask InitializeAsync()
    {
        await using (var books = await TestBooks.LendAsync(DatabaseEngine.SqlServer, TestContext.Current.CancellationToken))
        await using (var database = DatabaseSetup.Open(DatabaseEngine.SqlServer, books.ConnectionString))
        {
            var version = await database.ReadAsync(look => look.FirstOrDefaultAsync<string>("select @@version"), TestContext.Current.CancellationToken);
            Assert.SkipWhen(version!.Contains("Babelfish", StringComparison.Ordinal), "Hangfire makes its tables with ALTER COLUMN … NOT NULL, which Babelfish does not take.");
        }

        await base.InitializeAsync();
    }
}

public abstract class HangfireClockTests(DatabaseEngine engine) : ReminderClockContract(engine)
{
    protected override string Clock => "Hangfire";
}
