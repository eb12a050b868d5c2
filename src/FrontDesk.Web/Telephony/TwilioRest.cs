using System.Globalization;
using FrontDesk.Web.Nodes;

namespace FrontDesk.Web.Telephony;

/// <summary>Twilio's REST API over plain HTTP. It never tries anything twice by itself: whoever wrote the intent decides that.</summary>
internal sealed class TwilioRest(CarrierDoor door, TwilioSettings settings) : ITelephony
{
    private readonly CarrierLists lists = new(door, settings);
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
        text.Hold,
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
        call.Hold,
        cancel);

    public Task<SendOutcome> EndCallAsync(string sid, CancellationToken cancel) => SendAsync($"Calls/{sid}", "CA", [new("Status", "completed")], hold: null, cancel);

    public Task<SendOutcome> MoveCallAsync(string sid, Uri url, CancellationToken cancel) => SendAsync($"Calls/{sid}", "CA", [new("Url", url.AbsoluteUri)], hold: null, cancel);

    public async Task<LookUp<CarrierText>> FetchTextAsync(string sid, CancellationToken cancel) =>
        (await AskAsync($"{Account}/Messages/{sid}.json", cancel)).One(CarrierJson.Default.CarrierText);

    public async Task<LookUp<CarrierCall>> FetchCallAsync(string sid, CancellationToken cancel) =>
        (await AskAsync($"{Account}/Calls/{sid}.json", cancel)).One(CarrierJson.Default.CarrierCall);

    public Task<LookUp<IReadOnlyList<CarrierText>>> ListTextsAsync(PhoneNumber to, DateOnly day, CancellationToken cancel) => lists.ListTextsAsync(to, day, cancel);

    public Task<LookUp<IReadOnlyList<CarrierCall>>> ListCallsAsync(PhoneNumber to, DateOnly day, CancellationToken cancel) => lists.ListCallsAsync(to, day, cancel);

    public IAsyncEnumerable<LookUp<IReadOnlyList<CarrierCall>>> CallsOfAsync(DateOnly day, CancellationToken cancel) => lists.CallsOfAsync(day, cancel);

    public IAsyncEnumerable<LookUp<IReadOnlyList<CarrierText>>> TextsOfAsync(DateOnly day, CancellationToken cancel) => lists.TextsOfAsync(day, cancel);

    public IAsyncEnumerable<LookUp<IReadOnlyList<CarrierLine>>> LinesAsync(CancellationToken cancel) => lists.LinesAsync(cancel);

    public async Task<LookUp<CarrierName>> LookUpNameAsync(PhoneNumber number, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{lookups}/v2/PhoneNumbers/{Uri.EscapeDataString(number.E164)}?Fields=caller_name");
        return (await door.LookUpAsync(request, cancel)).One(CarrierJson.Default.CarrierLookup) switch
        {
            LookUp<CarrierLookup>.Found { Value.CallerName: { } name } => new LookUp<CarrierName>.Found(name),
            LookUp<CarrierLookup>.Unreachable unreachable => new LookUp<CarrierName>.Unreachable(unreachable.Why),
            _ => new LookUp<CarrierName>.Nothing(),
        };
    }

    private async Task<SendOutcome> SendAsync(string what, string sidPrefixes, KeyValuePair<string, string>[] form, Hold? hold, CancellationToken cancel)
    {
        var content = new FormUrlEncodedContent(form);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Account}/{what}.json") { Content = hold is null ? content : new HeldContent(content, hold) };
        return (await door.ExchangeAsync(request, cancel)).AsOutcome(sidPrefixes);
    }

    private async Task<Exchange> AskAsync(string url, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        return await door.ExchangeAsync(request, cancel);
    }
}
