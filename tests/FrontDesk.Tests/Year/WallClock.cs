namespace FrontDesk.Tests.Year;

/// <summary>When a boss is awake, read off the wall minute by minute: shares nothing with the desk's own clock.</summary>
public sealed class WallClock(string zone, TimeOnly wakes, TimeOnly sleeps)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(zone);
    private readonly Dictionary<DateOnly, (DateTimeOffset From, DateTimeOffset To)> days = [];

    public DateTime Wall(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    public bool IsAwake(DateTimeOffset instant)
    {
        var today = DateOnly.FromDateTime(Wall(instant));
        return Within(today, instant) || Within(today.AddDays(-1), instant);
    }

    /// <summary>The instant itself while she is awake, else the minute at which she wakes.</summary>
    public DateTimeOffset NextAwake(DateTimeOffset instant)
    {
        for (var day = DateOnly.FromDateTime(Wall(instant)).AddDays(-1); ; day = day.AddDays(1))
        {
            if (instant < Day(day).To)
            {
                return instant > Day(day).From ? instant : Day(day).From;
            }
        }
    }

    /// <summary>The instants of a year at which the clocks of the zone are set.</summary>
    public IEnumerable<DateTimeOffset> Changes(int year)
    {
        var end = new DateTimeOffset(year + 1, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var hour = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero); hour < end; hour = hour.AddHours(1))
        {
            if (zone.GetUtcOffset(hour) != zone.GetUtcOffset(hour.AddHours(-1)))
            {
                yield return hour;
            }
        }
    }

    private bool Within(DateOnly day, DateTimeOffset instant) => instant >= Day(day).From && instant < Day(day).To;

    private (DateTimeOffset From, DateTimeOffset To) Day(DateOnly day)
    {
        if (!days.TryGetValue(day, out var found))
        {
            days[day] = found = (FirstShowing(day, wakes), FirstShowing(sleeps <= wakes ? day.AddDays(1) : day, sleeps));
        }

        return found;
    }

    /// <summary>The first minute at which the wall has got as far as that.</summary>
    private DateTimeOffset FirstShowing(DateOnly day, TimeOnly time)
    {
        var wanted = day.ToDateTime(time);
        var minute = new DateTimeOffset(wanted, TimeSpan.Zero).AddHours(-16);
        while (Wall(minute) < wanted)
        {
            minute += Minute;
        }

        return minute;
    }
}
