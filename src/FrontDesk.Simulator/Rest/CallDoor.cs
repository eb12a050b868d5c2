using System.Text.Json.Nodes;
using FrontDesk.Simulator.Calls;
using FrontDesk.Simulator.Twiml;

namespace FrontDesk.Simulator.Rest;

/// <summary>What a request about a call must look like, and what it asks for.</summary>
internal sealed class CallDoor(Switchboard board)
{
    private const int LongestTwiml = 4000;

    public RestAnswer? Refuses(RestRequest request)
    {
        if (request["To"] is not { } to)
            return RestFault.Of(21201, "No 'To' number is specified");
        if (request["From"] is not { } from)
            return RestFault.Of(21213, "'From' phone number is required");
        if (Numbering.IsMagic(from) || Numbering.IsMagic(to))
            return Numbering.MagicCallFault(from, to) is { } magic ? RestFault.Of(magic, $"The numbers '{from}' and '{to}' stand for this error") : null;
        if (!Numbering.IsE164(from))
            return RestFault.Of(21212, $"The source phone number provided, {from}, is not valid");
        if (!Numbering.IsE164(to))
            return RestFault.Of(to.Any(char.IsDigit) ? 21217 : 21211, $"The phone number you are attempting to call, {to}, is not valid");
        if (board.Owned(from) is null && !board.Options.VerifiedCallerIds.Contains(from, StringComparer.Ordinal))
            return RestFault.Of(21210, $"The source phone number provided, {from}, is not yet verified for your account");
        if (board.Options.AllowedPrefixes is { Count: > 0 } allowed && !allowed.Any(prefix => to.StartsWith(prefix, StringComparison.Ordinal)))
            return RestFault.Of(21215, $"Account not authorized to call {to}");
        return RefusesDocument(request);
    }

    public static CallRequest Read(RestRequest request) => new(request["From"]!, request["To"]!, First(request)!)
    {
        Fallback = request["FallbackUrl"] is { } fallback ? new Fetch(fallback, request.HttpMethod("FallbackMethod"), []) : null,
        StatusCallback = request["StatusCallback"],
        StatusCallbackMethod = request.HttpMethod("StatusCallbackMethod"),
        Events = request.All("StatusCallbackEvent") is { Count: > 0 } events ? [.. events.SelectMany(each => each.Split(' '))] : ["completed"],
        Timeout = request.Number("Timeout", 60, 600),
        TimeLimit = request.Number("TimeLimit", 14400, 86400),
        SendDigits = request["SendDigits"],
        Detection = request["MachineDetection"] switch
        {
            "Enable" => MachineDetection.Enable,
            "DetectMessageEnd" => MachineDetection.DetectMessageEnd,
            _ => null,
        },
    };

    /// <summary>Ends, cancels or redirects a call; null when that was done.</summary>
    public static RestAnswer? Update(Leg leg, RestRequest request)
    {
        if (leg.Call.IsOver)
            return RestFault.Of(21220, "Call is not in-progress. Cannot redirect.");
        switch (request["Status"])
        {
            case "completed":
                leg.End(leg.IsAnswered ? CarrierCallStatus.Completed : CarrierCallStatus.Canceled);
                return null;
            case "canceled":
                if (leg.IsAnswered)
                    return RestFault.Of(21220, "Call is already in-progress. Cannot cancel.");
                leg.End(CarrierCallStatus.Canceled);
                return null;
            case not null:
                return RestFault.Of(20001, "Invalid status");
        }

        if (RefusesDocument(request) is { } fault)
            return fault;
        if (!leg.IsAnswered)
            return RestFault.Of(21220, "Call is not in-progress. Cannot redirect.");
        leg.TakeOver(First(request)!);
        return null;
    }

    /// <summary>What a magic number gets: an answer, and no call.</summary>
    public JsonObject Pretend(RestRequest request) => new CallResource(board).Json(new CarrierCall
    {
        Sid = board.NextSid("CA", request["From"]!, request["To"]!),
        From = request["From"]!,
        To = request["To"]!,
        Direction = CarrierCallDirection.OutboundApi,
        Created = board.Clock.GetUtcNow(),
    });

    private static RestAnswer? RefusesDocument(RestRequest request)
    {
        if (request["MachineDetection"] is { } detection and not ("Enable" or "DetectMessageEnd"))
            return RestFault.Of(20001, $"MachineDetection is Enable or DetectMessageEnd, not {detection}");
        if (request["StatusCallback"] is { } callback && !IsUrl(callback))
            return RestFault.Of(21609, $"The 'StatusCallback' URL {callback} is not a valid URL");
        if (request["Url"] is { } url)
            return IsUrl(url) ? null : RestFault.Of(21205, $"Url is not a valid URL: {url}");
        if (request["Twiml"] is { } twiml)
            return twiml.Length > LongestTwiml ? RestFault.Of(32018, "Twiml parameter is longer than 4000 characters") : null;
        return RestFault.Of(21205, "Url parameter is required");
    }

    private static Step? First(RestRequest request)
    {
        if (request["Url"] is { } url)
            return new Fetch(url, request.HttpMethod("Method"), []);
        return request["Twiml"] is { } twiml ? new Inline(TwimlReader.Read(twiml)) : null;
    }

    private static bool IsUrl(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https" } && !uri.Host.Contains('_', StringComparison.Ordinal);
}
