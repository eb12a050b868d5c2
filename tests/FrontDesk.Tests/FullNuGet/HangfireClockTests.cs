using FrontDesk.Tests.Reminders;

namespace FrontDesk.Tests.FullNuGet;

public sealed class HangfireClockTests : ReminderClockContract
{
    protected override string Clock => "Hangfire";
}
