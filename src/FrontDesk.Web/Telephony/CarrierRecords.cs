using System.Globalization;
using System.Text.Json.Serialization;

namespace FrontDesk.Web.Telephony;

/// <summary>A text as the carrier has it.</summary>
public sealed record CarrierText
{
    public string Sid { get; init; } = "";

    public string? To { get; init; }

    public string? From { get; init; }

    public string? Body { get; init; }

    /// <summary>In the carrier's words: "queued", "sent", "delivered".</summary>
    public string? Status { get; init; }

    public int? ErrorCode { get; init; }

    /// <summary>"inbound", or one of several words for what went out.</summary>
    public string? Direction { get; init; }

    public string? DateCreated { get; init; }

    public string? DateSent { get; init; }

    [JsonIgnore]
    public DateTimeOffset? CreatedAt => CarrierTime.Read(DateCreated);

    [JsonIgnore]
    public DateTimeOffset? SentAt => CarrierTime.Read(DateSent) ?? CreatedAt;
}

/// <summary>A call as the carrier has it.</summary>
public sealed record CarrierCall
{
    public string Sid { get; init; } = "";

    public string? To { get; init; }

    public string? From { get; init; }

    /// <summary>In the carrier's words: "ringing", "in-progress", "no-answer".</summary>
    public string? Status { get; init; }

    /// <summary>"inbound", or one of several words for what went out.</summary>
    public string? Direction { get; init; }

    /// <summary>The phone that sent it on to us.</summary>
    public string? ForwardedFrom { get; init; }

    public string? DateCreated { get; init; }

    public string? StartTime { get; init; }

    public string? EndTime { get; init; }

    /// <summary>Seconds from answer to end.</summary>
    public int? Duration { get; init; }

    [JsonIgnore]
    public DateTimeOffset? EndedAt => CarrierTime.Read(EndTime);

    [JsonIgnore]
    public DateTimeOffset? CreatedAt => CarrierTime.Read(DateCreated) ?? CarrierTime.Read(StartTime);

    /// <summary>What the lists go by.</summary>
    [JsonIgnore]
    public DateTimeOffset? StartedAt => CarrierTime.Read(StartTime) ?? CarrierTime.Read(DateCreated);
}

/// <summary>A number of the account as the carrier has it configured.</summary>
public sealed record CarrierLine
{
    public string? PhoneNumber { get; init; }

    public string? VoiceUrl { get; init; }

    public string? VoiceMethod { get; init; }

    public string? VoiceFallbackUrl { get; init; }

    public string? VoiceFallbackMethod { get; init; }

    public string? StatusCallback { get; init; }

    public string? StatusCallbackMethod { get; init; }

    public string? SmsUrl { get; init; }

    public string? SmsMethod { get; init; }

    public string? SmsFallbackUrl { get; init; }

    public string? VoiceApplicationSid { get; init; }

    public string? SmsApplicationSid { get; init; }

    public string? TrunkSid { get; init; }

    public CarrierCapabilities? Capabilities { get; init; }
}

/// <summary>What a number can be used for.</summary>
public sealed record CarrierCapabilities
{
    public bool Sms { get; init; }
}

/// <summary>A page of the carrier's lists; one of them is filled.</summary>
internal sealed record CarrierPage
{
    public IReadOnlyList<CarrierText>? Messages { get; init; }

    public IReadOnlyList<CarrierCall>? Calls { get; init; }

    public IReadOnlyList<CarrierLine>? IncomingPhoneNumbers { get; init; }

    public string? NextPageUri { get; init; }
}

/// <summary>What a lookup of a number tells.</summary>
internal sealed record CarrierLookup
{
    public CarrierName? CallerName { get; init; }
}

/// <summary>The name the telephone companies have for a number: a hint.</summary>
public sealed record CarrierName
{
    /// <summary>Null where they have none.</summary>
    [JsonPropertyName("caller_name")]
    public string? Name { get; init; }

    /// <summary>Set where this part of the lookup failed though the whole was answered.</summary>
    public int? ErrorCode { get; init; }
}

/// <summary>Why the carrier said no.</summary>
internal sealed record CarrierError
{
    public int Code { get; init; }

    public string? Message { get; init; }
}

/// <summary>The carrier's instants: RFC 2822, to the second.</summary>
internal static class CarrierTime
{
    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.ToUniversalTime() : null;

    /// <param name="told">Null where it does not say.</param>
    /// <returns>Now at the latest: its clock may be ahead of ours.</returns>
    public static DateTimeOffset NoLaterThan(DateTimeOffset now, DateTimeOffset? told) => told < now ? told.Value : now;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(CarrierPage))]
[JsonSerializable(typeof(CarrierError))]
[JsonSerializable(typeof(CarrierText))]
[JsonSerializable(typeof(CarrierCall))]
[JsonSerializable(typeof(CarrierLookup))]
internal sealed partial class CarrierJson : JsonSerializerContext;
