using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace FrontDesk.Simulator.Rest;

/// <summary>Lets requests in by account and token, has them carried out, and now and then spoils the answer.</summary>
internal sealed class RestDoor(Switchboard board, string prefix)
{
    public async Task ServeAsync(HttpContext context, Func<RestRequest, RestAnswer> work)
    {
        using var hold = board.Clock.Activity.Begin();
        if (!IsLetIn(context))
        {
            await WriteAsync(context, RestFault.Of(401, 20003, "Authenticate"));
            return;
        }

        var request = await RestRequest.ReadAsync(context);
        var path = request.Path.StartsWith(prefix, StringComparison.Ordinal) ? request.Path[prefix.Length..] : request.Path;
        var (fate, answer) = await board.Loop.RunAsync(() => Answer(request with { Path = path }, work));
        switch (fate)
        {
            case RestFate.ResetAfterAcceptance:
                context.Abort();
                break;
            case RestFate.GarbageAfterAcceptance:
                context.Response.StatusCode = StatusCodes.Status502BadGateway;
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync("<html><body><h1>502 Bad Gateway</h1></body></html>", context.RequestAborted);
                break;
            default:
                await WriteAsync(context, answer);
                break;
        }
    }

    private (RestFate Fate, RestAnswer Answer) Answer(RestRequest request, Func<RestRequest, RestAnswer> work)
    {
        var occasion = board.NextOccasion($"REST {request.Method} {request.Path} {request["From"]} {request["To"]}");
        var fate = RestFates.Of(board.Options.Mischief?.Rest, board.Seed, occasion);
        if (fate is not RestFate.Answered)
            board.RestLog.Add(TranscriptKind.Mischief, $"{fate}: {request.Method} {request.Path}");
        var answer = fate switch
        {
            RestFate.TooMany => RestFault.Of(429, 20429, "Too Many Requests"),
            RestFate.Unavailable => RestFault.Of(503, 20503, "Service Unavailable"),
            _ => work(request),
        };
        WarnOfWhatIsIgnored(request);
        board.RestLog.Add(TranscriptKind.Rest, $"{request.Method} {request.Path} -> {answer.Status}");
        return (fate, fate is RestFate.ErrorAfterAcceptance ? RestFault.Of(500, 20500, "Internal Server Error") : answer);
    }

    /// <summary>What Twilio would honour and this carrier does not is no silent success.</summary>
    private void WarnOfWhatIsIgnored(RestRequest request)
    {
        string[] unplayed = ["AsyncAmd", "Record", "ApplicationSid", "MediaUrl", "MessagingServiceSid", "SendAt", "ScheduleType", "CallToken"];
        foreach (var name in unplayed.Where(request.Has))
            board.Warnings.Add($"REST {request.Path}: {name} is not played by this carrier");
    }

    private bool IsLetIn(HttpContext context)
    {
        var options = board.Options;
        if (context.Request.RouteValues.TryGetValue("account", out var account) && account as string != options.AccountSid)
            return false;
        var given = Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString());
        return Matches(given, options.AccountSid, options.AuthToken)
            || (options.SecondaryAuthToken is { } secondary && Matches(given, options.AccountSid, secondary));
    }

    private static bool Matches(byte[] given, string account, string token)
    {
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account}:{token}"));
        return CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(expected));
    }

    private static async Task WriteAsync(HttpContext context, RestAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        if (answer.Status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"Twilio API\"";
        if (answer.Body is not { } body)
            return;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }
}
