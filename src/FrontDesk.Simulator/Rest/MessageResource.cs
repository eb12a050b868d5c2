using System.Globalization;
using System.Text.Json.Nodes;
using FrontDesk.Simulator.Calls;
using FrontDesk.Simulator.Texts;

namespace FrontDesk.Simulator.Rest;

/// <summary>Texts over REST.</summary>
internal sealed class MessageResource(Switchboard board)
{
    private const int LongestBody = 1600;

    public RestAnswer Create(RestRequest request)
    {
        if (Refuses(request) is { } fault)
            return fault;
        var (from, to, body) = (request["From"]!, request["To"]!, request["Body"]!);
        if (Numbering.IsMagic(from))
            return new RestAnswer(201, Json(Pretend(from, to, body)));
        return new RestAnswer(201, Json(board.Texts.Send(new TextRequest(from, to, body, CarrierMessageDirection.OutboundApi)
        {
            StatusCallback = request["StatusCallback"],
        })));
    }

    public RestAnswer Show(RestRequest request) =>
        Array.Find(board.Messages.ToArray(), message => message.Sid == request.Sid) is { } message
            ? new RestAnswer(200, Json(message))
            : RestFault.NotFound(request);

    public RestAnswer List(RestRequest request)
    {
        var messages = board.Messages.ToArray().Where(message =>
            (request["To"] is not { } to || message.To == to)
            && (request["From"] is not { } from || message.From == from)
            && Days.Match(request, "DateSent", message.Sent));
        return Paging.Answer(board.Options, request, "messages", [.. messages.OrderByDescending(message => message.Created).ThenBy(message => message.Sid, StringComparer.Ordinal)], message => message.Sid, Json);
    }

    private RestAnswer? Refuses(RestRequest request)
    {
        if (request["To"] is not { } to)
            return RestFault.Of(21604, "A 'To' phone number is required");
        if (request["From"] is not { } from)
            return RestFault.Of(21603, "A 'From' phone number is required");
        if (request["Body"] is not { } body)
            return RestFault.Of(21602, "Message body is required");
        if (body.Length > LongestBody)
            return RestFault.Of(21617, "The concatenated message body exceeds the 1600 character limit");
        if (request["StatusCallback"] is { } callback && !Uri.TryCreate(callback, UriKind.Absolute, out _))
            return RestFault.Of(21609, $"The 'StatusCallback' URL {callback} is not a valid URL");
        if (Numbering.IsMagic(from) || Numbering.IsMagic(to))
            return Numbering.MagicTextFault(from, to) is { } magic ? RestFault.Of(magic, $"The numbers '{from}' and '{to}' stand for this error") : null;
        return RefusesNumbers(from, to);
    }

    private RestAnswer? RefusesNumbers(string from, string to)
    {
        if (!Numbering.IsE164(to))
            return RestFault.Of(21211, $"The 'To' number {to} is not a valid phone number");
        if (board.Owned(from) is null)
            return RestFault.Of(21606, $"The 'From' phone number {from} is not a valid, SMS-capable number of your account");
        if (board.Options.AllowedPrefixes is { Count: > 0 } allowed && !allowed.Any(prefix => to.StartsWith(prefix, StringComparison.Ordinal)))
            return RestFault.Of(21408, $"Permission to send an SMS has not been enabled for the region of {to}");
        if (board.Texts.IsOptedOut(to, from))
            return RestFault.Of(21610, "Attempt to send to unsubscribed recipient");
        return board.Telephones[to].IsMobile ? null : RestFault.Of(21614, $"'To' number {to} is not a mobile number");
    }

    private CarrierMessage Pretend(string from, string to, string body)
    {
        var now = board.Clock.GetUtcNow();
        var sid = board.NextSid("SM", from, to);
        return new CarrierMessage
        {
            Sid = sid,
            From = from,
            To = to,
            Body = body,
            Direction = CarrierMessageDirection.OutboundApi,
            Segments = Segments.Of(body),
            Created = now,
            Updated = now,
            Transcript = new Transcript(board.Clock, sid, from, to),
        };
    }

    private JsonObject Json(CarrierMessage message)
    {
        var uri = $"/2010-04-01/Accounts/{board.Options.AccountSid}/Messages/{message.Sid}";
        return new JsonObject
        {
            ["sid"] = message.Sid,
            ["account_sid"] = board.Options.AccountSid,
            ["messaging_service_sid"] = null,
            ["date_created"] = message.Created.Rfc2822(),
            ["date_updated"] = message.Updated.Rfc2822(),
            ["date_sent"] = message.Sent?.Rfc2822(),
            ["to"] = message.To,
            ["from"] = message.From,
            ["body"] = message.Body,
            ["status"] = message.Status.Word(),
            ["direction"] = message.Direction.Word(),
            ["num_segments"] = message.Segments.ToString(CultureInfo.InvariantCulture),
            ["num_media"] = "0",
            ["price"] = null,
            ["price_unit"] = "USD",
            ["error_code"] = message.ErrorCode,
            ["error_message"] = null,
            ["api_version"] = "2010-04-01",
            ["uri"] = uri + ".json",
            ["subresource_uris"] = new JsonObject { ["media"] = uri + "/Media.json" },
        };
    }
}
