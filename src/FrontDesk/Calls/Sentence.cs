using System.Text;
using FrontDesk.Desks;

namespace FrontDesk.Calls;

/// <summary>A sentence of the desk's wording with its blanks filled in, once: what a caller says is never read as a blank.</summary>
internal static class Sentence
{
    private const int LongestNameSpoken = 60;

    public static string Fill(string wording, Desk desk, string? callerName, PhoneNumber? number)
    {
        var said = new StringBuilder(wording.Length + 32);
        for (var at = 0; at < wording.Length;)
        {
            var close = wording[at] == '{' ? wording.IndexOf('}', at) : -1;
            var value = close < 0 ? null : Value(wording[(at + 1)..close], desk, callerName, number);
            said.Append(value ?? wording[at..(at + 1)]);
            at = value is null ? at + 1 : close + 1;
        }

        return PlainText.ForShowing(said.ToString());
    }

    private static string? Value(string blank, Desk desk, string? callerName, PhoneNumber? number) => blank switch
    {
        "boss" => PlainText.ForSpeaking(desk.BossName, LongestNameSpoken),
        "persona" => PlainText.ForSpeaking(desk.Persona, LongestNameSpoken),
        "name" => PlainText.ForSpeaking(callerName ?? "", LongestNameSpoken),
        "number" => number?.Spoken ?? "",
        _ => Grammar(desk.Pronoun, blank),
    };

    private static string? Grammar(Pronoun pronoun, string blank)
    {
        var word = pronoun switch
        {
            Pronoun.She => blank.ToLowerInvariant() is "she" or "she's" or "she'll" or "her" ? blank.ToLowerInvariant() : null,
            Pronoun.He => blank.ToLowerInvariant() switch { "she" => "he", "she's" => "he's", "she'll" => "he'll", "her" => "him", _ => null },
            Pronoun.They => blank.ToLowerInvariant() switch { "she" => "they", "she's" => "they're", "she'll" => "they'll", "her" => "them", _ => null },
        };
        return word is not null && char.IsUpper(blank[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word;
    }
}
