using System.Globalization;
using FrontDesk.Web.Nodes;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Rest.Lookups.V2;
using SdkNumber = Twilio.Types.PhoneNumber;

namespace FrontDesk.Web.Telephony.Sdk;

/// <summary>Twilio's REST API through Twilio's own SDK; what came of a request is told as <see cref="TwilioRest"/> tells it.</summary>
internal sealed class TwilioSdk(CarrierDoor door, TwilioSettings settings) : ITelephony
{
    private const string NoResource = "not what was asked for";

    private readonly CarrierLists lists = new(door, settings);
    private readonly TwilioRestClient client = new(settings.AccountSid, settings.AuthToken, httpClient: new SdkWire(door, settings));

    public Task<SendOutcome> SendTextAsync(OutgoingText text, CancellationToken cancel) => SendAsync("SM MM", text.Hold, async () =>
        (await MessageResource.CreateAsync(new CreateMessageOptions(Of(text.To)) { From = Of(text.From), Body = text.Body, StatusCallback = text.StatusCallback }, client)).Sid);

    public Task<SendOutcome> PlaceCallAsync(OutgoingCall call, CancellationToken cancel) => SendAsync("CA", call.Hold, async () =>
        (await CallResource.CreateAsync(
            new CreateCallOptions(Of(call.To), Of(call.From))
            {
                Url = call.Url,
                StatusCallback = call.StatusCallback,
                Timeout = (int)call.RingsFor.TotalSeconds,
                MachineDetection = call.WaitsForGreeting ? "DetectMessageEnd" : null,
            },
            client)).Sid);

    public Task<SendOutcome> EndCallAsync(string sid, CancellationToken cancel) => SendAsync("CA", hold: null, async () =>
        (await CallResource.UpdateAsync(new UpdateCallOptions(sid) { Status = CallResource.UpdateStatusEnum.Completed }, client)).Sid);

    public Task<SendOutcome> MoveCallAsync(string sid, Uri url, CancellationToken cancel) => SendAsync("CA", hold: null, async () =>
        (await CallResource.UpdateAsync(new UpdateCallOptions(sid) { Url = url }, client)).Sid);

    public Task<LookUp<CarrierText>> FetchTextAsync(string sid, CancellationToken cancel) =>
        AskAsync(async () => Told(await MessageResource.FetchAsync(new FetchMessageOptions(sid), client)));

    public Task<LookUp<CarrierCall>> FetchCallAsync(string sid, CancellationToken cancel) =>
        AskAsync(async () => Told(await CallResource.FetchAsync(new FetchCallOptions(sid), client)));

    // The SDK follows pages without awaiting, and hides where a list broke off.
    public Task<LookUp<IReadOnlyList<CarrierText>>> ListTextsAsync(PhoneNumber to, DateOnly day, CancellationToken cancel) => lists.ListTextsAsync(to, day, cancel);

    public Task<LookUp<IReadOnlyList<CarrierCall>>> ListCallsAsync(PhoneNumber to, DateOnly day, CancellationToken cancel) => lists.ListCallsAsync(to, day, cancel);

    public IAsyncEnumerable<LookUp<IReadOnlyList<CarrierCall>>> CallsOfAsync(DateOnly day, CancellationToken cancel) => lists.CallsOfAsync(day, cancel);

    public IAsyncEnumerable<LookUp<IReadOnlyList<CarrierText>>> TextsOfAsync(DateOnly day, CancellationToken cancel) => lists.TextsOfAsync(day, cancel);

    public IAsyncEnumerable<LookUp<IReadOnlyList<CarrierLine>>> LinesAsync(CancellationToken cancel) => lists.LinesAsync(cancel);

    public async Task<LookUp<CarrierName>> LookUpNameAsync(PhoneNumber number, CancellationToken cancel) =>
        await AskAsync(async () => Told((await PhoneNumberResource.FetchAsync(new FetchPhoneNumberOptions(number.E164) { Fields = "caller_name" }, client)).CallerName)) switch
        {
            // A lookup that finds nothing of a number has none of its names.
            LookUp<CarrierName>.Unreachable { Why: NoResource } => new LookUp<CarrierName>.Nothing(),
            var other => other,
        };

    private static async Task<SendOutcome> SendAsync(string sidPrefixes, Hold? hold, Func<Task<string?>> request)
    {
        // The SDK makes its own request: there is no later place to look.
        if (hold is { Stands: false })
        {
            return new SendOutcome.NotProcessed(new HoldLostException().Message, AtOnce: true);
        }

        try
        {
            return await request() is { } sid && CarrierAnswer.IsSid(sid, sidPrefixes) ? new SendOutcome.Accepted(sid) : new SendOutcome.Unknown(NoResource);
        }
        catch (Exception fault) when (ExchangeIn(fault) is { } exchange)
        {
            return exchange.AsOutcome(sidPrefixes);
        }
        catch (Exception fault) when (IsOfTheSdk(fault))
        {
            return new SendOutcome.Unknown(NoResource);
        }
    }

    private static async Task<LookUp<T>> AskAsync<T>(Func<Task<T?>> request)
        where T : class
    {
        try
        {
            return await request() is { } found ? new LookUp<T>.Found(found) : new LookUp<T>.Unreachable(NoResource);
        }
        catch (Exception fault) when (ExchangeIn(fault) is { } exchange)
        {
            return exchange.Without<T>();
        }
        catch (Exception fault) when (IsOfTheSdk(fault))
        {
            return new LookUp<T>.Unreachable(NoResource);
        }
    }

    private static Exchange? ExchangeIn(Exception fault) => (fault as NoYes ?? fault.InnerException as NoYes)?.Exchange;

    // It reads what is no resource as null or as a fault of its JSON reader, and then uses it.
    private static bool IsOfTheSdk(Exception fault) => fault is TwilioException or NullReferenceException or Newtonsoft.Json.JsonException or InvalidCastException or FormatException;

    private static CarrierText Told(MessageResource text) => new()
    {
        Sid = text.Sid ?? "",
        To = text.To,
        From = text.From?.ToString(),
        Body = text.Body,
        Status = text.Status?.ToString(),
        ErrorCode = text.ErrorCode,
        Direction = text.Direction?.ToString(),
        DateCreated = At(text.DateCreated),
        DateSent = At(text.DateSent),
    };

    private static CarrierName? Told(PhoneNumberResource.CallerNameInfo? name) => name is null ? null : new CarrierName { Name = name.CallerName, ErrorCode = name.ErrorCode };

    private static CarrierCall Told(CallResource call) => new()
    {
        Sid = call.Sid ?? "",
        To = call.To,
        From = call.From,
        Status = call.Status?.ToString(),
        Direction = call.Direction,
        ForwardedFrom = call.ForwardedFrom,
        DateCreated = At(call.DateCreated),
        StartTime = At(call.StartTime),
        EndTime = At(call.EndTime),
        Duration = int.TryParse(call.Duration, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null,
    };

    private static SdkNumber Of(PhoneNumber number) => new(number.E164);

    private static string? At(DateTime? at) => at?.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);
}
