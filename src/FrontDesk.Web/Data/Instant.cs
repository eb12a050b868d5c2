namespace FrontDesk.Web.Data;

/// <summary>How an instant stands in the database, on either engine: microseconds of UTC since 1970.</summary>
public static class Instant
{
    public static long ToMicroseconds(DateTimeOffset instant) =>
        (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset OfMicroseconds(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary>An aggregate over no rows is null, which the column's own reading does not know.</summary>
    public static DateTimeOffset? OfMicroseconds(long? microseconds) => microseconds is { } some ? OfMicroseconds(some) : null;
}
