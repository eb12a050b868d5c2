using System.Text.Json.Nodes;

namespace FrontDesk.Simulator.Rest;

/// <summary>The account's numbers over REST, with where their calls and texts go.</summary>
internal sealed class NumberResource(Switchboard board)
{
    public static string? SidOf(Switchboard board, CarrierCall call)
    {
        var ours = call.Direction == CarrierCallDirection.Inbound ? call.To : call.From;
        return board.Owned(ours) is { } number ? SidOf(board, number) : null;
    }

    public RestAnswer List(RestRequest request)
    {
        var numbers = board.Options.Numbers.Where(number => request["PhoneNumber"] is not { } asked || number.Number.Contains(asked, StringComparison.Ordinal));
        return Paging.Answer(board.Options, request, "incoming_phone_numbers", [.. numbers], number => SidOf(board, number), Json);
    }

    public RestAnswer Show(RestRequest request) =>
        board.Options.Numbers.FirstOrDefault(number => SidOf(board, number) == request.Sid) is { } number
            ? new RestAnswer(200, Json(number))
            : RestFault.NotFound(request);

    private static string SidOf(Switchboard board, CarrierNumber number) => board.Seed.Sid("PN", number.Number);

    private JsonObject Json(CarrierNumber number) => new()
    {
        ["sid"] = SidOf(board, number),
        ["account_sid"] = board.Options.AccountSid,
        ["friendly_name"] = Numbering.Formatted(number.Number),
        ["phone_number"] = number.Number,
        ["voice_url"] = number.VoiceUrl,
        ["voice_method"] = number.VoiceMethod,
        ["voice_fallback_url"] = number.VoiceFallbackUrl,
        ["voice_fallback_method"] = number.VoiceFallbackMethod,
        ["voice_caller_id_lookup"] = false,
        ["voice_application_sid"] = null,
        ["trunk_sid"] = null,
        ["status_callback"] = number.StatusCallbackUrl,
        ["status_callback_method"] = number.StatusCallbackMethod,
        ["sms_url"] = number.SmsUrl,
        ["sms_method"] = number.SmsMethod,
        ["sms_fallback_url"] = number.SmsFallbackUrl,
        ["sms_fallback_method"] = number.SmsFallbackMethod,
        ["sms_application_sid"] = null,
        ["capabilities"] = new JsonObject { ["voice"] = true, ["sms"] = true, ["mms"] = false, ["fax"] = false },
        ["api_version"] = "2010-04-01",
        ["uri"] = $"/2010-04-01/Accounts/{board.Options.AccountSid}/IncomingPhoneNumbers/{SidOf(board, number)}.json",
    };
}
