using System.Globalization;
using System.Text.Json.Nodes;

namespace FrontDesk.Simulator.Rest;

/// <summary>What a REST request comes to.</summary>
internal sealed record RestAnswer(int Status, JsonNode? Body);

/// <summary>Twilio's errors in Twilio's shape.</summary>
internal static class RestFault
{
    public static RestAnswer NotFound(RestRequest request) => NotFound(request.Path);

    public static RestAnswer NotFound(string path) => Of(404, 20404, $"The requested resource {path} was not found");

    public static RestAnswer Of(int status, int code, string message) => new(status, new JsonObject
    {
        ["code"] = code,
        ["message"] = message,
        ["more_info"] = string.Create(CultureInfo.InvariantCulture, $"https://www.twilio.com/docs/errors/{code}"),
        ["status"] = status,
    });

    public static RestAnswer Of(int code, string message) => Of(400, code, message);
}
