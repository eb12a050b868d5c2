using System.Globalization;

namespace FrontDesk.Desks;

/// <summary>Days on which the boss is left in peace: weekdays, and dates of her calendar. A night past midnight belongs to the day before.</summary>
public sealed record DaysOff(IReadOnlyList<DayOfWeek> Weekdays, IReadOnlyList<DateOnly> Dates)
{
    public static readonly DaysOff None = new([], []);

    private const int DaysOfAWeek = 7;

    /// <summary>As people write them: "saturday", "2026-12-25".</summary>
    public IReadOnlyList<string> Words =>
    [
        .. Weekdays.Select(day => day.ToString().ToLowerInvariant()),
        .. Dates.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];

    public bool Has(DateOnly day) => Weekdays.Contains(day.DayOfWeek) || Dates.Contains(day);

    /// <summary>Null where one of them is no day, or no day of the week is left.</summary>
    public static DaysOff? Read(IEnumerable<string> words)
    {
        var (weekdays, dates) = (new SortedSet<DayOfWeek>(), new SortedSet<DateOnly>());
        foreach (var word in words)
        {
            if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                dates.Add(date);
            }
            else if (Enum.GetValues<DayOfWeek>().Where(day => word.Equals(day.ToString(), StringComparison.OrdinalIgnoreCase)).ToList() is [var weekday])
            {
                weekdays.Add(weekday);
            }
            else
            {
                return null;
            }
        }

        return weekdays.Count == DaysOfAWeek ? null : weekdays.Count + dates.Count == 0 ? None : new DaysOff([.. weekdays], [.. dates]);
    }
}
