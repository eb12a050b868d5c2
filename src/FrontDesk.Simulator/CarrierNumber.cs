namespace FrontDesk.Simulator;

/// <summary>A number the account owns, and where its calls and texts go. URLs may carry Twilio's connection overrides as a fragment.</summary>
public sealed record CarrierNumber
{
    /// <summary>E.164.</summary>
    public required string Number { get; init; }

    public string VoiceUrl { get; init; } = "";

    public string VoiceMethod { get; init; } = "POST";

    public string? VoiceFallbackUrl { get; init; }

    public string VoiceFallbackMethod { get; init; } = "POST";

    public string? StatusCallbackUrl { get; init; }

    public string StatusCallbackMethod { get; init; } = "POST";

    public string? SmsUrl { get; init; }

    public string SmsMethod { get; init; } = "POST";

    public string? SmsFallbackUrl { get; init; }

    public string SmsFallbackMethod { get; init; } = "POST";

    /// <summary>What the webhooks say about the number's place, if anything.</summary>
    public Place? Place { get; init; }
}

/// <summary>Where a number is said to be; a guess, as Twilio's is.</summary>
public sealed record Place(string? City = null, string? State = null, string? Zip = null, string? Country = null);
