using FrontDesk.Calls;

namespace FrontDesk.Web.Telephony;

/// <summary>How the carrier is to listen after a question.</summary>
/// <param name="Timeout">Seconds of silence before the caller is taken to say nothing.</param>
/// <param name="SpeechTimeout">How the end of speech is told: a number given in groups, or a story, has pauses in it.</param>
/// <param name="Keys">Which keys end the answer.</param>
internal sealed record Listening(int Timeout, int SpeechTimeout, KeysWanted Keys)
{
    public static Listening For(ScriptStep step) => step switch
    {
        ScriptStep.WhoIsCalling or ScriptStep.CanIHaveHerReturn => new(5, 1, KeysWanted.Any),
        ScriptStep.IsThisTheNumber or ScriptStep.IsThatTheName or ScriptStep.MayIRecord => new(5, 1, KeysWanted.One),
        ScriptStep.HowIsItSpelled or ScriptStep.IsItSpelled or ScriptStep.IsThatTheNumber => new(6, 2, KeysWanted.Any),
        ScriptStep.WhatNumber => new(8, 2, KeysWanted.Any),
        ScriptStep.Regarding or ScriptStep.WhenReachable or ScriptStep.HowTimeCritical => new(6, 2, KeysWanted.Any),
        ScriptStep.Message => new(8, 3, KeysWanted.Any),
        ScriptStep.OfficeWho or ScriptStep.OfficeReferral or ScriptStep.OfficeJob or ScriptStep.OfficeComeIn or ScriptStep.OfficeWhen => new(6, 2, KeysWanted.Any),
        ScriptStep.OfficeResume or ScriptStep.OfficeIsThisTheNumber => new(5, 1, KeysWanted.One),
        ScriptStep.OfficeWhatNumber or ScriptStep.OfficeRightNumber => new(8, 2, KeysWanted.Any),
        ScriptStep.OfficeMessage => new(8, 3, KeysWanted.Any),
        ScriptStep.Ring or ScriptStep.Recording or ScriptStep.Goodbye or ScriptStep.Hold or ScriptStep.HoldAfterAll or ScriptStep.OfficeGoodbye => throw new ArgumentOutOfRangeException(nameof(step), step, "The desk asks nothing here."),
    };
}

/// <summary>Which keys end an answer given in keys.</summary>
internal enum KeysWanted
{
    /// <summary>As many as the caller likes, up to the pound key or a silence.</summary>
    Any = 1,

    /// <summary>A single one: "press 1 for yes".</summary>
    One = 2,
}
