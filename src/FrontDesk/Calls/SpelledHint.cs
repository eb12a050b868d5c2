namespace FrontDesk.Calls;

/// <summary>How a name is spelled, told by one letter of it: "Jon without an H", "that's with a K", "two Ls".</summary>
internal readonly record struct SpelledHint(int From, int To, string Letter, SpelledHint.Way How, bool AtTheEnd)
{
    internal enum Way
    {
        With,
        Without,
        Twice,
        Once,
    }

    private static readonly Phrases Leads = new("with a", "with an", "with the", "with", "with just a", "spelled with a", "spelled with an", "spelt with a", "spelt with an", "it has a", "its got a");

    private static readonly Phrases WithoutLeads = new("without a", "without an", "without the", "without any", "without", "with no", "no", "theres no", "there is no", "minus the", "drop the");

    private static readonly Phrases TwiceLeads = new("with two", "with a double", "with double", "two");

    private static readonly Phrases OnceLeads = new("with one", "with only one", "with just one", "with a single", "just one", "only one");

    private static readonly Phrases Places = new("at the end", "on the end", "in the end");

    private static readonly Phrases Besides = new("in the middle", "at the beginning", "at the start", "at the front", "in it", "in the name");

    private static readonly Phrases InsteadOf = new("instead of a", "instead of an", "not a", "not an", "rather than a", "rather than an");

    private static readonly Phrases AndLeads = new("and a", "and an", "and");

    private static readonly HashSet<string> Pairs = ["ph", "ck", "ie", "ei", "ey", "sh", "th", "gh", "ch", "ee", "ea", "ae", "ou", "oo"];

    /// <summary>Letters as a recogniser may write them.</summary>
    private static readonly Dictionary<string, string> Sounded = new()
    {
        ["zed"] = "z",
        ["zee"] = "z",
        ["why"] = "y",
        ["see"] = "c",
        ["sea"] = "c",
        ["kay"] = "k",
        ["eff"] = "f",
        ["aitch"] = "h",
        ["haitch"] = "h",
        ["jay"] = "j",
        ["gee"] = "g",
        ["ess"] = "s",
        ["tee"] = "t",
        ["vee"] = "v",
        ["queue"] = "q",
        ["cue"] = "q",
    };

    /// <summary>What one letter may be written for.</summary>
    private static readonly Dictionary<string, string[]> SameSound = new()
    {
        ["k"] = ["ch", "c", "q"],
        ["c"] = ["k", "s"],
        ["y"] = ["i", "ie"],
        ["i"] = ["y", "ee"],
        ["z"] = ["s"],
        ["s"] = ["z", "c"],
        ["f"] = ["ph", "v"],
        ["ph"] = ["f", "v"],
        ["v"] = ["ph", "f", "w"],
        ["w"] = ["v"],
        ["j"] = ["g"],
        ["g"] = ["j"],
        ["x"] = ["ks", "cks"],
        ["ie"] = ["y", "ei", "ey", "ee"],
        ["ei"] = ["ie", "ai", "ee"],
        ["ey"] = ["y", "ie"],
        ["ck"] = ["k", "c"],
        ["ea"] = ["ee"],
        ["ee"] = ["ea"],
        ["th"] = ["t"],
        ["ou"] = ["u", "oo"],
    };

    public static IReadOnlyList<SpelledHint> AllIn(Utterance said)
    {
        List<SpelledHint> found = [];
        for (var at = 0; at < said.Words.Count;)
        {
            if (At(said, at) is { } hint)
            {
                found.Add(hint);
                for (at = hint.To; AndLeads.At(said, at) is > 0 and var and && LetterAt(said, at + and) is { } more && EndsAt(said, at + and + 1); at += and + 1)
                {
                    found.Add(new SpelledHint(at, at + and + 1, more, Way.With, AtTheEnd: false));
                }
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    public static SpelledHint? At(Utterance said, int at)
    {
        var (with, without, twice, once) = (Leads.At(said, at), WithoutLeads.At(said, at), TwiceLeads.At(said, at), OnceLeads.At(said, at));
        var words = Math.Max(Math.Max(with, without), Math.Max(twice, once));
        if (words == 0 || LetterAt(said, at + words) is not { } letter || (words == 1 && (letter is "i" or "a" || (LetterAt(said, at + 2) is not null && said.Words[at + 2].Before == Break.None))))
        {
            return null;
        }

        var to = at + words + 1;
        if (LetterAt(said, to) is { } second && Pairs.Contains(letter + second))
        {
            (letter, to) = (letter + second, to + 1);
        }

        if (!EndsAt(said, to))
        {
            return null;
        }

        var (atTheEnd, besides) = (Places.At(said, to), Besides.At(said, to));
        to += Math.Max(atTheEnd, besides);
        to += InsteadOf.At(said, to) is > 0 and var instead && LetterAt(said, to + instead) is not null ? instead + 1 : 0;
        return new SpelledHint(at, to, letter, words == without ? Way.Without : words == twice ? Way.Twice : words == once ? Way.Once : Way.With, atTheEnd > 0);
    }

    /// <summary>The name with the word that was meant written so; a name in which nothing is to change stays as it is.</summary>
    public string In(string name, string? meant)
    {
        var words = name.Split(' ');
        var target = meant is null ? -1 : Array.FindIndex(words, word => SoundsLike.Each(word, meant));
        for (var at = Math.Max(0, target); at < words.Length && (target < 0 || at == target); at++)
        {
            if (Apply(words[at]) is var better && better != words[at])
            {
                words[at] = better;
                break;
            }
        }

        return string.Join(' ', words);
    }

    private string Apply(string word)
    {
        var last = word.LastIndexOf(Letter, StringComparison.OrdinalIgnoreCase);
        return How switch
        {
            Way.Without => last >= 0 && word.Length > Letter.Length + 1 ? word.Remove(last, Letter.Length) : word,
            Way.Twice => last >= 0 && !word.Contains(Letter + Letter, StringComparison.OrdinalIgnoreCase) ? word.Insert(last + 1, Letter) : word,
            Way.Once => word.LastIndexOf(Letter + Letter, StringComparison.OrdinalIgnoreCase) is >= 0 and var twice ? word.Remove(twice + 1, Letter.Length) : word,
            Way.With => Letter == "e" && (last < 0 || AtTheEnd) && last != word.Length - 1 ? word + "e"
                : last >= 0 || word.Length < 2 ? word
                : Letter == "h" && word[^1] is 'a' ? word + "h"
                : Replaced(word),
            _ => word,
        };
    }

    private string Replaced(string word)
    {
        foreach (var same in SameSound.GetValueOrDefault(Letter, []))
        {
            var at = word.IndexOf(same, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && !(same == "ch" && at > 0))
            {
                var letter = char.IsUpper(word[at]) ? char.ToUpperInvariant(Letter[0]) + Letter[1..] : Letter;
                return word.Remove(at, same.Length).Insert(at, letter);
            }
        }

        return word;
    }

    /// <summary>"With A B C" are a company's letters; "spelled with a Y, S M Y T H" are a name's.</summary>
    private static bool EndsAt(Utterance said, int at) =>
        LetterAt(said, at) is null || said.Words[at].Before != Break.None || (LetterAt(said, at + 1) is not null && LetterAt(said, at + 2) is not null);

    private static string? LetterAt(Utterance said, int at) =>
        at >= said.Words.Count ? null
        : said.Words[at].Plain switch
        {
            [var letter] when char.IsAsciiLetterLower(letter) => letter.ToString(),
            [var letter, 's'] when char.IsAsciiLetterLower(letter) && !"aiu".Contains(letter, StringComparison.Ordinal) => letter.ToString(),
            var word when Pairs.Contains(word) => word,
            var word => Sounded.GetValueOrDefault(word),
        };
}
