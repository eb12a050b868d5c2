using FrontDesk.Calls;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Calls;

/// <summary>A line of the journal.</summary>
internal sealed record JournalLine
{
    public required string CallSid { get; init; }

    public required string From { get; init; }

    public required string Dialled { get; init; }

    public required CallStatus Status { get; init; }

    public string? Stir { get; init; }

    public string? ForwardedFrom { get; init; }

    public int? Seconds { get; init; }

    public ScriptPosition? Asked { get; init; }

    public string? Words { get; init; }

    public double? Confidence { get; init; }

    public string? Keys { get; init; }

    public required DateTimeOffset At { get; init; }

    public static JournalLine Of(IncomingCall call, ScriptPosition? asked, DateTimeOffset now) => new()
    {
        CallSid = call.CallSid,
        From = call.FromAsSent,
        Dialled = call.Dialled,
        Status = call.Status,
        Stir = call.Stir,
        ForwardedFrom = call.ForwardedFrom,
        Seconds = call.Seconds,
        Asked = asked,
        Words = (call.Heard as Heard.Words)?.Text,
        Confidence = (call.Heard as Heard.Words)?.Confidence,
        Keys = (call.Heard as Heard.Keys)?.Digits,
        At = now,
    };

    public IncomingCall Call() => new()
    {
        CallSid = CallSid,
        From = CallerId.Of(From),
        FromAsSent = From,
        Dialled = Dialled,
        Status = Status,
        Inbound = true,
        Heard = (Words, Keys) switch
        {
            ({ } words, _) => new Heard.Words(words, Confidence),
            (_, { } keys) => new Heard.Keys(keys),
            _ => new Heard.Nothing(),
        },
        Stir = Stir,
        ForwardedFrom = ForwardedFrom,
        Seconds = Seconds,
    };
}
