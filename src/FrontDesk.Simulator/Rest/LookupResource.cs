using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace FrontDesk.Simulator.Rest;

/// <summary>Lookup v2: what is known of a number. Each field asked for can fail by itself while the whole is 200.</summary>
internal sealed class LookupResource(Switchboard board)
{
    public RestAnswer Show(RestRequest request)
    {
        if (!Numbering.IsE164(request.Sid) || Of(request.Sid) is CallerNameAnswer.Unknown)
            return RestFault.NotFound(request);
        var asked = (request["Fields"] ?? "").Split(',');
        var number = new JsonObject
        {
            ["calling_country_code"] = request.Sid.StartsWith("+1", StringComparison.Ordinal) ? "1" : null,
            ["country_code"] = request.Sid.StartsWith("+1", StringComparison.Ordinal) ? "US" : null,
            ["phone_number"] = request.Sid,
            ["national_format"] = Numbering.Formatted(request.Sid),
            ["valid"] = true,
            ["validation_errors"] = new JsonArray(),
            ["caller_name"] = asked.Contains("caller_name", StringComparer.Ordinal) ? NameOf(Of(request.Sid)) : null,
            ["url"] = $"https://lookups.twilio.com/v2/PhoneNumbers/{request.Sid}",
        };
        return new RestAnswer(200, number);
    }

    /// <summary>For how long nobody answers.</summary>
    public TimeSpan Delay(HttpContext context) =>
        context.Request.RouteValues["sid"] is string number && Of(number) is CallerNameAnswer.Slow slow ? slow.For : TimeSpan.Zero;

    private CallerNameAnswer? Of(string number) => board.Options.CallerNames.GetValueOrDefault(number);

    private static JsonObject NameOf(CallerNameAnswer? answer) => new()
    {
        ["caller_name"] = (answer as CallerNameAnswer.Named)?.Name,
        ["caller_type"] = (answer as CallerNameAnswer.Named)?.Type,
        ["error_code"] = (answer as CallerNameAnswer.Fails)?.Code,
    };
}
