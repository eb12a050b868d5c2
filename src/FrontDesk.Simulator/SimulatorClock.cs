using FrontDesk.Simulator.Time;

namespace FrontDesk.Simulator;

/// <summary>One clock for the service and the carrier: it runs with the machine's, or stands until somebody needs it to move; it can be skipped ahead.</summary>
public sealed class SimulatorClock : TimeProvider
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private static readonly TimeSpan Politeness = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan RealPatience = TimeSpan.FromSeconds(60);

    private readonly Lock gate = new();
    private readonly TimerTable timers = new();
    private readonly List<Want> wants = [];
    private readonly ITimer? machine;
    private DateTimeOffset? standing;
    private TimeSpan skipped;
    private bool pumping;

    private SimulatorClock(DateTimeOffset? start)
    {
        IsStepped = start is not null;
        standing = start?.ToUniversalTime();
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

    /// <summary>The machine's clock plus what was skipped.</summary>
    public static SimulatorClock Live() => new(null);

    /// <summary>Stands at the instant given; moves when told, or when a telephone waits for something that takes time.</summary>
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
        using var mark = new ClockTimer(this, _ => arrived.TrySetResult(), null, last: true);
        var want = new Want(arrived.Task, "the clock to be skipped", DateTimeOffset.MaxValue, skip: true);
        lock (gate)
        {
            standing ??= Now;
            mark.Due = Now + by;
            timers.Add(mark);
        }

        await PumpForAsync(want, cancel);
    }

    /// <summary>Lets time pass until the task is done, and everything of that instant with it.</summary>
    internal Task LetTimePassAsync(Task until, string what, CancellationToken cancel) =>
        IsStepped ? PumpForAsync(new Want(until, what, GetUtcNow() + Longest, skip: false), cancel) : until.WaitAsync(cancel);

    /// <summary>Waits until everything that happens at this instant has happened; time does not move.</summary>
    internal async Task QuietAsync(CancellationToken cancel)
    {
        while (true)
        {
            await Activity.WhenIdle().WaitAsync(cancel);
            var before = Activity.Begun;
            await (Settle?.Invoke(cancel) ?? Task.Delay(Politeness, System, cancel));
            if (Activity.WhenIdle().IsCompleted && Activity.Begun == before)
                return;
        }
    }

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
        var timer = new ClockTimer(this, _ => act(), null, IsStepped ? patience : null);
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

    private DateTimeOffset Now => standing ?? System.GetUtcNow() + skipped;

    private async Task PumpForAsync(Want want, CancellationToken cancel)
    {
        lock (gate)
        {
            wants.Add(want);
            if (!pumping)
                _ = Task.Run(PumpAsync, CancellationToken.None);
            pumping = true;
        }

        try
        {
            await want.WaitAsync(cancel);
        }
        finally
        {
            lock (gate)
            {
                wants.Remove(want);
                RunOnFromHere();
            }
        }

        if (IsStepped)
            await QuietAsync(cancel);
    }

    private async Task PumpAsync()
    {
        var barren = System.GetTimestamp();
        while (true)
        {
            try
            {
                await QuietAsync(CancellationToken.None);
                if (!TryMoveOn(out var next))
                    return;
                next?.Fire();
                if (next is not null)
                    barren = System.GetTimestamp();
                else if (System.GetElapsedTime(barren) > RealPatience)
                    GiveUp();
            }
            catch (Exception fault)
            {
                Collapse(fault);
                return;
            }
        }
    }

    private bool TryMoveOn(out ClockTimer? next)
    {
        lock (gate)
        {
            wants.ForEach(GiveUpIfLate);
            wants.RemoveAll(want => want.IsOver);
            next = null;
            pumping = wants.Count > 0;
            if (!pumping)
                return false;
            next = timers.Next(parkedToo: wants.Exists(want => want.Skip));
            if (next is null)
                return true;
            timers.Remove(next);
            if (next.Due > Now)
                standing = next.Due;
            if (next.Period > TimeSpan.Zero)
                SetAgain(next);
            return true;
        }
    }

    private void GiveUpIfLate(Want want)
    {
        if (Now >= want.Latest && !want.IsOver)
            want.GiveUp();
    }

    private void GiveUp()
    {
        lock (gate)
            wants.ForEach(want => want.GiveUp());
    }

    private void Collapse(Exception fault)
    {
        lock (gate)
        {
            wants.ForEach(want => want.Fail(fault));
            wants.Clear();
            pumping = false;
        }
    }

    private void SetAgain(ClockTimer timer)
    {
        timer.Due += timer.Period;
        timers.Add(timer);
    }

    private void RunOnFromHere()
    {
        if (IsStepped || standing is not { } stood || wants.Exists(want => want.Skip))
            return;
        skipped = stood - System.GetUtcNow();
        standing = null;
        ArmMachine();
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
