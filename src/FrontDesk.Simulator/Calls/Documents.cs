using System.Text;
using FrontDesk.Simulator.Twiml;
using FrontDesk.Simulator.Webhooks;

namespace FrontDesk.Simulator.Calls;

/// <summary>What an answer says to the carrier, by its status and content type.</summary>
internal static class Documents
{
    public static TwimlReading Read(WebhookOutcome outcome) => outcome switch
    {
        WebhookFailure failure => new TwimlFault(failure.Code, failure.Why),
        WebhookAnswer { IsSuccess: false } answer => new TwimlFault(11200, $"status {answer.Status}"),
        WebhookAnswer { Body.Length: 0 } => new TwimlFault(11770, "empty body"),
        WebhookAnswer answer => Read(answer),
        _ => new TwimlFault(12400, "no outcome"),
    };

    private static TwimlReading Read(WebhookAnswer answer) => answer.ContentType?.ToLowerInvariant() switch
    {
        "text/xml" or "application/xml" or "text/html" => TwimlReader.Read(answer.Body),
        "text/plain" => Plain(answer.Body),
        not null and var type when type.StartsWith("audio/", StringComparison.Ordinal) =>
            new TwimlDocument([new Play(answer.Url, null, 1), new Hangup()], []),
        var type => new TwimlFault(12300, $"content type {type ?? "missing"}"),
    };

    /// <summary>Plain text is a document if it can be one, otherwise it is read aloud.</summary>
    private static TwimlDocument Plain(byte[] body)
    {
        if (TwimlReader.Read(body) is TwimlDocument document)
            return document;
        var words = Encoding.UTF8.GetString(body).Trim();
        return new TwimlDocument([new Say(words, Spoken.Seconds(words), 1), new Hangup()], []);
    }
}
