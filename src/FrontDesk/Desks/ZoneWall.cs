namespace FrontDesk.Desks;

/// <summary>The clock on a wall in one zone.</summary>
internal sealed class ZoneWall(string zoneName)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);

    public string Zone => zoneName;

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    public DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>The first instant at which it has reached this time: a time the clocks skip is the end of the gap, one they repeat is its first showing.</summary>
    public DateTimeOffset At(DateTime wall)
    {
        if (zone.IsInvalidTime(wall))
        {
            wall = EndOfGap(wall);
        }

        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }

    public DateTimeOffset At(DateOnly day, TimeOnly time) => At(day.ToDateTime(time));

    private DateTime EndOfGap(DateTime within)
    {
        var (skipped, valid) = (within, within.AddDays(2));
        while (valid - skipped > TimeSpan.FromSeconds(1))
        {
            var middle = skipped + TimeSpan.FromSeconds(Math.Floor((valid - skipped).TotalSeconds / 2));
            (skipped, valid) = zone.IsInvalidTime(middle) ? (middle, valid) : (skipped, middle);
        }

        return valid;
    }
}
