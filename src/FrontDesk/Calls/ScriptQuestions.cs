using FrontDesk.Desks;

namespace FrontDesk.Calls;

/// <summary>How each question is put, and how to a caller who was not understood.</summary>
internal static class ScriptQuestions
{
    private static readonly Dictionary<ScriptStep, Question> All = new()
    {
        [ScriptStep.WhoIsCalling] = new(wording => wording.Greeting, wording => wording.WhoAgain),
        [ScriptStep.IsThatTheName] = new(wording => wording.IsThatTheName, wording => wording.IsThatTheName),
        [ScriptStep.HowIsItSpelled] = new(wording => wording.HowIsItSpelled, wording => wording.SpellItAgain),
        [ScriptStep.IsItSpelled] = new(wording => wording.IsItSpelled, wording => wording.IsItSpelled),
        [ScriptStep.CanIHaveHerReturn] = new(wording => wording.CanIHaveHerReturn, wording => wording.CanIHaveHerReturnAgain),
        [ScriptStep.IsThisTheNumber] = new(wording => wording.IsThisTheNumber, wording => wording.IsThisTheNumberAgain),
        [ScriptStep.WhatNumber] = new(wording => wording.WhatNumber, wording => wording.WhatNumberAgain),
        [ScriptStep.IsThatTheNumber] = new(wording => wording.IsThatTheNumber, wording => wording.IsThatTheNumber),
        [ScriptStep.Regarding] = new(wording => wording.Regarding, wording => wording.RegardingAgain),
        [ScriptStep.WhenReachable] = new(wording => wording.WhenReachable, wording => wording.WhenReachableAgain),
        [ScriptStep.HowTimeCritical] = new(wording => wording.HowTimeCritical, wording => wording.HowTimeCriticalAgain),
        [ScriptStep.HoldAfterAll] = new(wording => wording.LetMeSee, wording => wording.LetMeSee),
        [ScriptStep.MayIRecord] = new(wording => wording.MayIRecord, wording => wording.MayIRecord),
        [ScriptStep.Recording] = new(wording => wording.RecordNow, wording => wording.RecordNow),
    };

    /// <summary>The number is asked about as the ladder has it.</summary>
    public static string First(ScriptStep step, CallNotes notes, Caller caller, Wording wording) =>
        step == ScriptStep.IsThisTheNumber ? Ladder.IsThisTheNumber(notes, caller, wording) : All[step].First(wording);

    public static string Again(ScriptStep step, Wording wording) => All[step].Again(wording);

    private sealed record Question(Func<Wording, string> First, Func<Wording, string> Again);
}
