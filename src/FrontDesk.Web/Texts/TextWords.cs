using System.Globalization;
using FrontDesk.Copies;
using FrontDesk.Reminders;
using FrontDesk.Sheet;
using FrontDesk.Texts;

namespace FrontDesk.Web.Texts;

/// <summary>The desk's answers to texts: one short sentence each, in one segment.</summary>
public static class TextWords
{
    public const string NothingWaits = "There is nothing to return just now.";

    public const string HowTo = "Reply 1 returned, 2 remind me in 30 minutes, 3 call me, 5 the sheet, 6 back in the office, 8 next, 9 hold all but ASAP, 0 go on.";

    /// <summary>To a stranger: gives nothing away (R9).</summary>
    public const string CallUs = "Thank you for your text. Please call us; nobody reads texts to this number.";

    public const string NoMore = "That was the last of them. Reply 8 for the first.";

    public const string ListChanged = "The list has changed. ";

    public const string GoesOn = "Nothing is held any more.";

    public const string NothingHeld = "Nothing is held.";

    private const int LongestName = 60;

    public static string Returned(SheetLine line) => $"Thank you. {Who(line)} is marked as returned.";

    /// <summary>Before a numbered list of lines.</summary>
    /// <param name="more">How many the list leaves out.</param>
    public static string Which(LineAct act, int more) => $"{Asked(act)}: which?{(more > 0 ? $" ({more} more on the sheet)" : "")}";

    public static string Snoozed(DateTimeOffset local) => $"I will remind you at {local:h:mm tt}.";

    public static string NeverReminded(SheetLine line) => $"No reminders go out for {Who(line, "that call")}.";

    public static string Held(DateTimeOffset until, DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"All but ASAP is held until {until:h:mm tt}{(until.Date == now.Date ? "" : $" {until:ddd}")}. Reply 0 to go on before.");

    public static string CallingYou(SheetLine line) => $"I will call you now and connect you with {Who(line, "the caller")}.";

    public static string CopyReady(int number, CleanCopy copy)
    {
        string[] counts = [$"{copy.ToReturn} to return", .. copy.Asap > 0 ? [$"{copy.Asap} ASAP"] : Array.Empty<string>(), .. copy.New > 0 ? [$"{copy.New} new"] : Array.Empty<string>()];
        return $"Welcome back. Clean copy {number} is ready: {string.Join(", ", counts)}.";
    }

    public static string NoNumber(SheetLine line) => $"There is no number I may ring for {Who(line, "the caller")}.";

    private static string Asked(LineAct act) => act switch
    {
        LineAct.Returned => "Returned",
        LineAct.Snooze => "Snooze",
        LineAct.CallMe => "Call me",
    };

    private static string Who(SheetLine line, string otherwise = "The caller") =>
        line.Name is { Length: > 0 } name ? Gsm7.Cut(Gsm7.Fold(name), LongestName) : otherwise;
}
