using FrontDesk.Simulator.Time;

namespace FrontDesk.Simulator;

/// <summary>One clock for the service and the carrier: it runs with the machine's, or stands until somebody needs it to move; it can be skipped ahead.</summary>
public sealed class SimulatorClock : TimeProvider
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private readonly TimerTable timers = new();
    private readonly ClockPump pump;
    private readonly ITimer? machine;
    private DateTimeOffset? standing;
    private TimeSpan skipped;

    private SimulatorClock(DateTimeOffset? start)
    {
        IsStepped = start is not null;
        standing = start?.ToUniversalTime();
        pump = new ClockPump(this);
        if (!IsStepped)
            machine = System.CreateTimer(_ => FireWhatIsDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>True when time moves only as told.</summary>
    public bool IsStepped { get; }

    /// <summary>
    /// Awaited before time moves on in stepped mode and while skipping, so that a service under test can finish what a timer woke.
    /// It must not wait for this clock. Without one, a millisecond of machine time is left to it, which proves nothing.
    /// </summary>
    public Func<CancellationToken, Task>? Settle { get; set; }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    internal Activity Activity { get; } = new();

    /// <summary>Held while timers of one instant fire, so that none of them is reacted to before all have fired.</summary>
    internal Lock Firing { get; } = new();

    /// <summary>The machine's clock plus what was skipped.</summary>
    public static SimulatorClock Live() => new(null);

    /// <summary>
    /// Stands at the instant given; moves when told, or when a telephone waits for something that takes time, and never while a request to the
    /// service is under way. A service that waits for this clock inside a webhook therefore waits in vain: show that with a live clock.
    /// </summary>
    public static SimulatorClock Stepped(DateTimeOffset start) => new(start);

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return Now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ClockTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves time on, firing every timer due on the way in order, the clock standing at each one's due instant.</summary>
    public async Task SkipAsync(TimeSpan by, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var mark = new ClockTimer(this, _ => arrived.TrySetResult(), null) { Last = true };
        var want = new Want(arrived.Task, "the clock to be skipped", DateTimeOffset.MaxValue, skip: true);
        await pump.RunForAsync(want, () => StandUntil(mark, by), cancel);
    }

    /// <summary>Lets time pass until the task is done, and everything of that instant with it.</summary>
    internal Task LetTimePassAsync(Task until, string what, CancellationToken cancel) =>
        IsStepped ? pump.RunForAsync(new Want(until, what, GetUtcNow() + Longest, skip: false), static () => { }, cancel) : until.WaitAsync(cancel);

    /// <summary>Done once the time has passed.</summary>
    internal async Task PassAsync(TimeSpan by, CancellationToken cancel, Patience? patience = null)
    {
        cancel.ThrowIfCancellationRequested();
        if (by <= TimeSpan.Zero)
            return;
        var passed = new TaskCompletionSource();
        using var timer = Start(by, () => passed.TrySetResult(), patience);
        using var stop = cancel.Register(() => passed.TrySetCanceled(cancel));
        await passed.Task;
    }

    internal ITimer Start(TimeSpan delay, Action act, Patience? patience = null)
    {
        var timer = new ClockTimer(this, _ => act(), null) { IsOurs = true, Patience = IsStepped ? patience : null };
        timer.Change(delay, Timeout.InfiniteTimeSpan);
        return timer;
    }

    internal bool Set(ClockTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        var dueNow = false;
        lock (gate)
        {
            timers.Remove(timer);
            timer.Period = period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan;
            if (dueTime < TimeSpan.Zero)
                return true;
            timer.Due = Now + dueTime;
            dueNow = dueTime == TimeSpan.Zero && timer.Period < TimeSpan.Zero;
            if (!dueNow)
                timers.Add(timer);
            ArmMachine();
        }

        if (dueNow)
            ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Fire(), timer, preferLocal: false);
        return true;
    }

    internal void Forget(ClockTimer timer)
    {
        lock (gate)
            timers.Remove(timer);
    }

    internal void Repark(Patience patience, Action change)
    {
        lock (gate)
            timers.Repark(patience, change);
    }

    /// <summary>
    /// Takes the next timer off the table and moves the standing clock to its due instant. The service's timers come one by one;
    /// the carrier's of one instant together, so that calls at the same time are at the same time.
    /// </summary>
    internal IReadOnlyList<ClockTimer> TakeNext(bool parkedToo)
    {
        lock (gate)
        {
            List<ClockTimer> taken = [];
            while (timers.Next(parkedToo) is { } next && (taken.Count == 0 || (taken[^1].IsOurs && next.IsOurs && next.Due <= Now)))
            {
                taken.Add(next);
                timers.Remove(next);
                if (next.Due > Now)
                    standing = next.Due;
                if (next.Period > TimeSpan.Zero)
                    SetAgain(next);
            }

            return taken;
        }
    }

    /// <summary>After a skip a live clock runs on from where it stands.</summary>
    internal void RunOn()
    {
        lock (gate)
        {
            if (IsStepped || standing is not { } stood)
                return;
            skipped = stood - System.GetUtcNow();
            standing = null;
            ArmMachine();
        }
    }

    private DateTimeOffset Now => standing ?? System.GetUtcNow() + skipped;

    private void StandUntil(ClockTimer mark, TimeSpan by)
    {
        lock (gate)
        {
            standing ??= Now;
            mark.Due = Now + by;
            timers.Add(mark);
        }
    }

    private void SetAgain(ClockTimer timer)
    {
        timer.Due += timer.Period;
        timers.Add(timer);
    }

    private void ArmMachine()
    {
        if (machine is null || standing is not null || timers.Next(parkedToo: true) is not { } next)
            return;
        var wait = next.Due - Now;
        machine.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private void FireWhatIsDue()
    {
        lock (gate)
        {
            while (standing is null && timers.Next(parkedToo: true) is { } next && next.Due <= Now)
            {
                timers.Remove(next);
                if (next.Period > TimeSpan.Zero)
                    SetAgain(next);
                // Each on its own, so that one slow reaction holds up no other.
                ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Fire(), next, preferLocal: false);
            }

            ArmMachine();
        }
    }
}
