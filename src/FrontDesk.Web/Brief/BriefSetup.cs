using FrontDesk.Web.Demo;
using FrontDesk.Web.Reminders;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FrontDesk.Web.Brief;

/// <summary>The brief: the boss's PIN, what is read to her, and its addresses.</summary>
public static class BriefSetup
{
    public static IServiceCollection AddBrief(this IServiceCollection services, Settings settings)
    {
        services.AddPins();
        services.AddSingleton<CurrentBrief>();
        services.AddSingleton<BriefCalls>();
        services.AddSingleton<BriefWebhooks>();
        return settings.Demo ? services.AddHostedService<DemoPin>() : services;
    }

    /// <summary>As much of it as the command line needs.</summary>
    public static void AddPins(this IServiceCollection services)
    {
        services.TryAddSingleton<ReminderBell>();
        services.TryAddSingleton<IPasswordHasher<string>, PasswordHasher<string>>();
        services.AddSingleton<PinBook>();
    }

    public static void MapBriefCalls(this RouteGroupBuilder twilio)
    {
        twilio.MapPost("/brief/pin", (HttpContext context, int attempt, BriefWebhooks brief) => brief.PinAsync(context, attempt));
        twilio.MapPost("/brief/key", (HttpContext context, int turn, int? retry, BriefWebhooks brief) => brief.KeyAsync(context, turn, retry ?? 0));
    }
}
