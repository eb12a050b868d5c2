using FrontDesk.Calls;

namespace FrontDesk.Brief;

/// <summary>Fits what is on the sheet into the time there is to say it.</summary>
internal static class Breath
{
    /// <summary>Nothing ends with one of these: what they lead to was cut off.</summary>
    private static readonly HashSet<string> LeadOn = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "of", "and", "or", "for", "to", "with", "about", "on", "in", "at", "by", "from", "her", "his", "my", "our", "your", "their", "re", "&", "-", "–",
    };

    /// <summary>As many whole words as there is time for; of a word that is too long by itself, as much as there is.</summary>
    public static string Fit(string text, double seconds, SpeechTiming timing, IReadOnlyList<SpokenAs>? spokenAs = null)
    {
        var words = Words(text);
        var fitting = words.Length;
        while (fitting > 0 && timing.Seconds(Join(words, 0, fitting), spokenAs) > seconds)
        {
            fitting--;
        }

        var cut = fitting < words.Length;
        while (cut && fitting > 1 && LeadOn.Contains(words[fitting - 1]))
        {
            fitting--;
        }

        return fitting > 0 ? Bare(Join(words, 0, fitting)) : words.Length > 0 ? FitLetters(words[0], seconds, timing) : "";
    }

    /// <summary>Whole words only, and never a last one that leads on to nothing; empty where not even the first fits.</summary>
    public static string FitWords(string text, double seconds, SpeechTiming timing)
    {
        var fits = Words(text) is [var first, ..] && timing.Seconds(first) <= seconds ? Fit(text, seconds, timing) : "";
        return LeadOn.Contains(fits) ? "" : fits;
    }

    /// <summary>All of it, in as many breaths as it takes, up to a number.</summary>
    public static IReadOnlyList<string> Pieces(string text, double seconds, SpeechTiming timing, int most)
    {
        var words = Words(text);
        var pieces = new List<string>();
        var at = 0;
        while (pieces.Count < most && at < words.Length)
        {
            var end = at + 1;
            while (end < words.Length && timing.Seconds(Join(words, at, end + 1)) <= seconds)
            {
                end++;
            }

            pieces.Add(end == at + 1 ? FitLetters(words[at], seconds, timing) : Join(words, at, end));
            at = end;
        }

        return pieces;
    }

    /// <summary>What it is about, without the words everybody begins with.</summary>
    public static string Matter(string regarding)
    {
        var words = Words(regarding);
        var at = 0;
        while (at < words.Length - 1 && (LeadOn.Contains(words[at]) || words[at].ToUpperInvariant() is "REGARDING" or "IT'S" or "IT’S" or "CONCERNING"))
        {
            at++;
        }

        return string.Join(' ', words[at..]);
    }

    private static string FitLetters(string word, double seconds, SpeechTiming timing)
    {
        var most = word.Length;
        while (most > 1 && timing.Seconds(PlainText.Cut(word, most)) > seconds)
        {
            most--;
        }

        return PlainText.Cut(word, most);
    }

    private static string[] Words(string text) => PlainText.ForSpeaking(text, SpokenBrief.LongestText).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Join(string[] words, int from, int to) => string.Join(' ', words[from..to]);

    private static string Bare(string text) => text.TrimEnd('.', ',', ';', ':', '!', '?', ' ');
}
