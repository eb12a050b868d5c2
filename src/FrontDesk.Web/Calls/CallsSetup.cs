using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Calls;

/// <summary>Answering, and the log it keeps.</summary>
public static class CallsSetup
{
    public static IServiceCollection AddCalls(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(new CallJournalPlace(Path.GetFullPath(settings.JournalFolder)));
        services.AddSingleton<CallJournal>();
        services.AddSingleton<CallLog>();
        services.AddSingleton<RecordingLog>();
        services.AddSingleton<CallFiling>();
        services.AddSingleton<LostCalls>();
        services.AddSingleton<CallerNames>();
        services.AddSingleton<CallsUnderWay>();
        services.AddSingleton<Answering>();
        services.AddSingleton<VoiceWebhooks>();
        services.AddSingleton<CallRound>();
        return services.AddHostedService(provider => provider.GetRequiredService<CallRound>());
    }

    public static void MapVoice(this RouteGroupBuilder twilio)
    {
        var voice = ((IEndpointRouteBuilder)twilio).ServiceProvider.GetRequiredService<VoiceWebhooks>();
        twilio.MapPost("/voice", voice.RingAsync);
        twilio.MapPost("/voice/heard", voice.HearAsync);
        twilio.MapPost("/voice/status", voice.MoveOnAsync);
        twilio.MapPost("/voice/recorded", voice.KeepRecordingAsync);
        twilio.MapPost("/voice/fallback", voice.FallBackAsync);
    }
}
