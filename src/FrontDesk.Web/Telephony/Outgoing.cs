using System.Net.Http.Headers;
using System.Text;

namespace FrontDesk.Web.Telephony;

/// <summary>Chooses the way out: Twilio, or nowhere.</summary>
public static class Outgoing
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>In bytes: a page of a thousand texts, several times over.</summary>
    private const int LongestAnswer = 16 * 1024 * 1024;

    public static IServiceCollection AddOutgoing(this IServiceCollection services, Settings settings)
    {
        if (settings.Twilio.Muted)
        {
            return services.AddSingleton<ITelephony, MutedTelephony>();
        }

        services.AddSingleton(provider => new CarrierDoor(
            ClientOf(settings.Twilio),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<CarrierDoor>>()));
        return settings.Twilio.Client == TwilioClient.Sdk
            ? FullNuGet.AddTwilioSdk(services, settings.Twilio)
            : services.AddSingleton<ITelephony>(provider => new TwilioRest(provider.GetRequiredService<CarrierDoor>(), settings.Twilio));
    }

    public static HttpClient ClientOf(TwilioSettings twilio)
    {
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{twilio.AccountSid}:{twilio.AuthToken}"));
        return new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = Patience,
            MaxResponseContentBufferSize = LongestAnswer,
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Basic", credentials) },
        };
    }
}
