using FrontDesk.Calls;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reach;

/// <summary>Trying the boss for a caller who holds: the caller's end, the boss's end, and word left afterwards.</summary>
public static class ReachSetup
{
    public static IServiceCollection AddReach(this IServiceCollection services)
    {
        services.AddSingleton<Reaching>();
        services.AddSingleton<PhoneLoops>();
        services.AddSingleton<HoldingLine>();
        services.AddSingleton<ReachCalls>();
        services.AddSingleton<WordCalls>();
        services.AddSingleton<ReachProof>();
        return services.AddSingleton<ReachSettling>();
    }

    public static void MapReach(this RouteGroupBuilder twilio)
    {
        var holding = ((IEndpointRouteBuilder)twilio).ServiceProvider.GetRequiredService<HoldingLine>();
        twilio.MapPost("/hold", holding.BeatAsync);
        twilio.MapPost("/hold/left", holding.LeftAsync);
        twilio.MapPost("/reach", AnsweredAsync);
        twilio.MapPost("/reach/key", PressedAsync);
        twilio.MapPost("/reach/gone", GoneAsync);
        twilio.MapPost("/reach/room", RoomAsync);
        twilio.MapPost("/reach/status", EndedAsync);
        twilio.MapPost("/word", WordAnsweredAsync);
        twilio.MapPost("/word/key", WordPressedAsync);
        twilio.MapPost("/word/status", WordEndedAsync);
    }

    private static async Task AnsweredAsync(HttpContext context, Guid intent, ReachCalls calls, Twiml twiml) =>
        await SayAsync(context, "/twilio/reach/key", intent, await calls.AnsweredAsync(intent, WebhookForm.Of(context).CallSid, context.RequestAborted), twiml);

    private static async Task PressedAsync(HttpContext context, Guid intent, bool told, int attempt, ReachCalls calls, Twiml twiml) =>
        await SayAsync(context, "/twilio/reach/key", intent, await calls.PressedAsync(intent, WebhookForm.Of(context).CallSid, told, attempt, WebhookForm.Of(context).Keys, context.RequestAborted), twiml);

    private static async Task GoneAsync(HttpContext context, Guid intent, ReachCalls calls, Twiml twiml) =>
        await SayAsync(context, "/twilio/reach/key", intent, await calls.GoneAsync(intent, WebhookForm.Of(context).CallSid, context.RequestAborted), twiml);

    private static async Task<IResult> RoomAsync(HttpContext context, Guid reach, ReachCalls calls)
    {
        if (WebhookForm.Of(context)["StatusCallbackEvent"u8] is "conference-start")
        {
            await calls.TalkAsync(reach, WebhookForm.Of(context).HappenedAt, context.RequestAborted);
        }

        return Results.NoContent();
    }

    private static async Task<IResult> EndedAsync(HttpContext context, Guid intent, ReachCalls calls)
    {
        if (CallStatusWord.Read(WebhookForm.Of(context)["CallStatus"u8]) is { } status)
        {
            await calls.EndedAsync(intent, WebhookForm.Of(context).CallSid, status, context.RequestAborted);
        }

        return Results.NoContent();
    }

    private static async Task WordAnsweredAsync(HttpContext context, Guid intent, WordCalls calls, Twiml twiml) => await SayAsync(
        context, "/twilio/word/key", intent, await calls.AnsweredAsync(intent, WebhookForm.Of(context).CallSid, WebhookForm.Of(context)["AnsweredBy"u8], context.RequestAborted), twiml);

    private static async Task WordPressedAsync(HttpContext context, Guid intent, WordCalls calls, Twiml twiml) =>
        await SayAsync(context, "/twilio/word/key", intent, await calls.PressedAsync(intent, WebhookForm.Of(context).CallSid, WebhookForm.Of(context).Keys, context.RequestAborted), twiml);

    private static async Task<IResult> WordEndedAsync(HttpContext context, Guid intent, WordCalls calls)
    {
        if (CallStatusWord.Read(WebhookForm.Of(context)["CallStatus"u8]) is { } status)
        {
            await calls.EndedAsync(intent, WebhookForm.Of(context).CallSid, status, context.RequestAborted);
        }

        return Results.NoContent();
    }

    private static Task SayAsync(HttpContext context, string keyPath, Guid intent, ReachLine line, Twiml twiml) => line switch
    {
        { Meets: { } meeting } => twiml.Meet(line.Say, meeting, context.Response),
        { Attempt: 0 } => twiml.Goodbye(line.Say, context.Response),
        _ => twiml.AskForKey(line.Say, $"{keyPath}?intent={intent:N}&told={(line.Told ? "true" : "false")}&attempt={line.Attempt}", context.Response),
    };
}
