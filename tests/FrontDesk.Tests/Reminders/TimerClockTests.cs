namespace FrontDesk.Tests.Reminders;

public sealed class TimerClockTests : ReminderClockContract
{
    protected override string Clock => "Timer";
}
