namespace FrontDesk.Sheet;

/// <summary>How soon to call back. The numbers are the order of the sheet.</summary>
public enum CallCode
{
    CallAsap = 1,
    CallToday = 2,
    CallSometime = 3,

    /// <summary>"Call?"</summary>
    CallMaybe = 4,
}

/// <summary>Why a line has its code. The numbers are their weight where codes are equal.</summary>
public enum CodeReason
{
    AssistantSays = 1,
    WantsToTalk = 2,
    ReturningOurCall = 3,
    DealInProgress = 4,
    TooImportantNotTo = 5,
    SaysUrgent = 6,

    /// <summary>Call back the same day.</summary>
    Valued = 7,

    /// <summary>At a production office: somebody sent them.</summary>
    Referred = 10,

    /// <summary>The department they want is hiring now.</summary>
    HiringNow = 11,

    /// <summary>They could come, or meet by video, at once.</summary>
    CanComeNow = 12,

    /// <summary>They ring again: keen and willing.</summary>
    RingsAgain = 13,

    /// <summary>Nothing speaks for it in particular.</summary>
    Unknown = 20,

    /// <summary>The number failed its validation: whoever it is, it may be somebody else.</summary>
    MayBeForged = 30,
    SoundsLikeRecording = 31,
    WrongNumber = 32,

    /// <summary>The desk takes no calls from that number.</summary>
    Blocked = 33,

    /// <summary>Our own call came back to the line.</summary>
    Loop = 34,
}

/// <summary>What can be told of a reason wherever it stands.</summary>
public static class CodeReasons
{
    /// <summary>Nobody waits for such a call: it is never above "Call?".</summary>
    public static bool IsUnwanted(this CodeReason reason) => reason >= CodeReason.MayBeForged;
}

/// <summary>The assistant overrules the rule, and says why.</summary>
public sealed record AssistantCode(CallCode Code, string By, string Why);
