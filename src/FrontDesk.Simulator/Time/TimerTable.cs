namespace FrontDesk.Simulator.Time;

/// <summary>The timers that are set, in order of due time. Guarded by the clock's lock.</summary>
internal sealed class TimerTable
{
    private readonly SortedSet<ClockTimer> running = new(ClockTimer.Order);
    private readonly SortedSet<ClockTimer> parked = new(ClockTimer.Order);
    private long sequence;

    public void Add(ClockTimer timer)
    {
        timer.Sequence = ++sequence;
        timer.Patience?.Timers.Add(timer);
        SetFor(timer).Add(timer);
    }

    public void Remove(ClockTimer timer)
    {
        timer.Patience?.Timers.Remove(timer);
        if (!running.Remove(timer))
            parked.Remove(timer);
    }

    public void Repark(Patience patience, Action change)
    {
        var moving = patience.Timers.ToArray();
        foreach (var timer in moving)
            SetFor(timer).Remove(timer);
        change();
        foreach (var timer in moving)
            SetFor(timer).Add(timer);
    }

    public ClockTimer? Next(bool parkedToo)
    {
        if (!parkedToo || parked.Min is not { } waiting)
            return running.Min;
        return running.Min is { } next && ClockTimer.Order.Compare(next, waiting) < 0 ? next : waiting;
    }

    private SortedSet<ClockTimer> SetFor(ClockTimer timer) => timer.Patience is { Held: true } ? parked : running;
}
