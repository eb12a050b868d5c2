using FrontDesk.Office;

namespace FrontDesk.Calls;

/// <summary>Where in the script a call is: the question last asked, and for which time. It is what a webhook's address carries.</summary>
/// <param name="Attempt">From 1; ten more for each time the caller asked something instead of answering, which is no miss.</param>
public readonly record struct ScriptPosition(ScriptStep Step, int Attempt)
{
    private const int Asking = 10;

    /// <summary>For how many answers this question has waited that were not understood, this one included.</summary>
    public int Try => Attempt % Asking;

    /// <summary>How often the caller asked something instead.</summary>
    public int TimesAsked => Attempt / Asking;

    public ScriptPosition TriedAgain() => this with { Attempt = Attempt + 1 };

    public ScriptPosition Asked() => this with { Attempt = Attempt + Asking };
}

/// <summary>The questions; <see cref="Ladder"/> says which call has which, <see cref="ScriptSteps"/> in which order. The numbers stand in the books.</summary>
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
    WhenReachable = 7,
    HowTimeCritical = 8,
    Goodbye = 9,

    /// <summary>A name that was not heard well is read back.</summary>
    IsThatTheName = 10,
    HowIsItSpelled = 11,

    /// <summary>Read back letter by letter.</summary>
    IsItSpelled = 12,

    /// <summary>A number that was said or keyed is read back.</summary>
    IsThatTheNumber = 13,

    /// <summary>The last resort, where the desk allows it.</summary>
    MayIRecord = 16,
    Recording = 17,

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
    private static readonly ScriptStep[] InOrder =
    [
        ScriptStep.Ring,
        ScriptStep.WhoIsCalling, ScriptStep.IsThatTheName, ScriptStep.HowIsItSpelled, ScriptStep.IsItSpelled,
        ScriptStep.CanIHaveHerReturn,
        ScriptStep.IsThisTheNumber, ScriptStep.WhatNumber, ScriptStep.IsThatTheNumber,
        ScriptStep.Regarding, ScriptStep.WhenReachable, ScriptStep.HowTimeCritical,
        ScriptStep.MayIRecord, ScriptStep.Recording,
        ScriptStep.Message,
        ScriptStep.Goodbye,
    ];

    /// <summary>A call only ever moves forward: what comes late does not bring an earlier question back.</summary>
    public static bool IsAfter(this ScriptPosition one, ScriptPosition other) =>
        one.Step == other.Step ? one.Attempt > other.Attempt : one.Step.IsAfter(other.Step);

    public static bool IsAfter(this ScriptStep one, ScriptStep other) => Place(one) > Place(other);

    private static int Place(ScriptStep step) => step >= ScriptStep.OfficeWho ? (int)step : Array.IndexOf(InOrder, step);

    /// <summary>The desk has said all it had to say.</summary>
    public static bool IsGoodbye(this ScriptStep step) => step is ScriptStep.Goodbye or ScriptStep.OfficeGoodbye;
}

/// <summary>One thing the desk says, and what it then listens for. Knows no TwiML.</summary>
public sealed record ScriptLine
{
    /// <summary>Plain words; numbers are already grouped for the ear ("3 1 0, 5 5 5, 0 1 4 2").</summary>
    public required string Say { get; init; }

    /// <summary>Words in it that a voice is told how to speak. Not kept with the line: said again after a failure, it is said plainly.</summary>
    public IReadOnlyList<SpokenAs> SpokenAs { get; init; } = [];

    /// <summary>The question this line asks; Goodbye means the desk hangs up after it.</summary>
    public required ScriptPosition At { get; init; }

    /// <summary>What the caller says to it is recorded, by their leave.</summary>
    public bool Records => At.Step == ScriptStep.Recording;

    public bool HangsUp => At.Step.IsGoodbye();

    /// <summary>A goodbye without words: the call is not even answered.</summary>
    public bool IsUnanswered => HangsUp && Say.Length == 0;
}

/// <param name="Confidence">The recogniser's, 0 to 1; null where it gave none.</param>
public sealed record NameHeard(string Text, double? Confidence);

/// <summary>What has been taken down so far.</summary>
public sealed record CallNotes
{
    public static readonly CallNotes Blank = new();

    /// <summary>As said or as spelled: "John Smith"; for an assistant their own.</summary>
    public string? Name { get; init; }

    /// <summary>What was recognised when a name was first said; a correction does not change it.</summary>
    public NameHeard? NameHeard { get; init; }

    /// <summary>The caller said that the name is right, or it is the one the desk knows.</summary>
    public bool NameConfirmed { get; init; }

    /// <summary>Whose call this is, where somebody's assistant makes it (R11): the Margaret Miller of "Jamie from Margaret Miller's office".</summary>
    public string? CallsFor { get; init; }

    /// <summary>"I'm returning her call": a claim; our own log tells whether we called.</summary>
    public bool SaysReturning { get; init; }

    /// <summary>Null until answered.</summary>
    public bool? WantsReturn { get; init; }

    /// <summary>Confirmed or given: E.164 where it could be made one.</summary>
    public PhoneNumber? Number { get; init; }

    /// <summary>Numbers as heard that could not be made E.164, or keys pressed where none were asked for.</summary>
    public string? NumberAsHeard { get; init; }

    /// <summary>Every number given, the one to call among them.</summary>
    public NumbersGiven Numbers { get; init; } = NumbersGiven.None;

    public string? Regarding { get; init; }

    public bool SaysUrgent { get; init; }

    /// <summary>When they can be reached, as said: "around four".</summary>
    public string? Reachable { get; init; }

    /// <summary>How time-critical it is, as said.</summary>
    public string? TimeCritical { get; init; }

    /// <summary>When they rang; null before the call is on the log.</summary>
    public DateTimeOffset? RangAt { get; init; }

    /// <summary>Null while nothing speaks against calling back.</summary>
    public Unwanted? Unwanted { get; init; }

    /// <summary>Null where nobody was asked.</summary>
    public RecordingConsent? Recording { get; init; }

    /// <summary>What a production office asks besides; null where none of it was said.</summary>
    public OfficeNotes? Office { get; init; }
}

/// <summary>A step of the script: what to say next, and what is known by now.</summary>
public sealed record ScriptTurn(ScriptLine Line, CallNotes Notes);
