using System.Net;

namespace FrontDesk.Simulator.Webhooks;

/// <summary>Twilio's error codes for what can go wrong below HTTP, and its cookies.</summary>
internal static class TransportFailures
{
    public static WebhookFailure Of(HttpRequestException failure) => failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => new WebhookFailure(11210, "unknown host", RetryOn.ConnectTimeout),
        HttpRequestError.ConnectionError => new WebhookFailure(11205, "no connection", RetryOn.ConnectTimeout),
        HttpRequestError.SecureConnectionError => new WebhookFailure(11220, "TLS handshake failed", RetryOn.ConnectTimeout),
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => new WebhookFailure(11206, "protocol violation", RetryOn.None),
        _ => new WebhookFailure(11200, "connection broke", RetryOn.None),
    };

    public static void Keep(this CookieContainer cookies, string url, HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var values))
            return;
        foreach (var value in values)
        {
            try
            {
                cookies.SetCookies(new Uri(url), value);
            }
            catch (CookieException)
            {
                // A cookie the carrier cannot read is not returned; nothing else follows from it.
            }
        }
    }
}
