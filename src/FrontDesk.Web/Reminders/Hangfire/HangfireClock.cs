using Hangfire;

namespace FrontDesk.Web.Reminders.Hangfire;

/// <summary>Wakes the reminder round through Hangfire: a job for the time the next reminder is due, one at once when the bell is rung, and a sweep every minute.</summary>
internal sealed partial class HangfireClock(IBackgroundJobClient jobs, IRecurringJobManager sweeps, ReminderBell bell, TimeProvider time, ILogger<HangfireClock> log) : BackgroundService
{
    private static readonly TimeSpan TriesAgainAfter = TimeSpan.FromSeconds(1);

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

            wakesAt = second;
        }

        jobs.Schedule<ReminderJob>(job => job.RunAsync(CancellationToken.None), second);
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

    /// <summary>Until Hangfire's own books have it.</summary>
    private async Task SayAsync(Action say, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                say();
                return;
            }
            catch (BackgroundJobClientException fault)
            {
                LogNotTaken(log, fault);
                await Task.Delay(TriesAgainAfter, time, cancel);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Hangfire does not take a job; it is asked again in a second. The reminders' own rows lose nothing.")]
    private static partial void LogNotTaken(ILogger logger, Exception fault);
}
