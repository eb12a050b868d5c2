using FrontDesk.Calls;
using FrontDesk.Web.Connect;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reminders;

/// <summary>Reminding the boss: the round, what wakes it, and the calls it makes.</summary>
public static class RemindersSetup
{
    public static IServiceCollection AddReminders(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<ReminderBell>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<Inquiry>();
        services.AddSingleton<Holds>();
        services.AddSingleton<ReminderTries>();
        services.AddSingleton<ReminderLog>();
        services.AddSingleton<ReminderPlanning>();
        services.AddSingleton<ReminderClaim>();
        services.AddSingleton<ReminderRound>();
        services.AddSingleton<ReminderCalls>();
        if (settings.Clock == ReminderClock.Hangfire)
        {
            return FullNuGet.AddHangfireClock(services, settings);
        }

        services.AddSingleton<TimerClock>();
        return services.AddHostedService(provider => provider.GetRequiredService<TimerClock>());
    }

    public static void MapReminderCalls(this RouteGroupBuilder twilio)
    {
        twilio.MapPost("/reminder-call", AnsweredAsync);
        twilio.MapPost("/reminder-call/key", PressedAsync);
        twilio.MapPost("/reminder-call/status", EndedAsync);
    }

    private static async Task AnsweredAsync(HttpContext context, Guid intent, ReminderCalls calls, Twiml twiml)
    {
        var form = WebhookForm.Of(context);
        var line = await calls.AnsweredAsync(intent, form.CallSid, context.RequestAborted);
        await SayAsync(context, intent, line, twiml);
    }

    private static async Task PressedAsync(HttpContext context, Guid intent, bool told, int attempt, ReminderCalls calls, Twiml twiml)
    {
        var form = WebhookForm.Of(context);
        var line = await calls.PressedAsync(intent, form.CallSid, told, attempt, form.Keys, context.RequestAborted);
        await SayAsync(context, intent, line, twiml);
    }

    private static async Task<IResult> EndedAsync(HttpContext context, Guid intent, ReminderCalls calls)
    {
        var form = WebhookForm.Of(context);
        if (CallStatusWord.Read(form["CallStatus"u8]) is { } status)
        {
            await calls.EndedAsync(intent, form.CallSid, status, context.RequestAborted);
        }

        return Results.NoContent();
    }

    private static Task SayAsync(HttpContext context, Guid intent, ReminderLine line, Twiml twiml) => line switch
    {
        { Connects: { } connects } => ConnectSetup.SayAsync(twiml, connects, context.Response),
        { Attempt: 0 } => twiml.Goodbye(line.Say, context.Response),
        _ => twiml.AskForKey(
            line.Say,
            $"/twilio/reminder-call/key?intent={intent:N}&told={(line.Told ? "true" : "false")}&attempt={line.Attempt}",
            context.Response),
    };
}
