using System.Buffers;
using System.Text;

namespace FrontDesk.Calls;

/// <summary>What stands between a word and the one before it.</summary>
internal enum Break
{
    None,
    Pause,
    Stop,
}

/// <summary>A word as heard, from <paramref name="Start"/> to <paramref name="End"/>, and its plain form for comparing: "It's" is "its".</summary>
internal readonly record struct Word(int Start, int End, string Plain, Break Before);

/// <summary>What somebody said, word by word: compared in its plain form, quoted as it was heard.</summary>
internal sealed class Utterance
{
    private static readonly SearchValues<char> Stops = SearchValues.Create(".?!;…。？！؟");
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".?!");
    private static readonly SearchValues<char> Pauses = SearchValues.Create(",:()—–،、");
    private static readonly SearchValues<char> InWords = SearchValues.Create("&@{}*#_%");
    private static readonly HashSet<string> Abbreviations = ["ms", "mr", "mrs", "mx", "dr", "st", "jr", "sr", "prof", "capt", "sgt", "rev", "lt", "col", "gen", "hon"];

    private const int MostOnStack = 64;

    private readonly string text;

    private Utterance(string text, List<Word> words)
    {
        this.text = text;
        Words = words;
    }

    /// <summary>A list, not its interface: hundreds of turns of phrase are looked for at each word.</summary>
    public List<Word> Words { get; }

    public IEnumerable<string> PlainWords => Words.Select(word => word.Plain);

    public static Utterance Of(string text)
    {
        List<Word> words = [];
        var gap = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsInWord(text, at))
            {
                continue;
            }

            var start = at;
            while (at < text.Length && IsInWord(text, at))
            {
                at++;
            }

            if (Plain(text.AsSpan(start, at - start)) is { Length: > 0 } plain)
            {
                words.Add(new Word(start, at, plain, words.Count == 0 ? Break.Stop : BreakIn(text.AsSpan(gap, start - gap), words[^1])));
                gap = at;
            }
        }

        return new Utterance(text, words);
    }

    /// <summary>The words from one to another (not included), as heard.</summary>
    public string Quote(int from, int to) => from >= to ? "" : text[Words[from].Start..Words[to - 1].End];

    /// <summary>Words that need not stand side by side, as heard.</summary>
    public string Quote(IReadOnlyList<int> places)
    {
        List<string> pieces = [];
        for (var (i, from) = (0, 0); i < places.Count; i++)
        {
            if (i + 1 == places.Count || places[i + 1] != places[i] + 1)
            {
                pieces.Add(Quote(places[from], places[i] + 1));
                from = i + 1;
            }
        }

        return string.Join(' ', pieces);
    }

    /// <summary>True where the recogniser writes capitals and stops, so that a small letter means something.</summary>
    public bool IsCased => Words.Count > 0 && char.IsUpper(text[Words[0].Start]) && text.AsSpan().IndexOfAny(SentenceEnds) >= 0;

    public bool IsCapital(int at) => char.IsUpper(text[Words[at].Start]);

    /// <summary>The words from one to another with the sign that ended them.</summary>
    public string QuoteWithStop(int from, int to) => text[Words[from].Start..(to < Words.Count ? Words[to].Start : text.Length)].TrimEnd();

    /// <summary>True when these words, in their plain form, stand one after the other from this place on.</summary>
    public bool Has(ReadOnlySpan<string> plain, int at)
    {
        if (at < 0 || at + plain.Length > Words.Count)
        {
            return false;
        }

        for (var i = 0; i < plain.Length; i++)
        {
            if (Words[at + i].Plain != plain[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>As <see cref="Has(ReadOnlySpan{string}, int)"/>, and no sentence ends between them.</summary>
    public bool HasTogether(ReadOnlySpan<string> plain, int at)
    {
        if (!Has(plain, at))
        {
            return false;
        }

        for (var i = at + 1; i < at + plain.Length; i++)
        {
            if (Words[i].Before == Break.Stop)
            {
                return false;
            }
        }

        return true;
    }

    public bool Has(ReadOnlySpan<string> plain)
    {
        for (var at = 0; plain.Length > 0 && at + plain.Length <= Words.Count; at++)
        {
            if (Has(plain, at))
            {
                return true;
            }
        }

        return false;
    }

    public static string Plain(string word) => Plain(word.AsSpan());

    private static string Plain(ReadOnlySpan<char> word) => word.Length <= MostOnStack && Ascii.IsValid(word) ? PlainAscii(word) : PlainRunes(word.ToString());

    /// <summary>Nearly every word: nothing to decompose.</summary>
    private static string PlainAscii(ReadOnlySpan<char> word)
    {
        Span<char> plain = stackalloc char[MostOnStack];
        var length = 0;
        foreach (var letter in word)
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter == '+')
            {
                plain[length++] = char.ToLowerInvariant(letter);
            }
        }

        return new string(plain[..length]);
    }

    private static string PlainRunes(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var rune in (Ascii.IsValid(word) ? word : word.Normalize(NormalizationForm.FormD)).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value == '+')
            {
                plain.Append(Rune.ToLowerInvariant(rune));
            }
        }

        return plain.Length == 0 && word.Any(char.IsSurrogate) ? word : plain.ToString();
    }

    private static bool IsInWord(string text, int at) => text[at] switch
    {
        '\'' or '’' or '+' => true,
        '.' => at > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]),
        var sign => !char.IsWhiteSpace(sign) && (!char.IsPunctuation(sign) || InWords.Contains(sign)),
    };

    private static Break BreakIn(ReadOnlySpan<char> between, Word last)
    {
        if (between is " ")
        {
            return Break.None;
        }

        if (between.IndexOfAny(Stops) >= 0)
        {
            var abbreviated = between.TrimEnd() is "." && (last.Plain.Length == 1 || Abbreviations.Contains(last.Plain));
            return abbreviated && !char.IsAsciiDigit(last.Plain[0]) ? Break.None : Break.Stop;
        }

        return between.IndexOfAny(Pauses) >= 0 || between.Contains(" -", StringComparison.Ordinal) ? Break.Pause : Break.None;
    }
}
