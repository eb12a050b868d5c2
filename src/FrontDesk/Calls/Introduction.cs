namespace FrontDesk.Calls;

/// <summary>Assistants deal with assistants (R11): "Jamie from Margaret Miller's office" is two people.</summary>
/// <param name="Assistant">Who is on the line, where they said so.</param>
/// <param name="Principal">Whom they call for.</param>
internal sealed record Introduction(string? Assistant, string? Principal)
{
    private const int MostWords = 6;

    /// <summary>What belongs to a principal and answers the telephone: "Margaret Miller's office", "his assistant".</summary>
    private static readonly Phrases Belongings = new(
        from before in new[] { "", "executive ", "personal ", "new ", "other ", "first ", "second ", "production ", "legal " }
        from whom in new[] { "office", "assistant", "secretary", "desk", "team", "pa", "chief of staff", "house", "camp" }
        select before + whom);

    /// <summary>The principal follows.</summary>
    private static readonly Phrases Before = new(
        "on behalf of", "in behalf of", "assistant to", "assistant for", "secretary to", "secretary for", "chief of staff to", "chief of staff for", "pa to", "office of",
        "i work for", "i work with", "i assist", "placing a call for", "i am calling for", "on the line for");

    private static readonly Phrases Holding = new("i have", "ive got", "i got", "ill connect you with", "i am holding", "im holding", "im connecting");

    private static readonly Phrases Waiting = new(
        "for", "on the line", "on the phone", "calling", "holding", "waiting", "here", "returning", "on hold", "on with me");

    /// <summary>Between the two: "Jamie over at", "Jamie calling from".</summary>
    private static readonly HashSet<string> Joining =
    [
        "from", "at", "in", "with", "over", "of", "calling", "here", "speaking", "phoning", "the", "im", "i", "am", "and", "is", "out", "an", "executive", "personal", "to", "by", "on", "who", "works",
    ];

    public static Introduction In(Utterance said, string? introducedName)
    {
        for (var at = 0; at < said.Words.Count; at++)
        {
            if ((Owned(said, at) ?? Announced(said, at) ?? Held(said, at)) is { } found)
            {
                return found.Assistant is null ? found with { Assistant = Person(introducedName, found.Principal) } : found;
            }
        }

        return new Introduction(null, null);
    }

    /// <summary>"Jamie from Margaret Miller's office", "this is Jamie, Margaret Miller's assistant".</summary>
    private static Introduction? Owned(Utterance said, int at)
    {
        if (at == 0 || Belongings.At(said, at) == 0 || Owner(said, at - 1) is not { } last)
        {
            return null;
        }

        var from = NameStart(said, at - 1);
        if (from > 0 && said.Words[from].Before == Break.None && said.Words[from - 1].Plain is "her" or "his" or "their" or "my" or "your" or "our" or "a" or "the")
        {
            return null;
        }

        var principal = from == at - 1 ? last : $"{said.Quote(from, at - 1)} {last}";
        return new Introduction(NameBefore(said, from), principal);
    }

    /// <summary>"Jamie on behalf of Margaret Miller".</summary>
    private static Introduction? Announced(Utterance said, int at)
    {
        var from = at + Before.At(said, at);
        var end = NameEnd(said, from);
        return from > at && end > from ? new Introduction(NameBefore(said, at), said.Quote(from, end)) : null;
    }

    /// <summary>"I have Ms. Miller for Mr. Smith".</summary>
    private static Introduction? Held(Utterance said, int at)
    {
        var from = at + Holding.At(said, at);
        var end = NameEnd(said, from);
        return from > at && end > from && Waiting.At(said, end) > 0 ? new Introduction(NameBefore(said, at), said.Quote(from, end)) : null;
    }

    /// <summary>The word without its possessive ending; without an apostrophe nobody can say whether Rogers is a Roger.</summary>
    private static string? Owner(Utterance said, int at)
    {
        var word = said.Quote(at, at + 1).Replace('’', '\'');
        return word.EndsWith("'s", StringComparison.OrdinalIgnoreCase) ? word[..^2]
            : word.EndsWith("s'", StringComparison.OrdinalIgnoreCase) ? word[..^1]
            : word.Length > 3 && word[^1] == 's' && IsNameWord(said, at) ? word
            : null;
    }

    private static string? NameBefore(Utterance said, int at)
    {
        while (at > 0 && Joining.Contains(said.Words[at - 1].Plain))
        {
            at--;
        }

        var from = NameStart(said, at - 1);
        return at > 0 && from < at && IsNameWord(said, at - 1) ? said.Quote(from, at) : null;
    }

    /// <summary>Where the name begins whose last word this is.</summary>
    private static int NameStart(Utterance said, int last)
    {
        var at = last;
        while (at > 0 && last - at < MostWords && said.Words[at].Before == Break.None && IsNameWord(said, at - 1))
        {
            at--;
        }

        return at;
    }

    private static int NameEnd(Utterance said, int from)
    {
        var at = from;
        while (at < said.Words.Count && at - from < MostWords && (at == from || said.Words[at].Before == Break.None) && IsNameWord(said, at))
        {
            at++;
        }

        return at;
    }

    private static bool IsNameWord(Utterance said, int at) =>
        at >= 0
        && said.Words[at].Plain is var word
        && word.Any(char.IsLetter)
        && !AnswerWords.Everyday.Contains(word)
        && !AnswerWords.NotFirst.Contains(word)
        && !AnswerWords.Belonging.Contains(word)
        && AnswerWords.Openers.At(said, at) == 0
        && AnswerWords.Trailers.At(said, at) == 0
        && AnswerWords.NameMarkers.At(said, at) == 0
        && word is not ("its" or "is" or "behalf" or "office" or "assistant" or "names" or "name");

    private static string? Person(string? introduced, string? principal) =>
        introduced is null || (principal is not null && introduced.Contains(principal, StringComparison.OrdinalIgnoreCase)) ? null : introduced;
}
