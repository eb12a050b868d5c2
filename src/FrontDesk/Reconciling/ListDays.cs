namespace FrontDesk.Reconciling;

/// <summary>Which days' lists are to be read. The carrier counts in days of UTC, and its lists change while they are read and for a while after.</summary>
public static class ListDays
{
    /// <summary>
    /// A day is read anew until it was read to its end this long after it was over: longer than any call lasts, and long enough that what slipped
    /// from one page to the next while somebody read is seen by one of the many rounds in between (R59).
    /// </summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    /// <summary>The carrier keeps its lists for thirteen months.</summary>
    private const int MostDaysBack = 395;

    /// <summary>How far the first round of all looks back in a log that was there before it.</summary>
    private static readonly TimeSpan FirstLookBack = TimeSpan.FromDays(7);

    /// <summary>Newest first: those who rang just now wait most.</summary>
    /// <param name="read">When each day's list was last read to its end.</param>
    public static IReadOnlyList<DateOnly> ToRead(DateTimeOffset since, DateTimeOffset now, IReadOnlyDictionary<DateOnly, DateTimeOffset> read)
    {
        var today = Day(now);
        var first = Math.Max(Day(since).DayNumber, today.DayNumber - MostDaysBack);
        return
        [
            .. Enumerable.Range(0, Math.Max(0, today.DayNumber - first + 1))
                .Select(back => today.AddDays(-back))
                .Where(day => !(read.TryGetValue(day, out var at) && at >= End(day) + Overlap)),
        ];
    }

    /// <summary>From when on calls are this desk's to answer for: its first one, but no more than a week back; for a new desk, now.</summary>
    /// <param name="firstCall">On the log; null where there is none.</param>
    public static DateTimeOffset FirstSince(DateTimeOffset? firstCall, DateTimeOffset now) =>
        firstCall is not { } first || first > now ? now
        : first > now - FirstLookBack ? first
        : now - FirstLookBack;

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private static DateTimeOffset End(DateOnly day) => new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
