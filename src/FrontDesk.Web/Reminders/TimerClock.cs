namespace FrontDesk.Web.Reminders;

/// <summary>Wakes the reminder round: when something is due, when the bell is rung, and every half minute to be sure.</summary>
public sealed partial class TimerClock(ReminderRound round, ReminderBell bell, TimeProvider time, ILogger<TimerClock> log) : BackgroundService
{
    private static readonly TimeSpan AtTheLatest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TriesAgainAfter = TimeSpan.FromSeconds(5);

    private readonly Rest rest = new(time);

    /// <summary>Done once everything due by now was done, so that a clock that only moves when told may be moved on.</summary>
    public Task SettleAsync(CancellationToken cancel) => rest.SettleAsync(cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                bell.Quieten();
                var next = await WorkAsync(stoppingToken);
                await rest.UntilAsync(next, bell.Rung, stoppingToken);
            }
        }
        finally
        {
            rest.Stop();
        }
    }

    /// <returns>When to look again.</returns>
    private async Task<DateTimeOffset> WorkAsync(CancellationToken cancel)
    {
        try
        {
            var next = await round.CatchUpAsync(cancel);
            var latest = time.GetUtcNow() + AtTheLatest;
            return next < latest ? next.Value : latest;
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            // Whatever it was, the rows still say what is due.
            LogRoundFailed(log, exception);
            return time.GetUtcNow() + TriesAgainAfter;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Part of a reminder round failed; the next one follows in five seconds.")]
    private static partial void LogRoundFailed(ILogger logger, Exception exception);
}
