using FrontDesk.Desks;

namespace FrontDesk.Copies;

/// <summary>What a desk wants of its clean copies: on which paper, when one is made by itself, and to whom they are mailed.</summary>
public sealed record CopyOrders
{
    public static readonly CopyOrders None = new();

    public Paper Paper { get; init; } = Paper.Letter;

    public IReadOnlyList<CopyTime> Times { get; init; } = [];

    public IReadOnlyList<string> MailTo { get; init; } = [];

    /// <summary>Nothing but the house's habits.</summary>
    public bool AreUsual => Paper == Paper.Letter && Times.Count == 0 && MailTo.Count == 0;

    /// <summary>The last time set by then; after an outage it stands for all that were missed.</summary>
    /// <returns>Null where there was none for more than a week.</returns>
    public DateTimeOffset? LatestBy(DateTimeOffset now, DeskClock clock) => Around(now, clock).Where(at => at <= now).Max();

    /// <summary>The first time set after then.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset now, DeskClock clock) => Around(now, clock).Where(at => at > now).Min();

    /// <summary>A week and a day either way: the same time of a week ago, whatever the clocks did since.</summary>
    private IEnumerable<DateTimeOffset?> Around(DateTimeOffset now, DeskClock clock)
    {
        const int Days = 8;
        var today = clock.Day(now);
        return from offset in Enumerable.Range(-Days, (2 * Days) + 1)
               let day = today.AddDays(offset)
               from time in Times
               where time.Days.Contains(day.DayOfWeek)
               select (DateTimeOffset?)clock.At(day, time.At);
    }
}

/// <summary>A time of the week at which a copy is made by itself, on the desk's own clock.</summary>
public sealed record CopyTime
{
    public static readonly IReadOnlyList<DayOfWeek> Weekdays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public required TimeOnly At { get; init; }

    public IReadOnlyList<DayOfWeek> Days { get; init; } = Weekdays;
}

/// <summary>The paper copies are printed on, lying on its long side.</summary>
public enum Paper
{
    Letter = 1,
    A4 = 2,
}
