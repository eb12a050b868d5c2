using Hangfire;

namespace FrontDesk.Web.Reminders.Hangfire;

/// <summary>
/// Wakes the reminder round through Hangfire: a job for the time the next reminder is due, one at once when the bell is rung, and a sweep every
/// minute. While Hangfire takes no jobs, rounds are made here: nobody waits for it.
/// </summary>
internal sealed partial class HangfireClock(
    IBackgroundJobClient jobs, IRecurringJobManager sweeps, ReminderRound round, ReminderBell bell, TimeProvider time, ILogger<HangfireClock> log) : BackgroundService
{
    private static readonly TimeSpan TriesAgainAfter = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private DateTimeOffset? wakesAt;

    /// <summary>A job for then, unless one of this process is set for then or sooner.</summary>
    public void WakeAt(DateTimeOffset due)
    {
        // Hangfire keeps whole seconds and drops the rest: such a job would come before its time and find nothing due.
        var second = new DateTimeOffset((due.UtcTicks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
        lock (gate)
        {
            if (wakesAt > time.GetUtcNow() && wakesAt <= second)
            {
                return;
            }

            // Only what Hangfire has taken is set.
            jobs.Schedule<ReminderJob>(job => job.RunAsync(CancellationToken.None), second);
            wakesAt = second;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await SayAsync(() => sweeps.AddOrUpdate<ReminderJob>("reminders", job => job.RunAsync(CancellationToken.None), Cron.Minutely), stoppingToken);
        while (true)
        {
            bell.Quieten();
            await SayAsync(() => jobs.Enqueue<ReminderJob>(job => job.RunAsync(CancellationToken.None)), stoppingToken);
            await bell.Rung.WaitAsync(stoppingToken);
        }
    }

    /// <summary>Until Hangfire's own books have it, and as long as they do not, what it would have done.</summary>
    private async Task SayAsync(Action say, CancellationToken cancel)
    {
        while (!await IsTakenAsync(say, cancel))
        {
            await Task.Delay(TriesAgainAfter, time, cancel);
        }
    }

    private async Task<bool> IsTakenAsync(Action say, CancellationToken cancel)
    {
        try
        {
            say();
            return true;
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            LogNotTaken(log, fault);
        }

        try
        {
            await round.CatchUpAsync(cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            // Whatever it was, the rows still say what is due.
            LogRoundFailed(log, fault);
        }

        return false;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Hangfire does not take a job. It is asked again every five seconds, and until it does the desk makes its rounds without it: no reminder is lost.")]
    private static partial void LogNotTaken(ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Part of a reminder round failed; the next one follows in five seconds.")]
    private static partial void LogRoundFailed(ILogger logger, Exception fault);
}
