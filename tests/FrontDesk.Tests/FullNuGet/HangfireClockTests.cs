using FrontDesk.Tests.Reminders;
using FrontDesk.Web;

namespace FrontDesk.Tests.FullNuGet;

public sealed class HangfireClockOnSqliteTests() : HangfireClockTests(DatabaseEngine.Sqlite);

/// <summary>Its jobs lie in tables of its own, beside the desk's.</summary>
public sealed class HangfireClockOnSqlServerTests() : HangfireClockTests(DatabaseEngine.SqlServer);

public abstract class HangfireClockTests(DatabaseEngine engine) : ReminderClockContract(engine)
{
    protected override string Clock => "Hangfire";

    public override async ValueTask InitializeAsync()
    {
        await HangfireTables.SkipWhereRefusedAsync(Engine);
        await base.InitializeAsync();
    }
}
