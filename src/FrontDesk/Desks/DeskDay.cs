using System.Globalization;

namespace FrontDesk.Desks;

/// <summary>How the desk speaks of a day and a time: "10:42" today, "Friday 10:42" this week, "3 March 10:42" before.</summary>
public static class DeskDay
{
    public static string Moment(DateTimeOffset instant, DeskClock clock, DateTimeOffset now) =>
        IsToday(instant, clock, now) ? Time(instant, clock) : $"{DayName(instant, clock, now)} {Time(instant, clock)}";

    /// <summary>As a voice says it: "3:10 PM", "Friday 3:10 PM".</summary>
    public static string Spoken(DateTimeOffset instant, DeskClock clock, DateTimeOffset now)
    {
        var time = clock.Local(instant).ToString("h:mm tt", CultureInfo.InvariantCulture);
        return IsToday(instant, clock, now) ? time : $"{DayName(instant, clock, now)} {time}";
    }

    /// <summary>As in a text, where every sign counts: "Fri 10:42", "3 Mar 10:42".</summary>
    public static string Short(DateTimeOffset instant, DeskClock clock, DateTimeOffset now) =>
        IsToday(instant, clock, now) ? Time(instant, clock) : $"{DayName(instant, clock, now, "ddd", "d MMM")} {Time(instant, clock)}";

    /// <summary>"today", "on Friday", "on 3 March".</summary>
    public static string Day(DateTimeOffset instant, DeskClock clock, DateTimeOffset now) =>
        IsToday(instant, clock, now) ? "today" : $"on {DayName(instant, clock, now)}";

    private static bool IsToday(DateTimeOffset instant, DeskClock clock, DateTimeOffset now) => clock.Day(instant) == clock.Day(now);

    private static string DayName(DateTimeOffset instant, DeskClock clock, DateTimeOffset now, string near = "dddd", string far = "d MMMM")
    {
        var day = clock.Day(instant);
        var daysAgo = clock.Day(now).DayNumber - day.DayNumber;
        return day.ToString(daysAgo is > 0 and < 7 ? near : far, CultureInfo.InvariantCulture);
    }

    private static string Time(DateTimeOffset instant, DeskClock clock) => clock.Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);
}
