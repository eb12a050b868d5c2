namespace FrontDesk.Simulator.Time;

/// <summary>One timer on the clock, ours or the service's.</summary>
internal sealed class ClockTimer(SimulatorClock clock, TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? context = ExecutionContext.Capture();

    /// <summary>By due instant, then in the order they were set; a skip's own mark comes last of its instant.</summary>
    public static IComparer<ClockTimer> Order { get; } = Comparer<ClockTimer>.Create(static (a, b) =>
        a.Due != b.Due ? a.Due.CompareTo(b.Due) : a.Last != b.Last ? a.Last.CompareTo(b.Last) : a.Sequence.CompareTo(b.Sequence));

    public DateTimeOffset Due { get; set; }

    public TimeSpan Period { get; set; }

    public long Sequence { get; set; }

    public bool Last { get; init; }

    /// <summary>The carrier's own: it only wakes the carrier's loop, and may fire together with others of its instant.</summary>
    public bool IsOurs { get; init; }

    public Patience? Patience { get; init; }

    public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Set(this, dueTime, period);

    public void Dispose() => clock.Forget(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Fire()
    {
        if (context is null)
            callback(state);
        else
            ExecutionContext.Run(context, static timer => ((ClockTimer)timer!).Call(), this);
    }

    private void Call() => callback(state);
}
