using System.Xml.Linq;

namespace FrontDesk.Benchmarks.Killing;

/// <summary>Where an answer of the desk leads, and the way there as the carrier goes it.</summary>
public static class DeskAnswer
{
    private static readonly TimeSpan _moment = TimeSpan.FromSeconds(1);

    /// <summary>Tells the desk what was heard. Where it asks for a moment, it is asked again where it says: what was heard goes with that address, and only then is the turn answered.</summary>
    /// <param name="form">The words are taken out of it once they were told.</param>
    /// <param name="post">Returns the TwiML that was answered.</param>
    /// <returns>Where the desk wants to hear more, or null when it has heard enough.</returns>
    public static async Task<string?> FollowAsync(string url, Dictionary<string, string> form, Func<string, Dictionary<string, string>, Task<string>> post, CancellationToken cancel)
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
