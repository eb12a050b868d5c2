using FrontDesk.Sheet;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Pages;

/// <summary>What callers said, or somebody typed, as a page shows it: the books keep every sign of it, a page leaves out those that turn the text around them.</summary>
internal static class ShownText
{
    private const int LongestQuoted = 40;

    /// <summary>What was typed, in a sentence that refuses it.</summary>
    public static string Quoted(string? typed) => $"\"{PlainText.Cut(PlainText.ForShowing(typed ?? ""), LongestQuoted)}\"";

    public static SheetLine Shown(this SheetLine line) => line with
    {
        Name = Of(line.Name),
        Through = Of(line.Through),
        NumberAsHeard = Of(line.NumberAsHeard),
        NumberNotes = line.NumberNotes.ToDictionary(note => note.Key, note => PlainText.ForShowing(note.Value)),
        CallerIdName = Of(line.CallerIdName),
        Regarding = Of(line.Regarding),
        Why = PlainText.ForShowing(line.Why),
    };

    public static LoggedCall Shown(this LoggedCall call) => call with
    {
        CallerFrom = PlainText.ForShowing(call.CallerFrom),
        LineNumber = PlainText.ForShowing(call.LineNumber),
        CallerIdName = Of(call.CallerIdName),
        ForwardedFrom = Of(call.ForwardedFrom),
        Name = Of(call.Name),
        SaidName = Of(call.SaidName),
        CallsFor = Of(call.CallsFor),
        NameHeard = Of(call.NameHeard),
        NumberAsHeard = Of(call.NumberAsHeard),
        Regarding = Of(call.Regarding),
        Reachable = Of(call.Reachable),
        TimeCritical = Of(call.TimeCritical),
        ReferredBy = Of(call.ReferredBy),
        Job = Of(call.Job),
        AvailableWhen = Of(call.AvailableWhen),
    };

    public static CallTurn Shown(this CallTurn turn) => turn with { Heard = Of(turn.Heard), Said = PlainText.ForShowing(turn.Said) };

    private static string? Of(string? text) => text is null ? null : PlainText.ForShowing(text);
}
