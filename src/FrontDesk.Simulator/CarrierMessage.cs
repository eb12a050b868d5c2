namespace FrontDesk.Simulator;

/// <summary>Where a text stands, in Twilio's states.</summary>
public enum CarrierMessageStatus
{
    Queued,
    Sending,
    Sent,
    Delivered,
    Undelivered,
    Failed,
    Received,
}

/// <summary>Which way a text goes, seen from the account.</summary>
public enum CarrierMessageDirection
{
    Inbound,
    OutboundApi,
    OutboundReply,
}

/// <summary>A text as the carrier keeps it.</summary>
public sealed class CarrierMessage
{
    public required string Sid { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required string Body { get; init; }

    public required CarrierMessageDirection Direction { get; init; }

    public required Transcript Transcript { get; init; }

    public int Segments { get; init; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Updated { get; internal set; }

    public DateTimeOffset? Sent { get; internal set; }

    public CarrierMessageStatus Status { get; internal set; }

    /// <summary>Twilio's code when it was not delivered.</summary>
    public int? ErrorCode { get; internal set; }
}

/// <summary>Twilio's words for the states.</summary>
internal static class MessageWords
{
    public static string Word(this CarrierMessageStatus status) => status switch
    {
        CarrierMessageStatus.Queued => "queued",
        CarrierMessageStatus.Sending => "sending",
        CarrierMessageStatus.Sent => "sent",
        CarrierMessageStatus.Delivered => "delivered",
        CarrierMessageStatus.Undelivered => "undelivered",
        CarrierMessageStatus.Failed => "failed",
        CarrierMessageStatus.Received => "received",
    };

    public static string Word(this CarrierMessageDirection direction) => direction switch
    {
        CarrierMessageDirection.Inbound => "inbound",
        CarrierMessageDirection.OutboundApi => "outbound-api",
        CarrierMessageDirection.OutboundReply => "outbound-reply",
    };
}
