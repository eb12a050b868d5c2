namespace FrontDesk.Desks;

/// <summary>The desk's own day: what an instant reads on the boss's wall, and when she is awake or the desk closes.</summary>
public sealed class DeskClock(string zoneName, DeskHours hours, DaysOff daysOff)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);

    public DeskClock(Desk desk)
        : this(desk.Zone, desk.Hours, desk.DaysOff)
    {
    }

    public DeskClock(string zoneName, DeskHours hours)
        : this(zoneName, hours, DaysOff.None)
    {
    }

    /// <summary>The same for those who may wake her: as if she never slept and had no day off.</summary>
    public DeskClock Sleepless => new(zoneName, hours with { WakingFrom = default, WakingTo = default }, DaysOff.None);

    public static bool Knows(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    public DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>The first instant at which the wall clock has reached this time: a time the clocks skip is the end of the gap, one they repeat is its first showing.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var wall = day.ToDateTime(time);
        if (zone.IsInvalidTime(wall))
        {
            wall = EndOfGap(wall);
        }

        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }

    public bool IsAwake(DateTimeOffset instant) => IsAwakeOn(Day(instant), instant) || IsAwakeOn(Day(instant).AddDays(-1), instant);

    /// <summary>The instant itself while the boss is awake, else when she wakes.</summary>
    public DateTimeOffset NextWaking(DateTimeOffset instant)
    {
        if (IsAwake(instant))
        {
            return instant;
        }

        return WakesAfter(instant);
    }

    /// <summary>The next time she wakes, though she be awake now.</summary>
    public DateTimeOffset WakesAfter(DateTimeOffset instant)
    {
        var day = Day(instant);
        while (daysOff.Has(day) || At(day, hours.WakingFrom) <= instant)
        {
            day = day.AddDays(1);
        }

        return At(day, hours.WakingFrom);
    }

    /// <summary>When the desk that opened on this day closes; on the next day for one open past midnight.</summary>
    public DateTimeOffset ClosesAt(DateOnly day) => At(hours.Closes <= hours.Opens ? day.AddDays(1) : day, hours.Closes);

    /// <summary>The first closing after this instant.</summary>
    public DateTimeOffset NextClosing(DateTimeOffset instant)
    {
        var day = Day(instant).AddDays(-1);
        while (ClosesAt(day) <= instant)
        {
            day = day.AddDays(1);
        }

        return ClosesAt(day);
    }

    private bool IsAwakeOn(DateOnly day, DateTimeOffset instant) =>
        !daysOff.Has(day)
        && instant >= At(day, hours.WakingFrom)
        && instant < At(hours.WakingTo <= hours.WakingFrom ? day.AddDays(1) : day, hours.WakingTo);

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
