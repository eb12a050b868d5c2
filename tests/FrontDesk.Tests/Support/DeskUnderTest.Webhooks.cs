using System.Net;
using Xunit;

namespace FrontDesk.Tests.Support;

public sealed partial class DeskUnderTest
{
    private readonly HttpClient client = new();
    private int sids;

    /// <summary>Ids of calls the carrier's simulator knows nothing of: webhooks written by hand.</summary>
    public string NewSid() => $"CA{++sids:x32}";

    /// <summary>What the carrier would post, to be sent as often, as late and in whatever order the story wants.</summary>
    public SignedRequest Webhook(string target, string sid, params (string Name, string Value)[] more) => new()
    {
        Address = PublicUrl,
        Target = target,
        Token = Token,
        Fields =
        [
            ("CallSid", sid), ("AccountSid", Account), ("From", "+13105550177"), ("To", Line), ("Direction", "inbound"), ("ApiVersion", "2010-04-01"),
            .. more.Any(field => field.Name == "CallStatus") ? more : [("CallStatus", "in-progress"), .. more],
        ],
    };

    public SignedRequest Ringing(string sid) => Webhook("/twilio/voice", sid, ("CallStatus", "ringing"));

    public SignedRequest Said(string sid, int step, int attempt, string words) =>
        Webhook($"/twilio/voice/heard?step={step}&attempt={attempt}", sid, ("SpeechResult", words), ("Confidence", "0.9"));

    public SignedRequest Status(string sid, string status, params (string Name, string Value)[] more) =>
        Webhook("/twilio/voice/status", sid, [("CallStatus", status), .. more]);

    /// <returns>The TwiML, after checking that it was answered with 200 or 204.</returns>
    public async Task<string> PostAsync(SignedRequest request)
    {
        using var message = request.To(Reached);
        using var response = await client.SendAsync(message, Cancel);
        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NoContent, $"{request.Target} answered {response.StatusCode}.");
        return await response.Content.ReadAsStringAsync(Cancel);
    }

    public async Task<int> PostUnheardAsync(HttpRequestMessage message)
    {
        using (message)
        {
            using var response = await client.SendAsync(message, Cancel);
            return (int)response.StatusCode;
        }
    }
}
