namespace FrontDesk.Calls;

/// <summary>Letters said one by one, with the signs between them, from one word of an utterance to another (not included).</summary>
internal readonly record struct SpelledLetters(string Text, int From, int To)
{
    private static readonly Dictionary<string, char> Alphabet =
        "alfa bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu alpha juliet whisky"
            .Split(' ').ToDictionary(word => word, word => word[0]);

    private static readonly Dictionary<string, string> Signs = new()
    {
        ["hyphen"] = "-",
        ["dash"] = "-",
        ["apostrophe"] = "'",
        ["space"] = " ",
    };

    /// <summary>After these an I is the caller again.</summary>
    private static readonly HashSet<string> SaidOfOneself =
        ["am", "was", "will", "have", "had", "would", "need", "want", "wanted", "can", "could", "just", "guess", "think", "do", "know", "got", "hope", "work"];

    public int Count => Text.Count(char.IsLetter);

    /// <summary>"S as in Sam": letters so explained are nothing else.</summary>
    public bool HasExamples { get; private init; }

    public static SpelledLetters? At(Utterance said, int at) => Read(said, at, Letter) ?? (Read(said, at, InAlphabet) is { Count: > 2 } words ? words : null);

    private static SpelledLetters? Read(Utterance said, int from, Func<Utterance, int, (string Text, int Words)> letter)
    {
        var (first, used) = letter(said, from);
        var (text, to, paused, examples) = (first, from + used, false, used > 2);
        while (to > from && to < said.Words.Count && said.Words[to].Before != Break.Stop)
        {
            var at = to + (Signs.ContainsKey(said.Words[to].Plain) || said.Words[to].Plain is "capital" ? 1 : 0);
            var (next, words) = letter(said, at);
            // "B A I L E Y, B as in boy": the first letter once more.
            var repeats = words > 2 && !examples && text.Length > 1 && said.Words[to].Before == Break.Pause;
            if (words == 0 || repeats || (text.Length > 1 && !paused && EndsAWord(said, to, to + words)))
            {
                break;
            }

            paused |= said.Words[to].Before == Break.Pause;
            examples |= words > 2;
            text += at == to ? next : said.Words[to].Plain is "capital" ? next.ToUpperInvariant() : Signs[said.Words[to].Plain] + next;
            to = at + words;
        }

        return text.Length < 2 && !examples ? null
            : said.Words[to - 1].Plain is "i" && to < said.Words.Count && SaidOfOneself.Contains(said.Words[to].Plain) ? new SpelledLetters(text[..^1], from, to - 1)
            : new SpelledLetters(text, from, to) { HasExamples = examples };
    }

    /// <summary>"J O N, S M Y T H" is two words, "S, M, Y" one.</summary>
    private static bool EndsAWord(Utterance said, int at, int next) =>
        said.Words[at].Before == Break.Pause && next < said.Words.Count && said.Words[next].Before == Break.None && Letter(said, next).Words > 0;

    private static (string Text, int Words) Letter(Utterance said, int at)
    {
        if (at >= said.Words.Count)
        {
            return ("", 0);
        }

        if (said.Words[at].Plain is "double" or "triple" && Single(said, at + 1) is { } twice)
        {
            return (twice == "u" ? "w" : said.Words[at].Plain == "double" ? twice + twice : twice + twice + twice, 2);
        }

        return Single(said, at) is { } single ? (single, 1 + Example(said, at + 1, single))
            : IsDotted(said.Quote(at, at + 1)) ? (said.Words[at].Plain, 1)
            : ("", 0);
    }

    private static (string Text, int Words) InAlphabet(Utterance said, int at) =>
        at < said.Words.Count && Alphabet.TryGetValue(said.Words[at].Plain, out var letter) ? (letter.ToString(), 1) : ("", 0);

    /// <summary>The letter as it was heard, for its accent; scripts that know no small letters are not spelled.</summary>
    private static string? Single(Utterance said, int at) =>
        at >= said.Words.Count ? null
        : said.Words[at].Plain is [var plain] && char.IsLower(plain) ? (said.Quote(at, at + 1) is [var heard] ? heard : plain).ToString().ToLowerInvariant()
        : said.Words[at].Plain is "zed" or "zee" ? "z"
        : null;

    /// <summary>How many words of "as in Sam", "for Boy", "like Tom" are here.</summary>
    private static int Example(Utterance said, int at, string letter) =>
        said.Has(["as", "in"], at) && at + 2 < said.Words.Count ? 3
        : at + 1 < said.Words.Count && said.Words[at].Plain is "for" or "like" or "as" && said.Words[at + 1].Plain is { Length: > 1 } word && word.StartsWith(letter, StringComparison.Ordinal) ? 2
        : 0;

    /// <summary>"S.M.Y.T.H." comes as one word.</summary>
    private static bool IsDotted(string word) =>
        word.Length > 2 && word.Length % 2 == 1 && word.Index().All(sign => sign.Index % 2 == 0 ? char.IsLetter(sign.Item) : sign.Item == '.');
}
