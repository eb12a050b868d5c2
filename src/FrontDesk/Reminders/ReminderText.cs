using FrontDesk.Desks;
using FrontDesk.Sheet;

namespace FrontDesk.Reminders;

/// <summary>What a reminder says in a text: who, on which number, regarding what, when. Nothing else leaves the desk.</summary>
public static class ReminderText
{
    /// <summary>The digits the boss may answer with.</summary>
    public const string ReplyHint = ". Reply 1 returned, 2 snooze 30m, 3 call me";

    private const string Missed = " (missed while down)";
    private const int LongestName = 40;
    private const int ShortestRegarding = 8;
    private const int MostExtension = 6;

    /// <summary>One segment, always, with the reply hint whole: "FrontDesk: ASAP John Smith 310-555-0142 re Big Merger, 11:10. Reply 1 …".</summary>
    public static string ForAsap(SheetLine line, DeskClock clock, DateTimeOffset now)
    {
        const string first = "FrontDesk: ASAP ";
        var last = $", {When(line, clock, now)}{ReplyHint}";
        return first + Who(line, Gsm7.SingleSegment - Gsm7.Septets(first) - Gsm7.Septets(last)) + last;
    }

    /// <summary>Word of a call that nobody took, on a phone that is not the one reminded: one segment, and nothing to answer.</summary>
    public static string Word(SheetLine line, DeskClock clock, DateTimeOffset now)
    {
        const string first = "FrontDesk: ASAP ";
        var last = $", {When(line, clock, now)}. It is on your sheet";
        return first + Who(line, Gsm7.SingleSegment - Gsm7.Septets(first) - Gsm7.Septets(last)) + last;
    }

    /// <summary>For the assistant, who cannot answer it: one segment.</summary>
    public static string ForAssistant(SheetLine line, DeskClock clock, DateTimeOffset now)
    {
        const string first = "FrontDesk, not returned yet: ASAP ";
        var last = $", {When(line, clock, now)}. It is on the sheet";
        return first + Who(line, Gsm7.SingleSegment - Gsm7.Septets(first) - Gsm7.Septets(last)) + last;
    }

    /// <summary>Several calls in one text, in the order given: two segments at most, and how many more there are.</summary>
    /// <param name="expired">How many of them came due so long ago that they were not told of by themselves.</param>
    public static string Digest(IReadOnlyList<SheetLine> lines, DeskClock clock, DateTimeOffset now, int expired = 0) => Numbered(lines, clock, now, expired).Text;

    /// <summary>A digest, and how many of the lines it tells.</summary>
    /// <inheritdoc cref="Digest" path="/param"/>
    public static (string Text, int Told) Numbered(IReadOnlyList<SheetLine> lines, DeskClock clock, DateTimeOffset now, int expired = 0)
    {
        var text = $"FrontDesk: {lines.Count} to return{(expired == 0 ? "" : $", {expired} overdue")}. ";
        for (var told = 0; told < lines.Count; told++)
        {
            var entry = Entry(lines[told], told + 1, clock, now);
            var separator = told == 0 ? "" : "; ";
            var left = lines.Count - told - 1;
            var room = (2 * Gsm7.PartSegment) - (left == 0 ? 0 : Gsm7.Septets(More(left)));
            if (Gsm7.Septets(text + separator + entry) > room)
            {
                return (text + More(left + 1), told);
            }

            text += separator + entry;
        }

        return (text, lines.Count);
    }

    /// <summary>One line of the sheet, in one segment: "2 of 5: ASAP John Smith 310-555-0142 re Big Merger, 11:10. Reply 1 …".</summary>
    public static string One(SheetLine line, int place, int lines, DeskClock clock, DateTimeOffset now)
    {
        var first = $"{place} of {lines}: {(line.Code == CallCode.CallAsap ? "ASAP " : "")}";
        var last = $", {When(line, clock, now)}{ReplyHint}, 8 next";
        return first + Who(line, Gsm7.SingleSegment - Gsm7.Septets(first) - Gsm7.Septets(last)) + last;
    }

    /// <summary>A question about several lines, every one of them told, in two segments at most: "1) John Smith, 11:10; 2) …".</summary>
    public static string Which(string question, IReadOnlyList<SheetLine> lines, DeskClock clock, DateTimeOffset now)
    {
        const string last = ". Reply the number.";
        var room = ((2 * Gsm7.PartSegment) - Gsm7.Septets(question) - Gsm7.Septets(last)) / lines.Count;
        return question + string.Join(";", lines.Select((line, index) => $" {index + 1}) {Choice(line, room - " 1) ;".Length, clock, now)}")) + last;
    }

    private static string Choice(SheetLine line, int septets, DeskClock clock, DateTimeOffset now)
    {
        var when = $", {When(line, clock, now)}";
        var name = Gsm7.Fold(line.Name ?? "");
        var who = Gsm7.Cut(name.Length > 0 ? name : Number(line) is { Length: > 0 } number ? number : "no name", Math.Min(LongestName, septets));
        return Gsm7.Septets(who + when) <= septets ? who + when : who;
    }

    private static string More(int lines) => $"; +{lines} more";

    private static string Entry(SheetLine line, int place, DeskClock clock, DateTimeOffset now) =>
        $"{place}) {(line.Code == CallCode.CallAsap ? "ASAP " : "")}{Who(line, 70)}, {When(line, clock, now)}";

    /// <summary>Name, number and what it is regarding, within so many septets; the number is never cut.</summary>
    private static string Who(SheetLine line, int septets)
    {
        var number = Number(line);
        var name = Gsm7.Cut(Gsm7.Fold(line.Name ?? ""), Math.Min(LongestName, septets - Gsm7.Septets(number) - 1));
        var who = name.Length > 0 ? $"{name} {number}" : number.Length > 0 ? number : "no name";
        who = number.Length > 0 ? who : $"{who.TrimEnd()}, no number";
        var room = septets - Gsm7.Septets(who) - " re ".Length;
        var regarding = room < ShortestRegarding ? "" : Gsm7.Cut(Gsm7.Fold(line.Regarding ?? ""), room).TrimEnd('.');
        return regarding.Length > 0 ? $"{who} re {regarding}" : line.IsMissed && Gsm7.Septets(who + Missed) <= septets ? who + Missed : who;
    }

    private static string Number(SheetLine line) => line.Numbers.Count > 0 ? $"{line.Numbers[0].Shown}{(line.ExtensionOf(line.Numbers[0]) is { Length: <= MostExtension } extension ? $" x{extension}" : "")}" : Gsm7.Cut(Gsm7.Fold(line.NumberAsHeard ?? ""), 24);

    private static string When(SheetLine line, DeskClock clock, DateTimeOffset now) =>
        DeskDay.Short(line.ReceivedAt, clock, now) + (line.TimesCalled > 1 ? $" x{line.TimesCalled}" : "");
}
