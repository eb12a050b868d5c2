namespace FrontDesk.Tests.Sheet;

/// <summary>A clock that stands still until it is set; its timers run on the machine's own time.</summary>
public sealed class WallClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now;

    public override DateTimeOffset GetUtcNow() => now;

    public void Skip(TimeSpan time) => now += time;
}
