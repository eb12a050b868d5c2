using System.Globalization;
using System.Net;

namespace FrontDesk.Web.Telephony;

/// <summary>Twilio's REST API over plain HTTP. It never tries anything twice by itself: whoever wrote the intent decides that.</summary>
/// <param name="http">Carries the account's credentials, a time limit of ten seconds, and follows no redirects.</param>
public sealed partial class TwilioRest(HttpClient http, TwilioSettings settings, TimeProvider time, ILogger<TwilioRest> log) : ITelephony
{
    private readonly AccountCircuit circuit = new(time);
    private readonly string root = settings.ApiBaseUrl.AbsoluteUri.TrimEnd('/');

    private readonly string lookups = settings.LookupBaseUrl.AbsoluteUri.TrimEnd('/');

    private string Account => $"{root}/2010-04-01/Accounts/{settings.AccountSid}";

    public Task<SendOutcome> SendTextAsync(OutgoingText text, CancellationToken cancel) => SendAsync(
        "Messages",
        "SM MM",
        [
            new("To", text.To.E164), new("From", text.From.E164), new("Body", text.Body),
            new("StatusCallback", text.StatusCallback.AbsoluteUri),
        ],
        cancel);

    public Task<SendOutcome> PlaceCallAsync(OutgoingCall call, CancellationToken cancel) => SendAsync(
        "Calls",
        "CA",
        [
            new("To", call.To.E164), new("From", call.From.E164), new("Url", call.Url.AbsoluteUri),
            new("StatusCallback", call.StatusCallback.AbsoluteUri),
            new("Timeout", ((int)call.RingsFor.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
            .. call.WaitsForGreeting ? [new("MachineDetection", "DetectMessageEnd")] : Array.Empty<KeyValuePair<string, string>>(),
        ],
        cancel);

    public Task<SendOutcome> EndCallAsync(string sid, CancellationToken cancel) => SendAsync($"Calls/{sid}", "CA", [new("Status", "completed")], cancel);

    public Task<SendOutcome> MoveCallAsync(string sid, Uri url, CancellationToken cancel) => SendAsync($"Calls/{sid}", "CA", [new("Url", url.AbsoluteUri)], cancel);

    public async Task<LookUp<CarrierText>> FetchTextAsync(string sid, CancellationToken cancel) =>
        (await AskAsync($"{Account}/Messages/{sid}.json", cancel)).One(CarrierJson.Default.CarrierText);

    public async Task<LookUp<CarrierCall>> FetchCallAsync(string sid, CancellationToken cancel) =>
        (await AskAsync($"{Account}/Calls/{sid}.json", cancel)).One(CarrierJson.Default.CarrierCall);

    /// <summary>Another service of theirs: that it turns us away says nothing of calls and texts.</summary>
    public async Task<LookUp<CarrierName>> LookUpNameAsync(PhoneNumber number, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{lookups}/v2/PhoneNumbers/{Uri.EscapeDataString(number.E164)}?Fields=caller_name");
        return (await Exchange.MakeAsync(http, request, cancel)).One(CarrierJson.Default.CarrierLookup) switch
        {
            LookUp<CarrierLookup>.Found { Value.CallerName: { } name } => new LookUp<CarrierName>.Found(name),
            LookUp<CarrierLookup>.Unreachable unreachable => new LookUp<CarrierName>.Unreachable(unreachable.Why),
            _ => new LookUp<CarrierName>.Nothing(),
        };
    }

    private async Task<SendOutcome> SendAsync(string what, string sidPrefixes, KeyValuePair<string, string>[] form, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Account}/{what}.json") { Content = new FormUrlEncodedContent(form) };
        return await ExchangeAsync(request, cancel) switch
        {
            Exchange.Answered answered => answered.Answer.AsOutcome(sidPrefixes),
            Exchange.NeverLeft neverLeft => new SendOutcome.NotProcessed(neverLeft.Why),
            Exchange.BrokenOff brokenOff => new SendOutcome.Unknown(brokenOff.Why),
            _ => throw new InvalidOperationException("An exchange was answered, never left or was broken off."),
        };
    }

    private async Task<Exchange> AskAsync(string url, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        return await ExchangeAsync(request, cancel);
    }

    private async Task<Exchange> ExchangeAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        if (!circuit.LetsThrough())
        {
            return new Exchange.NeverLeft("the carrier does not take our credentials");
        }

        var exchange = await Exchange.MakeAsync(http, request, cancel);
        if (exchange is Exchange.Answered { Answer.Status: HttpStatusCode.Unauthorized })
        {
            if (circuit.Open())
            {
                LogCredentialsRefused(log);
            }

            return new Exchange.NeverLeft("the carrier does not take our credentials");
        }

        if (exchange is Exchange.Answered { Answer.IsYes: true } && circuit.Close())
        {
            LogCredentialsTaken(log);
        }

        return exchange;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Twilio does not take our credentials: nothing can be sent. Check Twilio:AccountSid and Twilio:AuthToken.")]
    private static partial void LogCredentialsRefused(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Twilio takes our credentials again.")]
    private static partial void LogCredentialsTaken(ILogger logger);
}
