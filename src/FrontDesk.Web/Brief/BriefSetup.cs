namespace FrontDesk.Web.Brief;

/// <summary>The brief: the boss's PIN, what is read to her, and its addresses.</summary>
public static class BriefSetup
{
    public static IServiceCollection AddBrief(this IServiceCollection services)
    {
        services.AddSingleton<PinBook>();
        services.AddSingleton<CurrentBrief>();
        services.AddSingleton<BriefCalls>();
        return services.AddSingleton<BriefWebhooks>();
    }

    public static void MapBriefCalls(this RouteGroupBuilder twilio)
    {
        twilio.MapPost("/brief/pin", (HttpContext context, int attempt, BriefWebhooks brief) => brief.PinAsync(context, attempt));
        twilio.MapPost("/brief/key", (HttpContext context, int turn, int? retry, BriefWebhooks brief) => brief.KeyAsync(context, turn, retry ?? 0));
    }
}
