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

    /// <summary>"Tried cell, car: no answer; home: busy. Word afterwards home, car: left word".</summary>
    public static string Summary(IEnumerable<ReachAttempt> attempts)
    {
        var byKind = attempts.ToLookup(attempt => attempt.Kind == AttemptKind.Rang);
        return (Phones(byKind[true]), Phones(byKind[false])) switch
        {
            ("", _) => "",
            (var rung, "") => $"Tried {rung}",
            var (rung, word) => $"Tried {rung}. Word afterwards {word}",
        };
    }

    private static string Phones(IEnumerable<ReachAttempt> attempts) => string.Join(
        "; ",
        attempts.GroupBy(attempt => attempt.Outcome).Select(group => $"{string.Join(", ", group.Select(attempt => attempt.Label))}: {Of(group.Key)}"));
}
