using FrontDesk.Web;

namespace FrontDesk.Tests.Reminders;

public sealed class TimerClockOnSqliteTests() : TimerClockTests(DatabaseEngine.Sqlite);

public sealed class TimerClockOnSqlServerTests() : TimerClockTests(DatabaseEngine.SqlServer);

public abstract class TimerClockTests(DatabaseEngine engine) : ReminderClockContract(engine)
{
    protected override string Clock => "Timer";
}
