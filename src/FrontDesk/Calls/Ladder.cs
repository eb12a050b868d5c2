using FrontDesk.Desks;

namespace FrontDesk.Calls;

/// <summary>
/// The whole ladder (R10) at a glance: the questions of each call, in their order, and how its answer begins. What is known is not asked.
/// Reading a name or a number back is no rung of it: <see cref="CallScript"/> goes there from any of them, and comes back.
/// </summary>
internal static class Ladder
{
    /// <summary>The fifth is the call returned: the desk rings, and asks nothing.</summary>
    public const int Highest = 4;

    private static readonly Rung[] Rungs =
    [
        // 1: professional.
        new(
            [ScriptStep.WhoIsCalling, ScriptStep.CanIHaveHerReturn, ScriptStep.IsThisTheNumber, ScriptStep.WhatNumber, ScriptStep.Regarding],
            wording => wording.ThankYouName,
            wording => wording.IsThisTheNumber),
        // 2: nice.
        new(
            [ScriptStep.WhoIsCalling, ScriptStep.CanIHaveHerReturn, ScriptStep.IsThisTheNumber, ScriptStep.WhatNumber, ScriptStep.Regarding],
            wording => wording.GoodToHearFromYou,
            wording => wording.StillAtTheNumber),
        // 3: friendly.
        new(
            [ScriptStep.WhoIsCalling, ScriptStep.CanIHaveHerReturn, ScriptStep.IsThisTheNumber, ScriptStep.WhatNumber, ScriptStep.Regarding, ScriptStep.WhenReachable],
            wording => wording.ByFirstName,
            wording => wording.StillAtTheNumber),
        // 4: urgent.
        new(
            [ScriptStep.WhoIsCalling, ScriptStep.CanIHaveHerReturn, ScriptStep.IsThisTheNumber, ScriptStep.WhatNumber, ScriptStep.Regarding, ScriptStep.HowTimeCritical],
            wording => wording.ThankYouForYourPatience,
            wording => wording.StillAtTheNumber),
    ];

    /// <summary>What keeps a question open; one that is not here is always asked.</summary>
    private static readonly Dictionary<ScriptStep, Func<ScriptStep, CallNotes, Caller, bool>> Needs = new()
    {
        [ScriptStep.IsThisTheNumber] = (_, notes, caller) => NumberToConfirm(notes, caller) is not null,
        [ScriptStep.WhatNumber] = (after, notes, caller) => !after.IsAfter(ScriptStep.CanIHaveHerReturn) && NumberToConfirm(notes, caller) is null,
        [ScriptStep.Regarding] = (_, notes, _) => notes.Regarding is null,
        [ScriptStep.WhenReachable] = (_, notes, _) => notes.Reachable is null,
        [ScriptStep.HowTimeCritical] = (_, notes, _) => notes.TimeCritical is null,
    };

    /// <summary>Which call this is. The number only suggests it: without the name that goes with it, this is the first.</summary>
    public static int CallOf(CallNotes notes, Caller caller) =>
        caller.Earlier is { } earlier && KnownName.Is(notes.Name, caller.SuggestedName) ? Math.Min(earlier.Count + 1, Highest) : 1;

    /// <summary>The question that comes next; the goodbye after the last.</summary>
    public static ScriptStep After(ScriptStep step, CallNotes notes, Caller caller) =>
        Rungs[CallOf(notes, caller) - 1].Questions
            .Where(question => question.IsAfter(step) && IsOpen(question, step, notes, caller))
            .Append(ScriptStep.Goodbye)
            .First();

    /// <summary>Regarding what they rang before is what they ring about still, until they say otherwise; so the next call knows it too.</summary>
    public static CallNotes WithWhatIsKnown(CallNotes notes, Caller caller) =>
        notes.Regarding is null ? notes with { Regarding = EarlierOf(notes, caller)?.Regarding } : notes;

    /// <summary>What goes before "she's not available".</summary>
    public static string Welcome(CallNotes notes, Caller caller, Wording wording)
    {
        if (notes.Name is null)
        {
            return "";
        }

        var call = CallOf(notes, caller);
        return Rungs[call - 1].Welcome(wording) is var welcome && welcome.Contains("{first}", StringComparison.Ordinal) && KnownName.First(caller.SuggestedName) is null
            ? wording.GoodToHearFromYou
            : welcome;
    }

    public static string IsThisTheNumber(CallNotes notes, Caller caller, Wording wording) => Rungs[CallOf(notes, caller) - 1].Number(wording);

    private static bool IsOpen(ScriptStep question, ScriptStep after, CallNotes notes, Caller caller) =>
        !Needs.TryGetValue(question, out var isOpen) || isOpen(after, notes, caller);

    /// <summary>What the caller gave us goes before what the log knows, and that before what the carrier says.</summary>
    public static PhoneNumber? NumberToConfirm(CallNotes notes, Caller caller) =>
        notes.Number ?? EarlierOf(notes, caller)?.Number ?? caller.Number;

    /// <summary>Nothing of an earlier call is used for somebody who is not that caller.</summary>
    private static EarlierCalls? EarlierOf(CallNotes notes, Caller caller) => CallOf(notes, caller) > 1 ? caller.Earlier : null;

    private sealed record Rung(ScriptStep[] Questions, Func<Wording, string> Welcome, Func<Wording, string> Number);
}
