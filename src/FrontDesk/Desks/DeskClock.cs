namespace FrontDesk.Desks;

/// <summary>The desk's own day: what an instant reads on its wall, when it closes, and when the boss is awake, wherever she is then (T83).</summary>
public sealed class DeskClock
{
    private readonly DeskHours hours;
    private readonly DaysOff daysOff;
    private readonly ZoneWall home;
    private readonly IReadOnlyList<StaySpan> stays;

    /// <summary>The wall that is read: the desk's own, or the boss's.</summary>
    private readonly ZoneWall read;

    public DeskClock(Desk desk)
        : this(desk.Zone, desk.Hours, desk.DaysOff, desk.Stays)
    {
    }

    public DeskClock(string zoneName, DeskHours hours)
        : this(zoneName, hours, DaysOff.None)
    {
    }

    public DeskClock(string zoneName, DeskHours hours, DaysOff daysOff, IReadOnlyList<Stay>? stays = null)
        : this(hours, daysOff, new ZoneWall(zoneName), [.. (stays ?? []).Select(stay => stay.Span()).OrderBy(stay => stay.From)], read: null)
    {
    }

    private DeskClock(DeskHours hours, DaysOff daysOff, ZoneWall home, IReadOnlyList<StaySpan> stays, ZoneWall? read) =>
        (this.hours, this.daysOff, this.home, this.stays, this.read) = (hours, daysOff, home, stays, read ?? home);

    /// <summary>The same for those who may wake her: as if she never slept and had no day off.</summary>
    public DeskClock Sleepless => new(hours with { WakingFrom = default, WakingTo = default }, DaysOff.None, home, stays, read);

    public static bool Knows(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    /// <summary>What is read on the wall where the boss is at that moment: for what she is told.</summary>
    public DeskClock WhereTheBossIs(DateTimeOffset now) => new(hours, daysOff, home, stays, SpanAt(now).Wall);

    /// <summary>The zone the boss is in at that moment.</summary>
    public string BossZone(DateTimeOffset now) => SpanAt(now).Wall.Zone;

    public DateTimeOffset Local(DateTimeOffset instant) => read.Local(instant);

    public DateOnly Day(DateTimeOffset instant) => read.Day(instant);

    /// <summary>The first instant at which the desk's wall clock has reached this time: a time the clocks skip is the end of the gap, one they repeat is its first showing.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time) => home.At(day, time);

    public bool IsAwake(DateTimeOffset instant) => IsAwake(SpanAt(instant).Wall, instant);

    /// <summary>The instant itself while the boss is awake, else when she wakes.</summary>
    public DateTimeOffset NextWaking(DateTimeOffset instant)
    {
        while (true)
        {
            var (wall, until) = SpanAt(instant);
            var wakes = IsAwake(wall, instant) ? instant : WakesAfter(wall, instant);
            if (until is not { } leaves || wakes < leaves)
            {
                return wakes;
            }

            instant = leaves;
        }
    }

    /// <summary>The next time she wakes, though she be awake now. Who sleeps here when she leaves, and is awake by the clock of where she goes, wakes on the way.</summary>
    public DateTimeOffset WakesAfter(DateTimeOffset instant)
    {
        while (true)
        {
            var (wall, until) = SpanAt(instant);
            var wakes = WakesAfter(wall, instant);
            if (until is not { } leaves || wakes < leaves)
            {
                return wakes;
            }

            if (!IsAwake(wall, leaves) && IsAwake(leaves))
            {
                return leaves;
            }

            instant = leaves;
        }
    }

    /// <summary>When the desk that opened on this day closes; on the next day for one open past midnight.</summary>
    public DateTimeOffset ClosesAt(DateOnly day) => home.At(hours.Closes <= hours.Opens ? day.AddDays(1) : day, hours.Closes);

    /// <summary>The first closing after this instant.</summary>
    public DateTimeOffset NextClosing(DateTimeOffset instant)
    {
        var day = home.Day(instant).AddDays(-1);
        while (ClosesAt(day) <= instant)
        {
            day = day.AddDays(1);
        }

        return ClosesAt(day);
    }

    /// <summary>The wall the boss looks at, and until when she does.</summary>
    private (ZoneWall Wall, DateTimeOffset? Until) SpanAt(DateTimeOffset instant)
    {
        foreach (var stay in stays)
        {
            if (instant < stay.From)
            {
                return (home, stay.From);
            }

            if (instant < stay.Until)
            {
                return (stay.Wall, stay.Until);
            }
        }

        return (home, null);
    }

    private DateTimeOffset WakesAfter(ZoneWall wall, DateTimeOffset instant)
    {
        var day = wall.Day(instant);
        while (daysOff.Has(day) || wall.At(day, hours.WakingFrom) <= instant)
        {
            day = day.AddDays(1);
        }

        return wall.At(day, hours.WakingFrom);
    }

    private bool IsAwake(ZoneWall wall, DateTimeOffset instant) =>
        IsAwakeOn(wall, wall.Day(instant), instant) || IsAwakeOn(wall, wall.Day(instant).AddDays(-1), instant);

    private bool IsAwakeOn(ZoneWall wall, DateOnly day, DateTimeOffset instant) =>
        !daysOff.Has(day)
        && instant >= wall.At(day, hours.WakingFrom)
        && instant < wall.At(hours.WakingTo <= hours.WakingFrom ? day.AddDays(1) : day, hours.WakingTo);
}
