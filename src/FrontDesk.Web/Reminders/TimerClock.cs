namespace FrontDesk.Web.Reminders;

/// <summary>Wakes the reminder round: when something is due, when the bell is rung, and every half minute to be sure.</summary>
public sealed partial class TimerClock(ReminderRound round, ReminderBell bell, TimeProvider time, ILogger<TimerClock> log) : BackgroundService
{
    private static readonly TimeSpan AtTheLatest = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private TaskCompletionSource slept = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task? alarm;
    private bool stopped;

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
            Stop();
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
            return time.GetUtcNow() + AtTheLatest;
        }
    }

    private async Task SleepAsync(DateTimeOffset until, CancellationToken cancel)
    {
        using var rung = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        // Task.Delay drops what is less than a millisecond, and would wake before the time again and again.
        var left = TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling((until - time.GetUtcNow()).TotalMilliseconds)));
        var goesOff = Task.Delay(left, time, rung.Token);
        Sleep(goesOff);
        await Task.WhenAny(goesOff, bell.Rung);
        Wake();
        await rung.CancelAsync();
        cancel.ThrowIfCancellationRequested();
    }

    private void Sleep(Task goesOff)
    {
        lock (gate)
        {
            alarm = goesOff;
            slept.TrySetResult();
        }
    }

    private void Stop()
    {
        lock (gate)
        {
            stopped = true;
            slept.TrySetResult();
        }
    }

    private void Wake()
    {
        lock (gate)
        {
            alarm = null;
            slept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <param name="next">What to wait for before asking again.</param>
    private bool IsAtRest(out Task next)
    {
        lock (gate)
        {
            next = slept.Task;
            if (stopped || alarm is null)
            {
                return stopped;
            }

            // It was woken and has not noticed yet: that takes no time of the desk's, only of the machine's.
            next = Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
            return !bell.IsRung && !alarm.IsCompleted;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A reminder round failed; the next one follows in half a minute.")]
    private static partial void LogRoundFailed(ILogger logger, Exception exception);
}
