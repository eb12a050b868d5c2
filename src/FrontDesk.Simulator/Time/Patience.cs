namespace FrontDesk.Simulator.Time;

/// <summary>
/// While held, the timers under it do not run out merely because somebody else waits: a person who is being listened to
/// is not cut off because another call of the same test needed time. Skipping the clock fires them all the same.
/// </summary>
internal sealed class Patience(SimulatorClock clock)
{
    public HashSet<ClockTimer> Timers { get; } = [];

    public bool Held { get; private set; }

    public void Hold(bool held) => clock.Repark(this, () => Held = held);
}
