using FrontDesk.Calls;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Connect;

/// <summary>Connecting the boss with somebody on the sheet: her line, theirs, and the room they meet in.</summary>
public static class ConnectSetup
{
    public static IServiceCollection AddConnect(this IServiceCollection services) => services.AddSingleton<ConnectCalls>().AddSingleton<ConnectSettling>();

    public static void MapConnect(this RouteGroupBuilder twilio)
    {
        twilio.MapPost("/connect/boss", async (HttpContext context, Guid intent, ConnectCalls calls, Twiml twiml) =>
            await SayAsync(twiml, await calls.BossAnsweredAsync(intent, WebhookForm.Of(context).CallSid, context.RequestAborted), context.Response));
        twilio.MapPost("/connect/boss/key", async (HttpContext context, Guid intent, ConnectCalls calls, Twiml twiml) =>
            await SayAsync(twiml, await calls.BossPressedAsync(intent, WebhookForm.Of(context).CallSid, WebhookForm.Of(context).Keys, context.RequestAborted), context.Response));
        twilio.MapPost("/connect/boss/status", async (HttpContext context, Guid intent, ConnectCalls calls) =>
            await calls.BossEndedAsync(intent, WebhookForm.Of(context).CallSid, Status(context), context.RequestAborted));
        twilio.MapPost("/connect/wait", async (HttpContext context, Guid connection, int beat, ConnectCalls calls, Twiml twiml) =>
            await SayAsync(twiml, await calls.WaitAsync(connection, beat, context.RequestAborted), context.Response));
        twilio.MapPost("/connect/party", async (HttpContext context, Guid intent, ConnectCalls calls, Twiml twiml) =>
            await SayAsync(twiml, await calls.PartyAnsweredAsync(intent, WebhookForm.Of(context).CallSid, context.RequestAborted), context.Response));
        twilio.MapPost("/connect/party/status", async (HttpContext context, Guid intent, ConnectCalls calls) =>
            await calls.PartyEndedAsync(intent, WebhookForm.Of(context).CallSid, Status(context), Seconds(context), context.RequestAborted));
        twilio.MapPost("/connect/alone", async (HttpContext context, Guid connection, ConnectCalls calls, Twiml twiml) =>
            await SayAsync(twiml, await calls.AloneAsync(connection, context.RequestAborted), context.Response));
        twilio.MapPost("/connect/room", RoomAsync);
        twilio.MapPost("/connect/done", async (HttpContext context, Guid connection, ConnectCalls calls, Twiml twiml) =>
            await SayAsync(twiml, await calls.DoneAsync(connection, context.RequestAborted), context.Response));
        twilio.MapPost("/connect/key", async (HttpContext context, Guid connection, ConnectCalls calls, Twiml twiml) =>
            await SayAsync(twiml, await calls.PressedAsync(connection, WebhookForm.Of(context).Keys, context.RequestAborted), context.Response));
    }

    internal static Task SayAsync(Twiml twiml, ConnectLine line, HttpResponse response) => line switch
    {
        { Meets: { } meeting } => twiml.Meet(line.Say, meeting, response),
        { Keys: { } keys } => twiml.AskForKey(line.Say, keys, response),
        { Waits: { } waits } => twiml.Wait(line.Say, waits, response),
        { GoesOn: { } goesOn } => twiml.GoOn(line.Say, goesOn, response),
        { Say.Length: 0 } => twiml.HangUp(response),
        _ => twiml.Goodbye(line.Say, response),
    };

    private static async Task RoomAsync(HttpContext context, Guid connection, ConnectCalls calls)
    {
        if (WebhookForm.Of(context)["StatusCallbackEvent"u8] is "conference-start")
        {
            await calls.TalkAsync(connection, context.RequestAborted);
        }
    }

    private static CallStatus Status(HttpContext context) => CallStatusWord.Read(WebhookForm.Of(context)["CallStatus"u8]) ?? CallStatus.Ringing;

    private static int? Seconds(HttpContext context) =>
        int.TryParse(WebhookForm.Of(context)["CallDuration"u8], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
}
