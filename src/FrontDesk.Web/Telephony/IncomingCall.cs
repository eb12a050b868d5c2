using System.Buffers;
using System.Globalization;
using System.Text;
using FrontDesk.Calls;

namespace FrontDesk.Web.Telephony;

/// <summary>What the carrier tells of a call, parsed at the door.</summary>
public sealed record IncomingCall
{
    private const string CutMark = "… (cut)";

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");

    public required string CallSid { get; init; }

    public required CallerId From { get; init; }

    /// <summary>As it came, for the record.</summary>
    public required string FromAsSent { get; init; }

    /// <summary>The number that was dialled, as it came.</summary>
    public required string Dialled { get; init; }

    public required CallStatus Status { get; init; }

    public required bool Inbound { get; init; }

    public required Heard Heard { get; init; }

    /// <summary>What the carriers between say of the number, as it came.</summary>
    public string? Stir { get; init; }

    public StirVerdict Verdict => StirWord.Read(Stir);

    /// <summary>The phone that sent the call on to us, as it came; many carriers say nothing.</summary>
    public string? ForwardedFrom { get; init; }

    /// <summary>The same where it is a number.</summary>
    public PhoneNumber? ForwardedBy => PhoneNumber.TryParse(ForwardedFrom ?? "", out var by) ? by : null;

    /// <summary>How long it lasted, once it is over.</summary>
    public int? Seconds { get; init; }

    /// <summary>When the carrier says it happened.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <returns>Null when it names no call.</returns>
    public static IncomingCall? Parse(WebhookForm form)
    {
        if (form["CallSid"u8] is not { } sid || !IsCallSid(sid))
        {
            return null;
        }

        var from = form["From"u8];
        return new IncomingCall
        {
            CallSid = sid,
            From = CallerId.Of(from),
            FromAsSent = Clean(from ?? "", 200),
            Dialled = Clean(form["To"u8] ?? "", 200),
            Status = CallStatusWord.Read(form["CallStatus"u8]) ?? CallStatus.Ringing,
            Inbound = !form.TryFind("Direction"u8, out var direction) || direction.SequenceEqual("inbound"u8),
            Heard = HeardIn(form),
            Stir = form["StirVerstat"u8] is { Length: > 0 } stir ? Clean(stir, 60) : null,
            ForwardedFrom = (form["ForwardedFrom"u8] ?? form["CalledVia"u8]) is { Length: > 0 } forwarded ? Clean(forwarded, 200) : null,
            ToldAt = form.HappenedAt,
            Seconds = int.TryParse(form["CallDuration"u8], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null,
        };
    }

    /// <summary>A call as the carrier's list tells of it: nobody spoke.</summary>
    /// <returns>Null when it names no call, or not when it began.</returns>
    public static IncomingCall? Of(CarrierCall call) => !IsCallSid(call.Sid) || call.StartedAt is not { } startedAt ? null : new IncomingCall
    {
        CallSid = call.Sid,
        From = CallerId.Of(call.From),
        FromAsSent = Clean(call.From ?? "", 200),
        Dialled = Clean(call.To ?? "", 200),
        Status = CallStatusWord.Read(call.Status) ?? CallStatus.Ringing,
        Inbound = string.Equals(call.Direction, "inbound", StringComparison.Ordinal),
        Heard = new Heard.Nothing(),
        ForwardedFrom = call.ForwardedFrom is { Length: > 0 } forwarded ? Clean(forwarded, 200) : null,
        ToldAt = startedAt,
        Seconds = call.Duration,
    };

    private static bool IsCallSid(string sid) => sid.Length == 34 && sid.StartsWith("CA", StringComparison.Ordinal) && !sid.AsSpan(2).ContainsAnyExcept(Hex);

    private static Heard HeardIn(WebhookForm form)
    {
        if (form["Digits"u8] is { Length: > 0 } digits)
        {
            return new Heard.Keys(Clean(digits, Heard.MostCharacters));
        }

        if (form["SpeechResult"u8] is not { } speech || string.IsNullOrWhiteSpace(speech))
        {
            return new Heard.Nothing();
        }

        var sure = double.TryParse(form["Confidence"u8], NumberStyles.Float, CultureInfo.InvariantCulture, out var confidence) && double.IsFinite(confidence);
        return new Heard.Words(Clean(speech, Heard.MostCharacters), sure ? Math.Clamp(confidence, 0, 1) : null);
    }

    // One spelling for what looks the same, no NUL, which databases end a text at; else what was heard stays as it was.
    private static string Clean(string text, int most)
    {
        var clean = text.Replace("\0", "", StringComparison.Ordinal).Trim().Normalize(NormalizationForm.FormC);
        if (clean.Length <= most)
        {
            return clean;
        }

        var end = most - CutMark.Length;
        return string.Concat(clean.AsSpan(0, char.IsHighSurrogate(clean[end - 1]) ? end - 1 : end), CutMark);
    }
}
