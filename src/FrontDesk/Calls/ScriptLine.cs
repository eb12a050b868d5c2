using FrontDesk.Office;

namespace FrontDesk.Calls;

/// <summary>Where in the script a call is: the question last asked, and for which time. It is what a webhook's address carries.</summary>
/// <param name="Attempt">From 1; a question is asked twice at most.</param>
public readonly record struct ScriptPosition(ScriptStep Step, int Attempt);

/// <summary>The questions of the first call, in their order.</summary>
public enum ScriptStep
{
    /// <summary>The phone rings; nothing was asked yet.</summary>
    Ring = 0,
    WhoIsCalling = 1,
    CanIHaveHerReturn = 2,

    /// <summary>"Can she reach you at …?" where caller ID gave a number.</summary>
    IsThisTheNumber = 3,
    WhatNumber = 4,
    Regarding = 5,

    /// <summary>The simplest path when all else failed: one question for everything.</summary>
    Message = 6,
    Goodbye = 9,

    /// <summary>A production office's own questions begin here; hers come before.</summary>
    OfficeWho = 20,
    OfficeReferral = 21,
    OfficeJob = 22,
    OfficeResume = 23,
    OfficeComeIn = 24,
    OfficeWhen = 25,
    OfficeWhatNumber = 26,
    OfficeIsThisTheNumber = 27,
    OfficeRightNumber = 28,
    OfficeMessage = 38,
    OfficeGoodbye = 39,
}

/// <summary>What can be told of a step wherever it stands.</summary>
public static class ScriptSteps
{
    /// <summary>The desk has said all it had to say.</summary>
    public static bool IsGoodbye(this ScriptStep step) => step is ScriptStep.Goodbye or ScriptStep.OfficeGoodbye;
}

/// <summary>One thing the desk says, and what it then listens for. Knows no TwiML.</summary>
public sealed record ScriptLine
{
    /// <summary>Plain words; numbers are already grouped for the ear ("3 1 0, 5 5 5, 0 1 4 2").</summary>
    public required string Say { get; init; }

    /// <summary>The question this line asks; Goodbye means the desk hangs up after it.</summary>
    public required ScriptPosition At { get; init; }

    public bool HangsUp => At.Step.IsGoodbye();
}

/// <summary>What has been taken down so far.</summary>
public sealed record CallNotes
{
    public static readonly CallNotes Blank = new();

    /// <summary>As said: "John Smith".</summary>
    public string? Name { get; init; }

    /// <summary>Null until answered.</summary>
    public bool? WantsReturn { get; init; }

    /// <summary>Confirmed or given: E.164 where it could be made one.</summary>
    public PhoneNumber? Number { get; init; }

    /// <summary>Numbers as heard that could not be made E.164, or keys pressed where none were asked for.</summary>
    public string? NumberAsHeard { get; init; }

    public string? Regarding { get; init; }

    public bool SaysUrgent { get; init; }

    /// <summary>When they rang; null before the call is on the log.</summary>
    public DateTimeOffset? RangAt { get; init; }

    /// <summary>What a production office asks besides; null where none of it was said.</summary>
    public OfficeNotes? Office { get; init; }
}

/// <summary>A step of the script: what to say next, and what is known by now.</summary>
public sealed record ScriptTurn(ScriptLine Line, CallNotes Notes);
