using System.Security.Claims;
using FrontDesk.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;

namespace FrontDesk.Web.SignIn;

/// <summary>Who gets in: outside the demo a user with a password, in it whoever sits at this computer; programs show a token.</summary>
public static class SignInSetup
{
    private const string TheDoor = "Door";

    internal const string StampClaim = "stamp";

    public static IServiceCollection AddSignIn(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<UserBook>();
        services.AddSingleton<IPasswordHasher<string>, PasswordHasher<string>>();
        services.AddSingleton<KeyRing>();
        services.AddRateLimits();
        services.AddDataProtection().SetApplicationName("FrontDesk");
        // It warns at every first start that the keys stand in the books unsealed; who reads the books reads the calls as well.
        services.AddLogging(logs => logs.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddOptions<KeyManagementOptions>().Configure<KeyRing>((keys, ring) => keys.XmlRepository = ring);
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "frontdesk-form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });

        var peoplesDoor = settings.Demo ? DemoDoor.Name : CookieAuthenticationDefaults.AuthenticationScheme;
        var doors = services.AddAuthentication(TheDoor)
            .AddPolicyScheme(TheDoor, null, policy => policy.ForwardDefaultSelector = context => IsForProgram(context.Request) ? TokenDoor.Name : peoplesDoor)
            .AddScheme<AuthenticationSchemeOptions, TokenDoor>(TokenDoor.Name, null);
        _ = settings.Demo
            ? doors.AddScheme<AuthenticationSchemeOptions, DemoDoor>(DemoDoor.Name, null)
            : doors.AddCookie(Configure);

        // Nothing is served to a stranger unless its endpoint says so itself.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    /// <summary>Behind a proxy that ends TLS we hear plain HTTP, yet the address people use is the configured one.</summary>
    public static IApplicationBuilder UsePublicScheme(this IApplicationBuilder app, Settings settings) =>
        settings.Demo
            ? app
            : app.Use((context, next) =>
            {
                context.Request.Scheme = settings.PublicUrl.Scheme;
                return next(context);
            });

    public static ClaimsPrincipal Principal(SignInOutcome.Welcome user) =>
        new(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, user.UserId.ToString()),
                new Claim(ClaimTypes.Name, user.Name),
                new Claim(StampClaim, user.Stamp),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme));

    // A token opens no page: the API is for programs, the rest for people, and where both may look a token says who asks.
    private static bool IsForProgram(HttpRequest request) =>
        IsBelow(request, "/api") || (request.Headers.Authorization.Count > 0 && (IsBelow(request, "/openapi") || IsBelow(request, "/health")));

    private static bool IsBelow(HttpRequest request, string root) => request.Path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase);

    private static void Configure(CookieAuthenticationOptions cookies)
    {
        cookies.Cookie.Name = "frontdesk";
        cookies.Cookie.HttpOnly = true;
        cookies.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookies.Cookie.SameSite = SameSiteMode.Lax;
        cookies.ExpireTimeSpan = TimeSpan.FromDays(7);
        cookies.LoginPath = "/signin";
        cookies.ReturnUrlParameter = "returnUrl";
        cookies.Events.OnValidatePrincipal = EndIfRevokedAsync;
        cookies.Events.OnRedirectToLogin = AskToSignIn;
        cookies.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static async Task EndIfRevokedAsync(CookieValidatePrincipalContext context)
    {
        var users = context.HttpContext.RequestServices.GetRequiredService<UserBook>();
        var stamp = context.Principal?.FindFirstValue(StampClaim);
        if (stamp is null
            || !Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var userId)
            || !await users.IsCurrentAsync(userId, stamp, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
        }
    }

    // A person is led to the sign-in page and back; a webhook, a program or a script is told 401 and never redirected (F19).
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var isPerson = HttpMethods.IsGet(request.Method)
            && request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true)
            && !IsBelow(request, "/twilio");
        if (isPerson)
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }
}
