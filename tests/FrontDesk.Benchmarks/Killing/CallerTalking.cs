using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;

namespace FrontDesk.Benchmarks.Killing;

/// <summary>One call from its ringing to its end, as the carrier brings it: something of its own is said at every question, and what was answered is noted.</summary>
/// <param name="post">Brings a form to an address of the desk and returns the TwiML that was answered.</param>
public sealed class CallerTalking(Func<string, Dictionary<string, string>, Task<string>> post, ConcurrentQueue<AnsweredTurn> answered)
{
    private static readonly TimeSpan _moment = TimeSpan.FromSeconds(1);

    /// <param name="form">The call's, as it rings.</param>
    public async Task RingAsync(Dictionary<string, string> form, int mostTurns, CancellationToken cancel)
    {
        var sid = form["CallSid"];
        var next = await TurnAsync(Account.PublicUrl + Account.VoicePath, form, cancel);
        answered.Enqueue(new(sid, null));
        form["CallStatus"] = "in-progress";
        for (var turn = 1; next is not null && turn <= mostTurns; turn++)
        {
            var words = string.Create(CultureInfo.InvariantCulture, $"This is what I said at turn {turn} of {sid[^6..]}");
            (form["SpeechResult"], form["Confidence"]) = (words, "0.93");
            next = await TurnAsync(next, form, cancel);
            answered.Enqueue(new(sid, words));
        }

        (form["CallStatus"], form["CallDuration"]) = ("completed", "31");
        await post(Account.PublicUrl + Account.VoicePath + "/status", form);
    }

    /// <summary>Where the desk asks for a moment, it is asked again where it says: what was heard goes with that address, and only then is the turn answered.</summary>
    /// <returns>Where the desk wants to hear more, or null when it has heard enough.</returns>
    private async Task<string?> TurnAsync(string url, Dictionary<string, string> form, CancellationToken cancel)
    {
        var (asks, goesOn) = Read(await post(url, form));
        form.Remove("SpeechResult");
        form.Remove("Confidence");
        while (asks is null && goesOn is not null)
        {
            await Task.Delay(_moment, TimeProvider.System, cancel);
            (asks, goesOn) = Read(await post(goesOn, form));
        }

        return asks;
    }

    private static (string? Asks, string? GoesOn) Read(string twiml)
    {
        var verbs = twiml.Length == 0 ? null : XElement.Parse(twiml);
        return (verbs?.Descendants("Gather").FirstOrDefault()?.Attribute("action")?.Value, verbs?.Element("Redirect")?.Value);
    }
}
