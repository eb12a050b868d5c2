using FrontDesk.Reminders;
using FrontDesk.Sheet;

namespace FrontDesk.Web.Texts;

/// <summary>The desk's answers to texts: one short sentence each, in one segment.</summary>
public static class TextWords
{
    public const string NothingWaits = "There is nothing to return just now.";

    public const string HowTo = "Reply 1 returned, 2 remind me in 30 minutes, 3 call me, 5 the sheet.";

    /// <summary>To a stranger: gives nothing away (R9).</summary>
    public const string CallUs = "Thank you for your text. Please call us; nobody reads texts to this number.";

    private const int LongestName = 60;

    public static string Returned(SheetLine line) => $"Thank you. {Who(line)} is marked as returned.";

    public static string Several(int calls) => $"That was about {calls} calls. Please mark them on your sheet.";

    public static string Snoozed(DateTimeOffset local) => $"I will remind you at {local:h:mm tt}.";

    public static string NotYet(SheetLine line) => line.Numbers.Count > 0
        ? $"I can't connect calls yet. {Who(line)} is on {line.Numbers[0].Shown}."
        : $"I can't connect calls yet. {Who(line)} left no number.";

    private static string Who(SheetLine line) =>
        line.Name is { Length: > 0 } name ? Gsm7.Cut(Gsm7.Fold(name), LongestName) : "The caller";
}
