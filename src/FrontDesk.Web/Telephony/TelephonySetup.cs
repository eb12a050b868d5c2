using FrontDesk.Web.Brief;
using FrontDesk.Web.Calls;
using FrontDesk.Web.Connect;
using FrontDesk.Web.Reach;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Texts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FrontDesk.Web.Telephony;

/// <summary>Everything the carrier reaches: one group of addresses behind one door.</summary>
public static class TelephonySetup
{
    public const string Root = "/twilio";

    public static IServiceCollection AddTelephony(this IServiceCollection services, Settings settings)
    {
        services.TryAddSingleton(settings);
        services.AddSingleton<Refusals>();
        services.AddSingleton<WebhookDoor>();
        services.AddSingleton<Twiml>();
        // A redirect after a passing failure carries in its address all that was heard (TWILIO.md §0).
        services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestLineSize = WebhookDoor.MostBytes);
        return services;
    }

    public static void MapTwilio(this WebApplication app)
    {
        var twilio = app.MapTwilioGroup();
        twilio.MapVoice();
        twilio.MapTexts();
        twilio.MapReminderCalls();
        twilio.MapReach();
        twilio.MapConnect();
        twilio.MapBriefCalls();
    }

    /// <summary>
    /// Nothing below the root answers, not even that it is not there, before the signature is checked; and nothing that stands before
    /// pages (sign-in, redirects) stands before it.
    /// </summary>
    public static RouteGroupBuilder MapTwilioGroup(this WebApplication app)
    {
        var door = app.Services.GetRequiredService<WebhookDoor>();
        var twilio = app.MapGroup(Root).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        twilio.ShortCircuit();
        // A convention, not an endpoint filter: those run only after a handler's parameters were bound, and read its body.
        ((IEndpointConventionBuilder)twilio).Add(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => door.EnterAsync(context, next);
            endpoint.Metadata.Add(door);
        });
        twilio.Map("{**unknown}", NotHere);
        return twilio;
    }

    private static Task NotHere(HttpContext context)
    {
        var status = HttpMethods.IsPost(context.Request.Method) ? StatusCodes.Status404NotFound : StatusCodes.Status405MethodNotAllowed;
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
