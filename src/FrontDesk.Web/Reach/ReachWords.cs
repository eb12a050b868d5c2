using FrontDesk.Reach;

namespace FrontDesk.Web.Reach;

/// <summary>The field's words for how the boss was tried.</summary>
public static class ReachWords
{
    public static string Of(AttemptOutcome outcome) => outcome switch
    {
        AttemptOutcome.Trying => "being tried",
        AttemptOutcome.Taken => "took it",
        AttemptOutcome.Declined => "not now",
        AttemptOutcome.CallsBack => "will call back",
        AttemptOutcome.NoAnswer => "no answer",
        AttemptOutcome.Busy => "busy",
        AttemptOutcome.LeftWord => "left word",
        AttemptOutcome.Screened => "answered, no key pressed",
        AttemptOutcome.Failed => "could not be reached",
        AttemptOutcome.Texted => "texted",
        AttemptOutcome.Delivered => "text delivered",
        AttemptOutcome.CalledOff => "called off",
    };

    public static string Of(Refrain refrain) => refrain switch
    {
        Refrain.Asleep => "No phone was rung: it was outside waking hours.",
        Refrain.UnderWay => "No phone was rung: they were ringing for this caller already.",
        Refrain.OftenForCaller => "No phone was rung: they had rung for this caller twice within the hour.",
        Refrain.OftenForDesk => "No phone was rung: they had rung six times within the hour.",
    };

    /// <summary>"Tried cell: no answer; home: busy. Word: home, left word".</summary>
    public static string Summary(IEnumerable<ReachAttempt> attempts)
    {
        var byKind = attempts.ToLookup(attempt => attempt.Kind == AttemptKind.Rang);
        var rung = string.Join("; ", byKind[true].Select(attempt => $"{attempt.Label}: {Of(attempt.Outcome)}"));
        var word = string.Join("; ", byKind[false].Select(attempt => $"{attempt.Label}: {Of(attempt.Outcome)}"));
        return (rung, word) switch
        {
            ("", _) => "",
            (_, "") => $"Tried {rung}",
            _ => $"Tried {rung}. Word afterwards {word}",
        };
    }
}
