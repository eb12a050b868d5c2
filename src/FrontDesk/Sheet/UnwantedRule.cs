using FrontDesk.Calls;

namespace FrontDesk.Sheet;

/// <summary>Calls nobody asked for: each stays on the sheet and says why it counts for nothing. An assistant's code goes before this.</summary>
internal static class UnwantedRule
{
    /// <summary>One party's calls without those that count for nothing; all of them where none would be left.</summary>
    /// <param name="calls">Newest first.</param>
    public static IReadOnlyList<OwedCall> Counted(IReadOnlyList<OwedCall> calls)
    {
        List<OwedCall> counted = [.. calls.Where(call => Of(call) is null)];
        return counted.Count is 0 ? calls : counted;
    }

    /// <summary>Null for a call that counts.</summary>
    public static Rank? Of(OwedCall call) => call switch
    {
        { Unwanted: Unwanted.Loop } => Least(CodeReason.Loop, "Loop: our own call came back to the line"),
        { IsBlocked: true } => Least(CodeReason.Blocked, "The number is blocked"),
        { Unwanted: Unwanted.WrongNumber } => Least(CodeReason.WrongNumber, "Said it was a wrong number"),
        { Unwanted: Unwanted.Recording } => Least(CodeReason.SoundsLikeRecording, "Sounds like a recording"),
        { Stir: StirVerdict.Failed, NumberIsOf: { } name } => Least(CodeReason.MayBeForged, $"The number may be forged: it is {name}'s, and failed its validation"),
        { Stir: StirVerdict.Failed } => Least(CodeReason.MayBeForged, "The number may be forged: it failed its validation"),
        _ => null,
    };

    public static IReadOnlyList<string> Notes(IReadOnlyList<OwedCall> calls, IReadOnlyList<OwedCall> counted)
    {
        var apart = calls.Except(counted).Select(call => Of(call)!.Why).Distinct(StringComparer.Ordinal).Select(why => $"of another call: {char.ToLowerInvariant(why[0])}{why[1..]}");
        var turnedAway = counted.Any(call => call is { Unwanted: Unwanted.Blocked, IsBlocked: false });
        return turnedAway ? [.. apart, "was turned away while the number was blocked"] : [.. apart];
    }

    private static Rank Least(CodeReason reason, string why) => new(CallCode.CallMaybe, reason, why);
}
