using System.Globalization;

namespace FrontDesk.Calls;

/// <summary>A word of a name spelled aloud (R5): "S M Y T H", "that's S as in Sam, M as in Mary…".</summary>
/// <param name="Text">As it is written: "Smyth".</param>
/// <param name="From">Where it begins in the utterance, with "that's spelled" before it.</param>
internal sealed record SpelledName(string Text, int From, int To, bool IsAnnounced)
{
    private static readonly Phrases Announcements = new(
        "thats", "that is", "its", "it is", "spelled", "spelt", "spelling", "spelling is", "the spelling is", "spelled like", "which is spelled", "i spell it", "i spell that", "you spell it",
        "you spell that", "ill spell it", "ill spell it for you", "ill spell that", "ill spell that for you", "let me spell it", "let me spell that", "let me spell it for you", "let me spell that for you", "spell it", "is spelled", "and its spelled", "last name", "last name is", "my last name is", "first name", "first name is", "my first name is", "surname", "surname is", "my surname is", "and", "with");

    /// <summary>Nobody's name is longer in letters.</summary>
    private const int MostLetters = 40;

    private const int Near = 12;

    /// <summary>Letters after these are a company or a paper: "from C B S", "the N D A".</summary>
    private static readonly HashSet<string> NoNameAfter =
        [.. AnswerWords.Belonging, "the", "a", "an", "about", "regarding", "concerning", "re", "my", "her", "his", "our", "their", "your", "to", "in", "discuss"];

    /// <summary>Small within a name: "Anne van der Berg".</summary>
    private static readonly HashSet<string> Particles = ["van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "la", "le", "ter", "ten", "bin", "bint"];

    public static IReadOnlyList<SpelledName> AllIn(Utterance said, IReadOnlyList<SpelledHint> hints)
    {
        List<SpelledName> found = [];
        var hint = 0;
        for (var at = 0; at < said.Words.Count;)
        {
            while (hint < hints.Count && hints[hint].To <= at)
            {
                hint++;
            }

            if (hint < hints.Count && hints[hint].From <= at)
            {
                at = hints[hint].To;
                continue;
            }

            var letters = SpelledLetters.At(said, at);
            if (letters is { } spelled && Of(said, spelled, found) is { } name)
            {
                found.Add(name);
            }

            at = letters?.To ?? at + 1;
        }

        return found;
    }

    /// <summary>The name with its spelled word in place of the one it sounds like, or after the only one said; null where it belongs to no word of it.</summary>
    public string? In(string name)
    {
        if (Text.Length == 0)
        {
            return null;
        }

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(',')).ToList();
        var own = words.TakeWhile(word => !AnswerWords.Belonging.Contains(Utterance.Plain(word))).Count();
        var spelled = name.Contains('-', StringComparison.Ordinal) ? Text.Split(' ') : Text.Split(' ', '-');
        var like = Enumerable.Range(0, Math.Max(0, own - spelled.Length + 1))
            .Where(at => spelled.Index().All(word => SoundsLike.Each(word.Item, words[at + word.Index])))
            .Cast<int?>()
            .MinBy(at => (spelled.Index().Count(word => !SoundsLike.Alike(word.Item, words[at!.Value + word.Index])), spelled.Index().Sum(word => SoundsLike.Distance(word.Item, words[at!.Value + word.Index]))));
        var parted = spelled.Length == 1 ? SpelledAtOnce.In(words[..own], spelled[0]) : null;
        if (spelled.Length == 1 && SpelledAtOnce.IsOne(words[..own], spelled[0]) is { } joined)
        {
            words.RemoveRange(joined, 2);
            words.Insert(joined, Text);
        }
        else if (parted is var (first, pieces) && !(like is { } one && SoundsLike.Distance(spelled[0], words[one]) <= pieces.Index().Sum(piece => SoundsLike.Distance(piece.Item, words[first + piece.Index]))))
        {
            words.RemoveRange(first, pieces.Count);
            words.InsertRange(first, pieces.Select(word => Written(word, first: false)));
        }
        else if (like is { } place)
        {
            var written = KeptOr(words, Text.Split(' '), name, place);
            words.RemoveRange(place, spelled.Length);
            words.InsertRange(place, written);
        }
        else if (words.Take(own).Count(word => !AnswerWords.Titles.Contains(Utterance.Plain(word))) == 1)
        {
            words.InsertRange(own, Text.Split(' '));
        }
        else
        {
            return null;
        }

        var heardCapitals = name.Any(char.IsUpper);
        return string.Join(' ', words.Select((word, at) => at < own && !heardCapitals ? Written(word, at == 0) : Inside(word, at)));
    }

    /// <summary>For the ear: "O, apostrophe, N, E, I, L, L".</summary>
    public static string Aloud(string name) => string.Join(". ", name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => string.Join(", ", Letters(word))));

    private static IEnumerable<string> Letters(string word)
    {
        var starts = StringInfo.ParseCombiningCharacters(word);
        return starts.Select((from, at) => word[from..(at + 1 < starts.Length ? starts[at + 1] : word.Length)] switch
        {
            "-" => "hyphen",
            "'" or "’" => "apostrophe",
            var letter => letter.ToUpperInvariant(),
        });
    }

    private static SpelledName? Of(Utterance said, SpelledLetters letters, List<SpelledName> before)
    {
        var from = letters.From;
        while (Announcements.Before(said, from) is > 0 and var words)
        {
            from -= words;
        }

        var announced = said.PlainWords.Skip(from).Take(letters.From - from).Any(word => word.StartsWith("spel", StringComparison.Ordinal) || word.EndsWith("name", StringComparison.Ordinal));
        var ofACompany = from > 0 && from == letters.From && said.Words[from].Before == Break.None && NoNameAfter.Contains(said.Words[from - 1].Plain);
        if (before.Exists(other => other.Text.Equals(letters.Text, StringComparison.OrdinalIgnoreCase)))
        {
            return new SpelledName("", from, letters.To, announced);
        }

        // "R E E S, not R E E C E".
        if (from > 0 && said.Words[from - 1].Plain == "not")
        {
            return new SpelledName("", from - 1, letters.To, announced);
        }

        var isOne = announced || letters.HasExamples || Repeats(said, letters, from) || (letters.Count > 2 && letters.Text.Skip(1).Any(IsVowel) && !AreInitials(said, letters));
        return isOne && !ofACompany && letters.Count <= MostLetters ? new SpelledName(letters.Count > 1 ? WrittenAll(letters.Text) : "", from, letters.To, announced) : null;
    }

    /// <summary>A name is spelled near to where it is said.</summary>
    private static bool Repeats(Utterance said, SpelledLetters letters, int from) =>
        letters.Count is > 1 and <= MostLetters
        && Enumerable.Range(Math.Max(0, from - Near), Math.Min(Near, from)).Concat(Enumerable.Range(letters.To, Math.Min(Near, said.Words.Count - letters.To)))
            .Any(at => said.Words[at].Plain is { Length: > 1 } word && SoundsLike.Each(letters.Text, word));

    /// <summary>A capital inside a name is known only from how it was heard: "MacLeod".</summary>
    private static string[] KeptOr(List<string> words, string[] written, string name, int place) =>
        char.IsUpper(words[place][0]) && written.Length == 1 && name.Any(char.IsLower) && words[place].Equals(written[0], StringComparison.OrdinalIgnoreCase) ? [words[place]] : written;

    private static bool IsVowel(char letter) => Utterance.Plain(letter.ToString()) is "a" or "e" or "i" or "o" or "u" or "y";

    /// <summary>The J R R of "J R R Tolkien".</summary>
    private static bool AreInitials(Utterance said, SpelledLetters letters) =>
        letters is { Count: < 4, To: var to }
        && to < said.Words.Count
        && said.Words[to] is { Before: Break.None, Plain: var next }
        && !AnswerWords.Belonging.Contains(next)
        && !EverydayWords.Contains(next)
        && AnswerWords.Trailers.At(said, to) + AnswerWords.Openers.At(said, to) + AnswerWords.Asides.At(said, to) + AnswerWords.RegardingAt(said, to) == 0;

    private static string WrittenAll(string letters) => string.Join(' ', letters.Split(' ').Select((word, at) => Written(word, at == 0)));

    private static string Inside(string word, int at) => at > 0 && Particles.Contains(word.ToLowerInvariant()) ? word.ToLowerInvariant() : word;

    private static string Written(string word, bool first)
    {
        if (!first && Particles.Contains(word))
        {
            return word;
        }

        var written = word.ToCharArray();
        for (var at = 0; at < written.Length; at++)
        {
            var begins = at == 0 || written[at - 1] is '-' or '\'' || (at == 2 && word.Length > 4 && word.StartsWith("mc", StringComparison.OrdinalIgnoreCase));
            written[at] = begins ? char.ToUpperInvariant(written[at]) : written[at];
        }

        return new string(written);
    }
}
