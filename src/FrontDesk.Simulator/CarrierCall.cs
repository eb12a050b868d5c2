namespace FrontDesk.Simulator;

/// <summary>Where a call stands, in Twilio's states.</summary>
public enum CarrierCallStatus
{
    Queued,
    Initiated,
    Ringing,
    InProgress,
    Completed,
    Busy,
    Failed,
    NoAnswer,
    Canceled,
}

/// <summary>Which way a call goes, seen from the account.</summary>
public enum CarrierCallDirection
{
    Inbound,
    OutboundApi,
    OutboundDial,
}

/// <summary>A call as the carrier keeps it.</summary>
public sealed class CarrierCall
{
    public required string Sid { get; init; }

    public string? ParentSid { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required CarrierCallDirection Direction { get; init; }

    public string? ForwardedFrom { get; init; }

    public string? CallerName { get; init; }

    public DateTimeOffset Created { get; init; }

    public CarrierCallStatus Status { get; internal set; }

    public DateTimeOffset? Answered { get; internal set; }

    public DateTimeOffset? Ended { get; internal set; }

    public string? AnsweredBy { get; internal set; }

    /// <summary>How long the call waited in line before it was started.</summary>
    public TimeSpan Queued { get; internal set; }

    public bool IsOver => Status is CarrierCallStatus.Completed or CarrierCallStatus.Busy or CarrierCallStatus.Failed
        or CarrierCallStatus.NoAnswer or CarrierCallStatus.Canceled;

    /// <summary>Whole seconds from answer to end, rounded up; zero if never answered.</summary>
    public int Seconds => Answered is { } from && Ended is { } to ? (int)Math.Ceiling((to - from).TotalSeconds) : 0;
}

/// <summary>Twilio's words for the states.</summary>
internal static class CallWords
{
    public static string Word(this CarrierCallStatus status) => status switch
    {
        CarrierCallStatus.Queued => "queued",
        CarrierCallStatus.Initiated => "initiated",
        CarrierCallStatus.Ringing => "ringing",
        CarrierCallStatus.InProgress => "in-progress",
        CarrierCallStatus.Completed => "completed",
        CarrierCallStatus.Busy => "busy",
        CarrierCallStatus.Failed => "failed",
        CarrierCallStatus.NoAnswer => "no-answer",
        CarrierCallStatus.Canceled => "canceled",
    };

    public static string Word(this CarrierCallDirection direction) => direction switch
    {
        CarrierCallDirection.Inbound => "inbound",
        CarrierCallDirection.OutboundApi => "outbound-api",
        CarrierCallDirection.OutboundDial => "outbound-dial",
    };
}
