namespace FrontDesk.Tests.Reminders;

/// <summary>A clock that moves only when told.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    /// <summary>How long everything takes that follows a look at it.</summary>
    public TimeSpan EachLook { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Now.UtcTicks;

    public override DateTimeOffset GetUtcNow()
    {
        var seen = Now;
        Now += EachLook;
        return seen;
    }
}
