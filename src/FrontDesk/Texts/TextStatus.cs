namespace FrontDesk.Texts;

/// <summary>What the carrier says has become of a text. Numbers stand in the database.</summary>
public enum TextStatus
{
    Queued = 1,
    Accepted = 2,
    Scheduled = 3,
    Sending = 4,
    Sent = 5,
    Delivered = 10,
    Undelivered = 11,
    Failed = 12,
    Canceled = 13,
    Read = 20,

    /// <summary>One that came in.</summary>
    Received = 30,
}
