namespace FrontDesk.Copies;

/// <summary>Days of the week as people write them: "weekdays", "every day", "mon, wed, fri".</summary>
public static class CopyDays
{
    private const string Weekdays = "weekdays";
    private const string EveryDay = "every day";
    private const int Shortest = 3;

    private static readonly DayOfWeek[] All = Enum.GetValues<DayOfWeek>();

    public static string Words(IReadOnlyList<DayOfWeek> days) =>
        All.All(days.Contains) ? EveryDay
        : days.Count == CopyTime.Weekdays.Count && CopyTime.Weekdays.All(days.Contains) ? Weekdays
        : string.Join(", ", days.Order().Select(day => day.ToString().ToLowerInvariant()));

    /// <summary>Null where a word is no day; without any they are the weekdays.</summary>
    public static IReadOnlyList<DayOfWeek>? Read(string? words)
    {
        var said = (words ?? "").Trim();
        if (said.Length == 0 || said.Equals(Weekdays, StringComparison.OrdinalIgnoreCase))
        {
            return CopyTime.Weekdays;
        }

        if (said.Equals(EveryDay, StringComparison.OrdinalIgnoreCase))
        {
            return All;
        }

        var days = said.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Day).ToList();
        return days.Contains(null) ? null : [.. days.OfType<DayOfWeek>().Distinct().Order()];
    }

    private static DayOfWeek? Day(string word) =>
        word.Length >= Shortest && Array.FindAll(All, day => day.ToString().StartsWith(word, StringComparison.OrdinalIgnoreCase)) is [var one] ? one : null;
}
