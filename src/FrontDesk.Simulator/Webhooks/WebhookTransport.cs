using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace FrontDesk.Simulator.Webhooks;

/// <summary>Carries one signed request to the service over HTTP and brings back what came of it.</summary>
internal sealed class WebhookTransport(Func<CarrierOptions> options, SimulatorClock clock) : IDisposable
{
    private const int MostRedirects = 10;

    // Where time stands still a slow machine must not decide anything; the net only catches a service that hangs.
    private static readonly TimeSpan SteppedNet = TimeSpan.FromSeconds(100);

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = clock.IsStepped ? SteppedNet : TimeSpan.FromSeconds(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<WebhookOutcome> SendAsync(Webhook hook, string idempotencyToken, CancellationToken cancel)
    {
        using var hold = clock.Activity.Begin();
        var overrides = ConnectionOverrides.Of(hook.Url);
        using var net = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        net.CancelAfter(clock.IsStepped ? SteppedNet : overrides.Read < overrides.Total ? overrides.Read : overrides.Total);
        try
        {
            return await FollowAsync(hook, idempotencyToken, net.Token);
        }
        catch (HttpRequestException failure)
        {
            return TransportFailures.Of(failure);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            return net.IsCancellationRequested
                ? new WebhookFailure(11205, "no answer in time", RetryOn.ReadTimeout)
                : new WebhookFailure(11205, $"no connection: {late.Message}", RetryOn.ConnectTimeout);
        }
        catch (IOException)
        {
            return new WebhookFailure(11200, "answer broke off", RetryOn.None);
        }
        catch (Exception failure) when (failure is UriFormatException or NotSupportedException)
        {
            return new WebhookFailure(11100, "malformed URL", RetryOn.None);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<WebhookOutcome> FollowAsync(Webhook hook, string idempotencyToken, CancellationToken cancel)
    {
        var step = hook.IsGet ? hook with { Url = WithQuery(hook.Url, hook.Form), Form = [] } : hook;
        for (var hops = 0; hops <= MostRedirects; hops++)
        {
            using var response = await SendOnceAsync(step, idempotencyToken, cancel);
            hook.Cookies?.Keep(step.Url, response);
            if ((int)response.StatusCode is < 300 or >= 400 || response.Headers.Location is not { } location)
                return await ReadAsync(response, step, cancel);
            // The form is not sent again: what was pressed or said is lost on the way.
            step = step with { Url = new Uri(new Uri(WithoutFragment(step.Url)), location).AbsoluteUri, Method = "GET", Form = [] };
        }

        return new WebhookFailure(11215, "too many redirects", RetryOn.None);
    }

    private async Task<HttpResponseMessage> SendOnceAsync(Webhook step, string idempotencyToken, CancellationToken cancel)
    {
        var plain = await http.SendAsync(Request(step, idempotencyToken, credentials: null), HttpCompletionOption.ResponseHeadersRead, cancel);
        if (plain.StatusCode != HttpStatusCode.Unauthorized || new Uri(step.Url).UserInfo is not { Length: > 0 } user)
            return plain;
        plain.Dispose();
        return await http.SendAsync(Request(step, idempotencyToken, Uri.UnescapeDataString(user)), HttpCompletionOption.ResponseHeadersRead, cancel);
    }

    private HttpRequestMessage Request(Webhook step, string idempotencyToken, string? credentials)
    {
        var signed = WebhookSigner.UrlToSign(step.Url, step.IsVoice);
        var target = new Uri(WebhookSigner.UrlToSign(step.Url, voice: false));
        var request = new HttpRequestMessage(step.IsGet ? HttpMethod.Get : HttpMethod.Post, options().Route(target));
        request.Headers.Host = target.Authority;
        request.Headers.TryAddWithoutValidation("User-Agent", "TwilioProxy/1.1");
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        request.Headers.CacheControl = new CacheControlHeaderValue { MaxAge = TimeSpan.FromSeconds(259200) };
        request.Headers.TryAddWithoutValidation("X-Twilio-Signature", WebhookSigner.Sign(options().AuthToken, signed, step.Form));
        request.Headers.TryAddWithoutValidation("I-Twilio-Idempotency-Token", idempotencyToken);
        if (credentials is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        if (step.Cookies?.GetCookieHeader(target) is { Length: > 0 } cookies)
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
        if (!step.IsGet)
        {
            request.Content = new FormUrlEncodedContent(step.Form);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded; charset=utf-8");
        }

        return request;
    }

    private static async Task<WebhookOutcome> ReadAsync(HttpResponseMessage response, Webhook step, CancellationToken cancel)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        var body = new byte[step.MostBytes + 1];
        var length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancel);
        return length > step.MostBytes
            ? new WebhookFailure(11750, $"larger than {step.MostBytes / 1024} kB", RetryOn.None)
            : new WebhookAnswer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, body[..length], WithoutFragment(step.Url));
    }

    private static string WithQuery(string url, IReadOnlyList<KeyValuePair<string, string>> form)
    {
        var query = string.Join('&', form.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
        var bare = WithoutFragment(url);
        return query.Length == 0 ? bare : $"{bare}{(bare.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";
    }

    private static string WithoutFragment(string url) => url.Split('#')[0];
}
