using System.Globalization;
using System.Net;
using FrontDesk.Simulator.Calls;
using FrontDesk.Simulator.Twiml;
using FrontDesk.Simulator.Webhooks;

namespace FrontDesk.Simulator.Texts;

/// <summary>Brings one incoming text to the service and carries out its answer.</summary>
internal sealed class TextFlow(Switchboard board, CarrierMessage message, Place? place, CarrierNumber number)
{
    private const int MostDocuments = 100;

    private readonly CookieContainer cookies = new();

    public async Task RunAsync(string firstUrl)
    {
        var fetch = new Fetch(firstUrl, number.SmsMethod, []);
        for (var documents = 0; documents < MostDocuments; documents++)
        {
            var outcome = await RequestAsync(fetch);
            if (outcome is WebhookAnswer { IsSuccess: true, Body.Length: 0 })
                return;
            if (Next(fetch, outcome) is not { } next)
                return;
            fetch = next;
        }

        Warn($"endless loop: more than {MostDocuments} documents for one text");
    }

    private Task<WebhookOutcome> RequestAsync(Fetch fetch) => board.Delivery.DeliverAsync(
        new Webhook(WebhookKind.Text, fetch.Url, fetch.Method, [.. Form(), .. fetch.Found]) { Cookies = cookies },
        message.Transcript.Talk,
        CancellationToken.None);

    private Fetch? Next(Fetch fetch, WebhookOutcome outcome)
    {
        if (Documents.Read(outcome) is TwimlDocument document)
            return CarryOut(document, ((WebhookAnswer)outcome).Url);
        var fault = (TwimlFault)Documents.Read(outcome);
        Warn($"{fault.Code}: {fault.Why}");
        if (fetch.IsFallback || number.SmsFallbackUrl is not { Length: > 0 } fallback)
            return null;
        return new Fetch(fallback, number.SmsFallbackMethod,
            [new("ErrorCode", fault.Code.ToString(CultureInfo.InvariantCulture)), new("ErrorUrl", fetch.Url.Split('#')[0])])
        {
            IsFallback = true,
        };
    }

    private Fetch? CarryOut(TwimlDocument document, string here)
    {
        foreach (var warning in document.Warnings)
            Warn(warning);
        foreach (var verb in document.Verbs)
        {
            if (verb is Redirect redirect)
                return new Fetch(new Uri(new Uri(here), redirect.Url).AbsoluteUri, redirect.Method, []);
            if (verb is Message reply)
                board.Texts.Reply(reply, from: message.To, to: message.From, message.Transcript);
            else
                Warn($"14101: {verb.GetType().Name} in answer to a text");
        }

        return null;
    }

    private List<KeyValuePair<string, string>> Form()
    {
        List<KeyValuePair<string, string>> form =
        [
            new("AccountSid", board.Options.AccountSid),
            new("ApiVersion", "2010-04-01"),
            new("Body", message.Body),
            new("From", message.From),
            new("MessageSid", message.Sid),
            new("NumMedia", "0"),
            new("NumSegments", message.Segments.ToString(CultureInfo.InvariantCulture)),
            new("SmsMessageSid", message.Sid),
            new("SmsSid", message.Sid),
            new("SmsStatus", "received"),
            new("To", message.To),
        ];
        form.Add("FromCity", place?.City);
        form.Add("FromState", place?.State);
        form.Add("FromZip", place?.Zip);
        form.Add("FromCountry", place?.Country);
        return form;
    }

    private void Warn(string what)
    {
        message.Transcript.Talk.Add(TranscriptKind.Warning, what);
        board.Warnings.Add($"{message.Sid} {what}");
    }
}
