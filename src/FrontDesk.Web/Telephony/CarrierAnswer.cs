using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FrontDesk.Web.Telephony;

/// <summary>
/// One answer of the carrier, read to its end. A proxy in between may answer too, so nothing is believed for its status
/// alone: a yes needs an id, a no needs a code.
/// </summary>
internal sealed record CarrierAnswer(HttpStatusCode Status, string Body)
{
    public bool IsYes => (int)Status is >= 200 and < 300;

    public SendOutcome AsOutcome(string sidPrefixes) => Status switch
    {
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => new SendOutcome.NotProcessed($"HTTP {(int)Status}"),
        _ when IsYes && Read(CarrierJson.Default.CarrierText)?.Sid is { } sid && IsSid(sid, sidPrefixes) => new SendOutcome.Accepted(sid),
        _ when (int)Status is >= 400 and < 500 && Read(CarrierJson.Default.CarrierError) is { Code: > 0 } error => Refusal(error),
        _ => new SendOutcome.Unknown($"HTTP {(int)Status}"),
    };

    /// <summary>Null where the body is not what was asked for.</summary>
    public T? Read<T>(JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(Body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // SM, MM or CA, then 32 hexadecimal digits.
    public static bool IsSid(string sid, string prefixes) =>
        sid.Length == 34 && prefixes.Contains(sid[..2], StringComparison.Ordinal) && sid.Skip(2).All(char.IsAsciiHexDigit);

    private static SendOutcome Refusal(CarrierError error) => error.Code switch
    {
        TwilioCode.TooManyRequests => new SendOutcome.NotProcessed($"error {error.Code}"),
        _ => new SendOutcome.Refused(error.Code, !TwilioCode.Passes(error.Code), error.Message ?? $"error {error.Code}"),
    };
}
