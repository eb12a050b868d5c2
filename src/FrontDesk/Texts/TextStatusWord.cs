namespace FrontDesk.Texts;

/// <summary>The carrier's word for a text's state, and which state may follow which.</summary>
public static class TextStatusWord
{
    /// <summary>Null for a word the carrier has not told us about.</summary>
    public static TextStatus? Read(string? word) => word switch
    {
        "queued" => TextStatus.Queued,
        "accepted" => TextStatus.Accepted,
        "scheduled" => TextStatus.Scheduled,
        "sending" => TextStatus.Sending,
        "sent" => TextStatus.Sent,
        "delivered" => TextStatus.Delivered,
        "undelivered" => TextStatus.Undelivered,
        "failed" => TextStatus.Failed,
        "canceled" => TextStatus.Canceled,
        "read" => TextStatus.Read,
        "receiving" or "received" => TextStatus.Received,
        _ => null,
    };

    /// <summary>It will not reach the phone: another way has to be tried.</summary>
    public static bool IsLost(this TextStatus status) => status is TextStatus.Undelivered or TextStatus.Failed or TextStatus.Canceled;

    /// <summary>Callbacks come in any order; a lower rank never overwrites. Where the carrier contradicts itself, delivered is believed.</summary>
    public static bool MayReplace(this TextStatus next, TextStatus current) =>
        Rank(next) > Rank(current) || (next == TextStatus.Delivered && current.IsLost());

    private static int Rank(TextStatus status) => status switch
    {
        TextStatus.Queued or TextStatus.Accepted or TextStatus.Scheduled => 1,
        TextStatus.Sending => 2,
        TextStatus.Sent => 3,
        TextStatus.Delivered or TextStatus.Undelivered or TextStatus.Failed or TextStatus.Canceled => 9,
        TextStatus.Read or TextStatus.Received => 10,
    };
}
