using System.Net;

namespace FrontDesk.Simulator.Webhooks;

/// <summary>What a webhook is about; each kind has its own mischief.</summary>
internal enum WebhookKind
{
    Voice,
    VoiceStatus,
    Text,
    TextStatus,
}

/// <summary>One request the carrier makes of the service.</summary>
internal sealed record Webhook(WebhookKind Kind, string Url, string Method, IReadOnlyList<KeyValuePair<string, string>> Form)
{
    /// <summary>Returned within a call, as a browser would.</summary>
    public CookieContainer? Cookies { get; init; }

    public int MostBytes { get; init; } = 64 * 1024;

    public bool IsVoice => Kind is WebhookKind.Voice or WebhookKind.VoiceStatus;

    public bool IsGet => Method.Equals("GET", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What came of a webhook: an answer of any status, or none.</summary>
internal abstract record WebhookOutcome
{
    /// <summary>What kind of failure this is to the retry rule; none for a success.</summary>
    public abstract RetryOn Class { get; }
}

/// <summary>The service answered; <see cref="Url"/> is where the answer came from in the end.</summary>
internal sealed record WebhookAnswer(int Status, string? ContentType, byte[] Body, string Url) : WebhookOutcome
{
    public override RetryOn Class => Status switch
    {
        >= 500 => RetryOn.ServerError,
        >= 400 => RetryOn.ClientError,
        _ => RetryOn.None,
    };

    public bool IsSuccess => Status is >= 200 and < 300;
}

/// <summary>No answer, under Twilio's error code.</summary>
internal sealed record WebhookFailure(int Code, string Why, RetryOn Retry) : WebhookOutcome
{
    public override RetryOn Class => Retry;
}
