namespace FrontDesk.Calls;

/// <summary>Whether they rang us or we rang them.</summary>
public enum CallDirection
{
    Inbound = 1,
    Outbound = 2,
}

/// <summary>Twilio's states in the order a call can pass them: a later one is never overwritten by an earlier.</summary>
public enum CallStatus
{
    Queued = 1,
    Initiated = 2,
    Ringing = 3,
    InProgress = 4,
    Completed = 10,
    Busy = 11,
    NoAnswer = 12,
    Failed = 13,
    Canceled = 14,
}

/// <summary>What came of it. Left word is never "told".</summary>
public enum CallOutcome
{
    TalkedTo = 1,
    LeftWord = 2,
    ComingBack = 3,
    NoAnswer = 4,
    Busy = 5,
    Declined = 6,
}
