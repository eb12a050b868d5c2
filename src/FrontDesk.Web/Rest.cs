namespace FrontDesk.Web;

/// <summary>Where a background round sleeps between two of its rounds, so that a clock that only moves when told is moved on only while it does.</summary>
internal sealed class Rest(TimeProvider time)
{
    /// <summary>Who wakes a round that goes by time alone.</summary>
    private static readonly Task Nobody = new TaskCompletionSource().Task;

    private readonly Lock gate = new();
    private TaskCompletionSource slept = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (Task Alarm, Task Woken)? asleep;
    private bool stopped;

    /// <summary>Sleeps until then, or until it is woken.</summary>
    public async Task UntilAsync(DateTimeOffset then, Task woken, CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        // Task.Delay drops what is less than a millisecond, and would wake before the time again and again.
        var left = TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling((then - time.GetUtcNow()).TotalMilliseconds)));
        var alarm = Task.Delay(left, time, either.Token);
        Sleep(alarm, woken);
        await Task.WhenAny(alarm, woken);
        Wake();
        await either.CancelAsync();
        cancel.ThrowIfCancellationRequested();
    }

    /// <summary>Round after round, and so much rest between two of them, until it is cancelled. One that fails is told of, and the next goes on.</summary>
    public async Task BetweenAsync(TimeSpan span, Func<CancellationToken, Task> round, Action<Exception> fails, CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                try
                {
                    await round(cancel);
                }
                catch (Exception fault) when (!cancel.IsCancellationRequested)
                {
                    fails(fault);
                }

                await UntilAsync(time.GetUtcNow() + span, Nobody, cancel);
            }
        }
        finally
        {
            Stop();
        }
    }

    /// <summary>Nothing happens here any more.</summary>
    public void Stop()
    {
        lock (gate)
        {
            stopped = true;
            slept.TrySetResult();
        }
    }

    /// <summary>Done once everything due by now was done.</summary>
    public async Task SettleAsync(CancellationToken cancel)
    {
        while (!IsReached(out var next))
        {
            await next.WaitAsync(cancel);
        }
    }

    private void Sleep(Task alarm, Task woken)
    {
        lock (gate)
        {
            asleep = (alarm, woken);
            slept.TrySetResult();
        }
    }

    private void Wake()
    {
        lock (gate)
        {
            asleep = null;
            slept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <param name="next">What to wait for before asking again.</param>
    private bool IsReached(out Task next)
    {
        lock (gate)
        {
            next = slept.Task;
            if (stopped || asleep is not { } now)
            {
                return stopped;
            }

            // It was woken and has not noticed yet: that takes no time of the desk's, only of the machine's.
            next = Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
            return !now.Alarm.IsCompleted && !now.Woken.IsCompleted;
        }
    }
}
