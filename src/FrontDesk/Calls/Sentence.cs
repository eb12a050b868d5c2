using System.Text;
using FrontDesk.Desks;

namespace FrontDesk.Calls;

/// <summary>A sentence of the desk's wording with its blanks filled in, once: what a caller says is never read as a blank.</summary>
internal static class Sentence
{
    private const int LongestNameSpoken = 60;
    private const int LongestNoteSpoken = 160;

    private static readonly Dictionary<Pronoun, string[]> Forms = new()
    {
        [Pronoun.She] = ["she", "she's", "she'll", "her"],
        [Pronoun.He] = ["he", "he's", "he'll", "him"],
        [Pronoun.They] = ["they", "they're", "they'll", "them"],
    };

    public static string Fill(string wording, Desk desk, Blanks blanks)
    {
        var said = new StringBuilder(wording.Length + 32);
        for (var at = 0; at < wording.Length;)
        {
            var close = wording[at] == '{' ? wording.IndexOf('}', at) : -1;
            var value = close < 0 ? null : Value(wording[(at + 1)..close], desk, blanks);
            if (value is null)
            {
                said.Append(wording[at++]);
            }
            else
            {
                said.Append(value);
                at = close + 1;
            }
        }

        return PlainText.ForShowing(said.ToString());
    }

    private static string? Value(string blank, Desk desk, Blanks blanks) => blank switch
    {
        "boss" => PlainText.ForSpeaking(desk.BossName, LongestNameSpoken),
        "persona" => PlainText.ForSpeaking(desk.Persona, LongestNameSpoken),
        "name" => PlainText.ForSpeaking(blanks.Name ?? "", LongestNameSpoken),
        "caller" => PlainText.ForSpeaking(KnownName.Formal(blanks.Name) ?? "", LongestNameSpoken),
        "spelled" => blanks.Spelled is { } spelled ? SpelledName.Aloud(PlainText.ForSpeaking(spelled, LongestNameSpoken)) : "",
        "first" => PlainText.ForSpeaking(blanks.First ?? "", LongestNameSpoken),
        "number" => blanks.Number?.SpokenWith(blanks.Extension) ?? "",
        "ending" => blanks.Number is { } number ? string.Join(' ', number.E164[^4..].AsEnumerable()) : "",
        "noted" => PlainText.ForSpeaking(blanks.Noted ?? "", LongestNoteSpoken).TrimEnd('.', '?', '!', '…', ',', ' '),
        _ => Grammar(desk.Pronoun, blank),
    };

    /// <summary>The wording is written for "she"; a capital stays a capital.</summary>
    private static string? Grammar(Pronoun pronoun, string blank)
    {
        var form = Array.FindIndex(Forms[Pronoun.She], she => she.Equals(blank, StringComparison.OrdinalIgnoreCase));
        if (form < 0)
        {
            return null;
        }

        var word = Forms[pronoun][form];
        return char.IsUpper(blank[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word;
    }
}

/// <summary>What a sentence may speak of besides the desk itself.</summary>
internal readonly record struct Blanks(string? Name = null, PhoneNumber? Number = null, string? First = null, string? Noted = null, string? Spelled = null, string? Extension = null);
