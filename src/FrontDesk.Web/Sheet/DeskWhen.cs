using System.Globalization;

namespace FrontDesk.Web.Sheet;

/// <summary>Says when something was, as the desk's own clock and calendar have it.</summary>
public sealed record DeskWhen(TimeZoneInfo Zone, DateTimeOffset Now)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>The city of the zone, to say whose time it is: "Los Angeles".</summary>
    public string City => Zone.Id[(Zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>"10:42 am" today, "Tue 10:42 am" in the week before, else "Nov 3, 10:42 am", with the year where it is another.</summary>
    public string At(DateTimeOffset instant)
    {
        var then = TimeZoneInfo.ConvertTime(instant, Zone);
        var today = TimeZoneInfo.ConvertTime(Now, Zone);
        var days = (today.Date - then.Date).Days;
        var format = days switch
        {
            0 => "h:mm tt",
            > 0 and < 7 => "ddd h:mm tt",
            _ when then.Year == today.Year => "MMM d, h:mm tt",
            _ => "MMM d, yyyy, h:mm tt",
        };
        return then.ToString(format, English).Replace("AM", "am", StringComparison.Ordinal).Replace("PM", "pm", StringComparison.Ordinal);
    }

    /// <summary>"12 min ago".</summary>
    public string Ago(DateTimeOffset instant) => (Now - instant) switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } passed => $"{(int)passed.TotalMinutes} min ago",
        { TotalDays: < 1 } passed => $"{(int)passed.TotalHours} h ago",
        { TotalDays: < 2 } => "a day ago",
        var passed => $"{(int)passed.TotalDays} days ago",
    };

    /// <summary>For programs, in UTC: what a time element carries.</summary>
    public static string Machine(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
