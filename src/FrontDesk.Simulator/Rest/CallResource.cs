using System.Globalization;
using System.Text.Json.Nodes;
using FrontDesk.Simulator.Calls;

namespace FrontDesk.Simulator.Rest;

/// <summary>Calls over REST.</summary>
internal sealed class CallResource(Switchboard board)
{
    private readonly CallDoor door = new(board);

    public RestAnswer Create(RestRequest request)
    {
        if (door.Refuses(request) is { } fault)
            return fault;
        if (Numbering.IsMagic(request["From"]!))
            return new RestAnswer(201, door.Pretend(request));
        return new RestAnswer(201, Json(board.Outbound.Enqueue(CallDoor.Read(request)).Call));
    }

    public RestAnswer Show(RestRequest request) =>
        board.Leg(request.Sid) is { } leg ? new RestAnswer(200, Json(leg.Call)) : RestFault.NotFound(request);

    public RestAnswer List(RestRequest request)
    {
        var calls = board.Legs.ToArray().Select(leg => leg.Call).Where(call =>
            Is(request["To"], call.To)
            && Is(request["From"], call.From)
            && Is(request["ParentCallSid"], call.ParentSid)
            && Is(request["Status"], call.Status.Word())
            && Days.Match(request, "StartTime", Started(call))
            && Days.Match(request, "EndTime", call.Ended));
        return Paging.Answer(board.Options, request, "calls", [.. calls.OrderByDescending(call => call.Created).ThenBy(call => call.Sid, StringComparer.Ordinal)], call => call.Sid, Json);
    }

    public RestAnswer Update(RestRequest request)
    {
        if (board.Leg(request.Sid) is not { } leg)
            return RestFault.NotFound(request);
        return CallDoor.Update(leg, request) ?? new RestAnswer(200, Json(leg.Call));
    }

    /// <summary>The record goes; a call that is not over keeps its own.</summary>
    public RestAnswer Delete(RestRequest request)
    {
        if (board.Leg(request.Sid) is not { } leg)
            return RestFault.NotFound(request);
        if (!leg.Call.IsOver)
            return RestFault.Of(409, 20009, "Cannot delete a call that is in progress");
        board.Legs.Remove(leg);
        return new RestAnswer(204, null);
    }

    public JsonObject Json(CarrierCall call)
    {
        var uri = $"/2010-04-01/Accounts/{board.Options.AccountSid}/Calls/{call.Sid}";
        return new JsonObject
        {
            ["sid"] = call.Sid,
            ["date_created"] = call.Created.Rfc2822(),
            ["date_updated"] = (call.Ended ?? call.Answered ?? call.Created).Rfc2822(),
            ["parent_call_sid"] = call.ParentSid,
            ["account_sid"] = board.Options.AccountSid,
            ["to"] = call.To,
            ["to_formatted"] = Numbering.Formatted(call.To),
            ["from"] = call.From,
            ["from_formatted"] = Numbering.Formatted(call.From),
            ["phone_number_sid"] = NumberResource.SidOf(board, call),
            ["status"] = call.Status == CarrierCallStatus.Initiated ? "ringing" : call.Status.Word(),
            ["start_time"] = Started(call)?.Rfc2822(),
            ["end_time"] = call.Ended?.Rfc2822(),
            ["duration"] = call.IsOver ? call.Seconds.ToString(CultureInfo.InvariantCulture) : null,
            ["price"] = null,
            ["price_unit"] = "USD",
            ["direction"] = call.Direction.Word(),
            ["answered_by"] = call.AnsweredBy,
            ["api_version"] = "2010-04-01",
            ["forwarded_from"] = call.ForwardedFrom,
            ["group_sid"] = null,
            ["caller_name"] = call.CallerName,
            ["queue_time"] = ((long)call.Queued.TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
            ["trunk_sid"] = null,
            ["uri"] = uri + ".json",
            ["subresource_uris"] = new JsonObject { ["recordings"] = uri + "/Recordings.json" },
        };
    }

    private static DateTimeOffset? Started(CarrierCall call) =>
        call.Direction == CarrierCallDirection.OutboundApi ? (call.Status == CarrierCallStatus.Queued ? null : call.Created + call.Queued) : call.Created;

    private static bool Is(string? asked, string? value) => asked is null || asked == value;
}
