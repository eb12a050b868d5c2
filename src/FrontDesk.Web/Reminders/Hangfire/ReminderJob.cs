using Hangfire;

namespace FrontDesk.Web.Reminders.Hangfire;

/// <summary>What Hangfire runs: rounds until nothing is due. It is never tried again by itself: the next sweep is soon enough, and the rows say what is due.</summary>
[AutomaticRetry(Attempts = 0)]
public sealed class ReminderJob
{
    private readonly ReminderRound round;
    private readonly HangfireClock clock;

    internal ReminderJob(ReminderRound round, HangfireClock clock) => (this.round, this.clock) = (round, clock);

    public async Task RunAsync(CancellationToken cancel)
    {
        if (await round.CatchUpAsync(cancel) is { } due)
        {
            clock.WakeAt(due);
        }
    }
}
