using FrontDesk.Copies;
using FrontDesk.Reminders;
using FrontDesk.Sheet;

namespace FrontDesk.Web.Texts;

/// <summary>The desk's answers to texts: one short sentence each, in one segment.</summary>
public static class TextWords
{
    public const string NothingWaits = "There is nothing to return just now.";

    public const string HowTo = "Reply 1 returned, 2 remind me in 30 minutes, 3 call me, 5 the sheet, 6 back in the office.";

    /// <summary>To a stranger: gives nothing away (R9).</summary>
    public const string CallUs = "Thank you for your text. Please call us; nobody reads texts to this number.";

    private const int LongestName = 60;

    public static string Returned(SheetLine line) => $"Thank you. {Who(line)} is marked as returned.";

    public static string Several(int calls) => $"That was about {calls} calls. Please mark them on your sheet.";

    public static string Snoozed(DateTimeOffset local) => $"I will remind you at {local:h:mm tt}.";

    public static string CallingYou(SheetLine line) => $"I will call you now and connect you with {Who(line, "the caller")}.";
    public static string CopyReady(int number, CleanCopy copy)
    {
        string[] counts = [$"{copy.ToReturn} to return", .. copy.Asap > 0 ? [$"{copy.Asap} ASAP"] : Array.Empty<string>(), .. copy.New > 0 ? [$"{copy.New} new"] : Array.Empty<string>()];
        return $"Welcome back. Clean copy {number} is ready: {string.Join(", ", counts)}.";
    }

    public static string NoNumber(SheetLine line) => $"There is no number I may ring for {Who(line, "the caller")}.";

    private static string Who(SheetLine line, string otherwise = "The caller") =>
        line.Name is { Length: > 0 } name ? Gsm7.Cut(Gsm7.Fold(name), LongestName) : otherwise;
}
