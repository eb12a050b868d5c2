using Twilio.Http;

namespace FrontDesk.Web.Telephony.Sdk;

/// <summary>Carries the SDK's requests through our own door to the carrier that is configured, whichever host the SDK has in mind.</summary>
internal sealed class SdkWire(CarrierDoor door, TwilioSettings settings) : global::Twilio.Http.HttpClient
{
    private const string LookupHost = "lookups.twilio.com";

    // The SDK's own asking without awaiting; nothing of ours does.
    public override Response MakeRequest(Request request) => Task.Run(() => MakeRequestAsync(request)).GetAwaiter().GetResult();

    /// <exception cref="NoYes">The carrier said no, or nothing.</exception>
    public override async Task<Response> MakeRequestAsync(Request request)
    {
        var wanted = request.ConstructUrl();
        var isLookup = string.Equals(wanted.Host, LookupHost, StringComparison.OrdinalIgnoreCase);
        var root = (isLookup ? settings.LookupBaseUrl : settings.ApiBaseUrl).AbsoluteUri.TrimEnd('/');
        using var message = new HttpRequestMessage(new System.Net.Http.HttpMethod(request.Method.ToString()), root + wanted.PathAndQuery);
        if (request.PostParams is { Count: > 0 } form)
        {
            message.Content = new FormUrlEncodedContent(form);
        }

        var exchange = await (isLookup ? door.LookUpAsync(message, CancellationToken.None) : door.ExchangeAsync(message, CancellationToken.None));
        return exchange is Exchange.Answered { Answer: { IsYes: true } answer } ? new Response(answer.Status, answer.Body) : throw new NoYes(exchange);
    }
}

/// <summary>The way past the SDK for an exchange it would not know how to tell.</summary>
internal sealed class NoYes(Exchange exchange) : Exception("The carrier did not say yes.")
{
    public Exchange Exchange => exchange;
}
