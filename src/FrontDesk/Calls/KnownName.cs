namespace FrontDesk.Calls;

/// <summary>A name said on the phone beside the one the desk knows.</summary>
internal static class KnownName
{
    /// <summary>"John" and "Mr. Smith" are John Smith; "Joan Smith" is not.</summary>
    public static bool Is(string? said, string? known)
    {
        if (said is null || known is null)
        {
            return false;
        }

        var (saidWords, knownWords) = (Words(said), Words(known));
        return saidWords.Count > 0 && knownWords.Count > 0 && (saidWords.IsSubsetOf(knownWords) || knownWords.IsSubsetOf(saidWords));
    }

    /// <summary>"Jon Smyth" may be John Smith.</summary>
    public static bool SoundsAlike(string? said, string? known)
    {
        var (saidWords, knownWords) = (Words(said), Words(known));
        return saidWords.Count > 0 && saidWords.All(word => knownWords.Any(other => SoundsLike.Each(word, other)));
    }

    /// <summary>"John" of "Dr. John Smith"; null where the desk knows a last name alone.</summary>
    public static string? First(string? known)
    {
        var words = (known ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var own = words.Where(word => !AnswerWords.Titles.Contains(Utterance.Plain(word))).ToList();
        return own.Count > 1 || (own.Count == 1 && words.Length == 1) ? own[0] : null;
    }

    /// <summary>"Ngozi" of "Ngozi at Lagos Pictures": what is said to somebody's face.</summary>
    public static string? Own(string? name) => name?.Contains(' ', StringComparison.Ordinal) != true ? name?.TrimEnd(',')
        : string.Join(' ', name.Split(' ').TakeWhile((word, at) => at == 0 || !AnswerWords.Belonging.Contains(Utterance.Plain(word)))).TrimEnd(',');

    /// <summary>"Ms. Miller" of "Ms. Margaret Miller"; the whole name where no title was ever heard.</summary>
    public static string? Formal(string? name)
    {
        var words = (name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 2 && AnswerWords.Titles.Contains(Utterance.Plain(words[0])) ? $"{words[0]} {string.Join(' ', words[2..])}" : name;
    }

    /// <summary>Its words in their plain form, without titles and without whose people they are.</summary>
    public static HashSet<string> Words(string? name) =>
        [.. Utterance.Of(Own(name) ?? "").PlainWords.Where(word => !AnswerWords.Titles.Contains(word))];
}
