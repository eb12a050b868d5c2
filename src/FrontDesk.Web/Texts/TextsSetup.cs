using System.Globalization;
using FrontDesk.Texts;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Texts;

/// <summary>Texts in, and word of what became of those that went out.</summary>
public static class TextsSetup
{
    public static IServiceCollection AddTexts(this IServiceCollection services)
    {
        services.AddSingleton<LineActs>();
        services.AddSingleton<BossTexts>();
        services.AddSingleton<TextDesk>();
        return services.AddSingleton<TextLog>();
    }

    public static void MapTexts(this RouteGroupBuilder twilio)
    {
        twilio.MapPost("/text", TakeInAsync);
        twilio.MapPost("/text/status", StatusAsync);
    }

    private static async Task<IResult> TakeInAsync(HttpContext context, TextDesk desk)
    {
        if (IncomingText.Parse(WebhookForm.Of(context)) is { } text)
        {
            await desk.TakeInAsync(text, context.RequestAborted);
        }

        // The answer goes by REST, where it can be proved.
        return Results.NoContent();
    }

    private static async Task<IResult> StatusAsync(HttpContext context, Guid? intent, TextLog log, ReminderBell bell)
    {
        var form = WebhookForm.Of(context);
        if (form["MessageSid"u8] is { Length: > 0 } sid && TextStatusWord.Read(form["MessageStatus"u8]) is { } status)
        {
            int? code = int.TryParse(form["ErrorCode"u8], CultureInfo.InvariantCulture, out var given) ? given : null;
            await log.StatusAsync(intent, sid, status, code, context.RequestAborted);
            bell.Ring();
        }

        return Results.NoContent();
    }
}
