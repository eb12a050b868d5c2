using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace FrontDesk.Web.SignIn;

/// <summary>The demo's door: open to whoever sits at this very computer, shut to everybody else.</summary>
public sealed class DemoDoor(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "Demo";

    private const string Shut =
        "This is a FrontDesk demo. It opens only in a browser on the computer it runs on, at http://localhost.\n"
        + "To use it from elsewhere, connect a Twilio account and make a user: README, \"Going live\".\n";

    // A tunnel or proxy on this computer is a near neighbour too; what it brings along comes from far away.
    private static readonly string[] SignsOfAProxy = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Via"];

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsFromHere(Context))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, "demo")], Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        Response.ContentType = "text/plain; charset=utf-8";
        return Response.WriteAsync(Shut, Context.RequestAborted);
    }

    internal static bool IsFromHere(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && IsOurName(http.Request.Host.Host)
        && !SignsOfAProxy.Any(http.Request.Headers.ContainsKey);

    // A web site elsewhere can give its own name our address (DNS rebinding) and read us as itself; only our own names will do.
    private static bool IsOurName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
