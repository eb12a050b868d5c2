namespace FrontDesk.Web.Reminders;

/// <summary>Wakes the reminder round: when something is due, when the bell is rung, and every half minute to be sure.</summary>
public sealed partial class TimerClock(ReminderRound round, ReminderBell bell, TimeProvider time, ILogger<TimerClock> log) : BackgroundService
{
    private static readonly TimeSpan AtTheLatest = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private TaskCompletionSource slept = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset? sleepsUntil;

    /// <summary>Done once everything due by now was done, so that a clock that only moves when told may be moved on.</summary>
    public async Task SettleAsync(CancellationToken cancel)
    {
        while (!IsAtRest(out var next))
        {
            await next.WaitAsync(cancel);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                bell.Quieten();
                await SleepAsync(await WorkAsync(stoppingToken), stoppingToken);
            }
        }
        finally
        {
            Sleep(DateTimeOffset.MaxValue);
        }
    }

    /// <returns>When to look again.</returns>
    private async Task<DateTimeOffset> WorkAsync(CancellationToken cancel)
    {
        try
        {
            while (await round.RunAsync(cancel))
            {
            }

            var next = await round.NextAsync(cancel);
            var latest = time.GetUtcNow() + AtTheLatest;
            // What is due and was left by a round stays left for a while.
            return next > time.GetUtcNow() && next < latest ? next.Value : latest;
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            // Whatever it was, the rows still say what is due.
            LogRoundFailed(log, exception);
            return time.GetUtcNow() + AtTheLatest;
        }
    }

    private async Task SleepAsync(DateTimeOffset until, CancellationToken cancel)
    {
        using var rung = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var delay = Task.Delay(until - time.GetUtcNow() is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero, time, rung.Token);
        Sleep(until);
        await Task.WhenAny(delay, bell.Rung);
        Wake();
        await rung.CancelAsync();
        cancel.ThrowIfCancellationRequested();
    }

    private void Sleep(DateTimeOffset until)
    {
        lock (gate)
        {
            sleepsUntil = until;
            slept.TrySetResult();
        }
    }

    private void Wake()
    {
        lock (gate)
        {
            sleepsUntil = null;
            slept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <param name="next">What to wait for before asking again.</param>
    private bool IsAtRest(out Task next)
    {
        lock (gate)
        {
            next = slept.Task;
            if (sleepsUntil is null)
            {
                return false;
            }

            // It was woken and has not noticed yet: that takes no time of the desk's, only of the machine's.
            next = Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
            return sleepsUntil == DateTimeOffset.MaxValue || (!bell.IsRung && sleepsUntil > time.GetUtcNow());
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A reminder round failed; the next one follows in half a minute.")]
    private static partial void LogRoundFailed(ILogger logger, Exception exception);
}
