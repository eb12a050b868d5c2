using System.Text;
using FrontDesk.Calls;

namespace FrontDesk.Brief;

/// <summary>How long a voice takes to say something. Until somebody has measured a voice it is taken for a slow reader, who pauses at every mark.</summary>
public sealed record SpeechTiming
{
    /// <summary>The voice the desk speaks with.</summary>
    public const string Joanna = "Polly.Joanna";

    /// <summary>A sign of a script without spaces is a syllable, and a figure a word: both weigh as much as this many letters.</summary>
    private const int SyllableWeighs = 4;
    private const int FirstSyllabic = 0x2E80;

    private static readonly SpeechTiming Unmeasured = new();

    private static readonly Dictionary<string, SpeechTiming> Voices = new(StringComparer.Ordinal) { [Joanna] = Unmeasured };

    public double WordsAMinute { get; init; } = 170;

    /// <summary>Seconds of silence at a comma, a colon or a stop.</summary>
    public double Pause { get; init; } = 0.25;

    /// <summary>A longer word counts for several.</summary>
    public int LettersAWord { get; init; } = 10;

    public static SpeechTiming Of(string voice) => Voices.GetValueOrDefault(voice, Unmeasured);

    /// <summary>At the voice's own speed.</summary>
    /// <param name="words">As they are said, a space between each two.</param>
    /// <param name="spokenAs">Words that are spoken in another way than they are written.</param>
    public double Seconds(string words, IReadOnlyList<SpokenAs>? spokenAs = null)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var pauses = parts.Count(part => part[^1] is ',' or '.' or ':' or ';' or '?' or '!');
        var count = parts.Sum(part => Words(Aloud(part, spokenAs)));
        return (count * 60 / WordsAMinute) + (pauses * Pause);
    }

    private int Words(string part) => (part.EnumerateRunes().Sum(Weight) + LettersAWord - 1) / LettersAWord;

    private static int Weight(Rune rune) =>
        Rune.IsDigit(rune) || (rune.Value >= FirstSyllabic && Rune.IsLetter(rune)) ? SyllableWeighs : Rune.IsLetterOrDigit(rune) ? 1 : 0;

    /// <summary>Whichever is longer: the way it is written, or the way it is said.</summary>
    private static string Aloud(string part, IReadOnlyList<SpokenAs>? spokenAs)
    {
        var word = part.TrimEnd('.', ',', ':', '?');
        return spokenAs?.FirstOrDefault(spoken => spoken.Word.Equals(word, StringComparison.OrdinalIgnoreCase)) is { Respelled: { } aloud } && aloud.Length > word.Length ? aloud : word;
    }
}
