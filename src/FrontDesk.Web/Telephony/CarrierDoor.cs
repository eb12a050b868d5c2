using System.Net;

namespace FrontDesk.Web.Telephony;

/// <summary>Where requests leave for the carrier's API. Nothing is tried twice here, and nothing leaves while the carrier does not take our credentials.</summary>
/// <param name="http">Carries the account's credentials, a time limit of ten seconds, and follows no redirects.</param>
internal sealed partial class CarrierDoor(HttpClient http, TimeProvider time, ILogger<CarrierDoor> log)
{
    private const string TurnedAway = "the carrier does not take our credentials";

    private readonly AccountCircuit circuit = new(time);

    public async Task<Exchange> ExchangeAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        if (!circuit.LetsThrough())
        {
            return new Exchange.NeverLeft(TurnedAway);
        }

        var exchange = await Exchange.MakeAsync(http, request, cancel);
        if (exchange is Exchange.Answered { Answer.Status: HttpStatusCode.Unauthorized })
        {
            if (circuit.Open())
            {
                LogCredentialsRefused(log);
            }

            return new Exchange.NeverLeft(TurnedAway);
        }

        if (exchange is Exchange.Answered { Answer.IsYes: true } && circuit.Close())
        {
            LogCredentialsTaken(log);
        }

        return exchange;
    }

    /// <summary>Another service of theirs: that it turns us away says nothing of calls and texts.</summary>
    public Task<Exchange> LookUpAsync(HttpRequestMessage request, CancellationToken cancel) => Exchange.MakeAsync(http, request, cancel);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Twilio does not take our credentials: nothing can be sent. Check Twilio:AccountSid and Twilio:AuthToken.")]
    private static partial void LogCredentialsRefused(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Twilio takes our credentials again.")]
    private static partial void LogCredentialsTaken(ILogger logger);
}
