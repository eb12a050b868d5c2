namespace FrontDesk.Calls;

/// <summary>The carrier's word for a call's state, and which state may follow which.</summary>
public static class CallStatusWord
{
    /// <summary>Null for a word the carrier has not told us about.</summary>
    public static CallStatus? Read(string? word) => word switch
    {
        "queued" => CallStatus.Queued,
        "initiated" => CallStatus.Initiated,
        "ringing" => CallStatus.Ringing,
        "in-progress" => CallStatus.InProgress,
        "completed" => CallStatus.Completed,
        "busy" => CallStatus.Busy,
        "no-answer" => CallStatus.NoAnswer,
        "failed" => CallStatus.Failed,
        "canceled" => CallStatus.Canceled,
        _ => null,
    };

    public static bool IsOver(this CallStatus status) => status >= CallStatus.Completed;

    /// <summary>Callbacks come late, twice and in any order: a call only moves forward, and is over once.</summary>
    public static bool MayReplace(this CallStatus next, CallStatus current) => !current.IsOver() && next > current;
}
