using System.Globalization;

namespace FrontDesk.Simulator.Rest;

/// <summary>Twilio's date filters: whole days in UTC, whatever time of day is given.</summary>
internal static class Days
{
    /// <summary>Name alone means on that day; name&lt; up to the midnight it begins with; name&gt; from that midnight on.</summary>
    public static bool Match(RestRequest request, string name, DateTimeOffset? instant)
    {
        var (on, before, after) = (Day(request[name]), Day(request[name + "<"]), Day(request[name + ">"]));
        if (on is null && before is null && after is null)
            return true;
        return instant?.UtcDateTime is { } at
            && (on is null || DateOnly.FromDateTime(at) == on)
            && (before is null || at <= before.Value.ToDateTime(TimeOnly.MinValue))
            && (after is null || at >= after.Value.ToDateTime(TimeOnly.MinValue));
    }

    private static DateOnly? Day(string? given) =>
        DateTimeOffset.TryParse(given, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? DateOnly.FromDateTime(instant.UtcDateTime)
            : null;
}
