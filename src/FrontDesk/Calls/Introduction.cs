namespace FrontDesk.Calls;

/// <summary>Assistants deal with assistants (R11): "Jamie from Margaret Miller's office" is two people.</summary>
/// <param name="Assistant">Who is on the line, where they said so.</param>
/// <param name="Principal">Whom they call for.</param>
internal sealed record Introduction(string? Assistant, string? Principal)
{
    /// <summary>What belongs to a principal and answers the telephone: "Margaret Miller's office", "his assistant".</summary>
    private static readonly Phrases Belongings = new(
        from before in new[] { "", "chief ", "senior ", "private ", "executive ", "personal ", "new ", "other ", "first ", "second ", "production ", "legal " }
        from whom in new[] { "office", "assistant", "secretary", "desk", "team", "pa", "chief of staff", "house", "camp", "people", "right hand", "right hand man", "right hand woman", "gatekeeper", "representative", "manager", "agent", "publicist", "lawyer", "attorney", "behalf", "bureau", "chambers", "diary", "calendar", "schedule" }
        select before + whom);

    /// <summary>The principal follows.</summary>
    private static readonly Phrases Before = new(
        "on behalf of", "in behalf of", "assistant to", "assistant for", "secretary to", "secretary for", "chief of staff to", "chief of staff for", "pa to", "office of",
        "the secretary of", "the assistant of", "secretary of", "assistant of", "pa of", "pa for", "personal assistant to", "executive assistant to", "executive assistant for", "agent for", "attorney for", "lawyer for", "publicist for", "speaking for",
        "i work for", "i work with", "i assist", "im assisting", "i am assisting", "im assistant to", "placing a call for", "placing a call from", "take a call from", "taking a call from", "accept a call from", "a call from", "my boss", "my employer", "my principal", "my client", "my chief", "my director",
        "i represent", "im representing", "free to take", "available to take", "able to take", "ready to take", "ready for a call from", "im with the office of", "the offices of");

    private static readonly Phrases Holding = new("i have", "ive got", "i got", "ill connect you with", "i am holding", "im holding", "im connecting", "i am connecting", "connecting", "ill be connecting", "im putting through", "let me connect", "let me put on", "ill put on", "ill put through", "im ringing with", "im calling with", "we have");

    private static readonly Phrases Waiting = new(
        "for", "on the line", "on the phone", "on line", "calling", "holding", "waiting", "here", "returning", "on hold", "on with me", "on the other line", "ready for", "wanting to speak", "who would like", "who wants", "whod like");

    /// <summary>Said by who has somebody on the line, with no more to it: "please hold, I have Tom Reed".</summary>
    private static readonly Phrases Connecting = new("holding for", "put ms", "put mr", "put mrs", "put miss", "put her on", "put him on", "connecting", "im connecting", "on the line", "take the call", "is she there", "hold for", "please hold", "stand by for");

    private static readonly HashSet<string> Papers = ["diary", "calendar", "schedule"];

    private static readonly Phrases Keeping = new("look after", "looking after", "manage", "run", "keep", "handle", "do");

    private static readonly HashSet<string> Somebodys = ["her", "his", "their", "my", "your", "our", "a", "the"];

    private static readonly Phrases Desires = new("he", "she", "they", "hed", "shed", "theyd", "wants", "would like", "wanted", "wishes", "needs", "is", "who");

    /// <summary>Between the two: "Jamie over at", "Jamie calling from".</summary>
    private static readonly HashSet<string> Joining =
    [
        "from", "at", "in", "with", "over", "of", "calling", "here", "speaking", "phoning", "the", "im", "i", "am", "and", "is", "out", "an", "executive", "personal", "to", "by", "on", "who", "works",
    ];

    public static Introduction In(Utterance said, string? introducedName, Boss boss)
    {
        for (var at = 0; at < said.Words.Count; at++)
        {
            if ((Owned(said, at, boss) ?? Announced(said, at, boss) ?? Held(said, at) ?? CalledFor(said, at, boss)) is { } found)
            {
                return found.Assistant is null ? found with { Assistant = Person(introducedName, found.Principal) } : found;
            }
        }

        return new Introduction(null, null);
    }

    /// <summary>"Jamie from Margaret Miller's office", "this is Jamie, Margaret Miller's assistant".</summary>
    private static Introduction? Owned(Utterance said, int at, Boss boss)
    {
        if (at == 0 || Belongings.At(said, at) is not (> 0 and var words) || Possessor.At(said, at - 1) is not { } last || !NameWords.IsOne(said, at - 1))
        {
            return null;
        }

        var from = NameWords.Start(said, at - 1);
        var isTheirs = from > 0 && said.Words[from].Before == Break.None && Somebodys.Contains(said.Words[from - 1].Plain);
        var keeps = !Papers.Contains(said.Words[at + words - 1].Plain) || Keeping.Before(said, from) > 0;
        if (isTheirs || !keeps)
        {
            return null;
        }

        var (split, before) = (from + TwoNames(said, from, at, words), NameBefore(said, from));
        var principal = split == at - 1 ? last : $"{said.Quote(split, at - 1)} {last}";
        var assistant = split > from ? said.Quote(from, split) : before;
        return assistant is null && boss.IsNamedBy(Utterance.Of(principal).PlainWords) ? null : new Introduction(assistant, principal);
    }

    /// <summary>How many words of "Robin Tom Reed's assistant" are the assistant's name: a recogniser hears no comma.</summary>
    private static int TwoNames(Utterance said, int from, int at, int belonging)
    {
        var count = at - from;
        var title = Enumerable.Range(from + 1, Math.Max(0, count - 1)).FirstOrDefault(place => AnswerWords.Titles.Contains(said.Words[place].Plain));
        var isPerson = said.Words[at + belonging - 1].Plain is "assistant" or "secretary" or "pa" or "staff";
        return title > 0 ? title - from : isPerson && count > 2 && AnswerWords.NameMarkers.Before(said, from) + AnswerWords.SureNameMarkers.Before(said, from) > 0 ? count - 2 : 0;
    }

    /// <summary>"Jamie on behalf of Margaret Miller".</summary>
    private static Introduction? Announced(Utterance said, int at, Boss boss)
    {
        var from = at + Before.At(said, at);
        from += from > at && said.Has(["the"], from) && NameWords.IsOne(said, from + 1) && NameWords.IsOne(said, from + 2) ? 2 : 0;
        var end = from > at ? NameWords.End(said, from) : from;
        return end > from && !boss.IsNamedBy(said.PlainWords.Skip(from).Take(end - from)) && (said.Words[from - 1].Plain != "take" || IsFull(said, from, end))
            ? new Introduction(NameBefore(said, at), said.Quote(from, end))
            : null;
    }

    /// <summary>"I have Ms. Miller for Mr. Smith", "please hold, I'm connecting Tom Reed".</summary>
    private static Introduction? Held(Utterance said, int at)
    {
        var words = Holding.At(said, at);
        var from = at + words;
        var end = words > 0 ? NameWords.End(said, from) : from;
        if (end == from)
        {
            return null;
        }

        var connects = said.Words[from - 1].Plain is "connecting" or "connect" or "on" or "through";
        var waits = Waiting.At(said, end) is > 0 and var waiting && (said.Words[end].Plain != "for" || waiting > 1 || IsFull(said, from, end));
        var ends = end == said.Words.Count || said.Words[end].Before != Break.None;
        return connects || waits || (ends && IsFull(said, from, end) && Connecting.In(said) is not null) ? new Introduction(NameBefore(said, at), said.Quote(from, end)) : null;
    }

    /// <summary>"Robin calling for Tom Reed", where it is not the boss who is called.</summary>
    private static Introduction? CalledFor(Utterance said, int at, Boss boss)
    {
        if (said.Words[at].Plain != "for" || at == 0)
        {
            return null;
        }

        var end = NameWords.End(said, at + 1);
        if (end == at + 1 || boss.IsNamedBy(said.PlainWords.Skip(at + 1).Take(end - at - 1)) || !(IsFull(said, at + 1, end) || Desires.At(said, end) > 0))
        {
            return null;
        }

        var before = said.Words[at - 1].Plain;
        var isCalled = before is "calling" or "phoning" or "ringing" || (before == "on" && said.PlainWords.Skip(Math.Max(0, at - 6)).Take(5).Contains("put"));
        var assistant = NameBefore(said, at);
        return isCalled || (assistant is not null && said.Words[at].Before == Break.None) ? new Introduction(assistant, said.Quote(at + 1, end)) : null;
    }

    /// <summary>A title or two words: what stands alone may be no name.</summary>
    private static bool IsFull(Utterance said, int from, int end) => end - from > 1 || (said.IsCased && said.IsCapital(from));

    private static string? NameBefore(Utterance said, int at)
    {
        while (at > 0 && Joining.Contains(said.Words[at - 1].Plain))
        {
            at--;
        }

        var from = at > 0 ? NameWords.Start(said, at - 1) : 0;
        return at > 0 && from < at && NameWords.IsOne(said, at - 1) ? said.Quote(from, at) : null;
    }

    private static string? Person(string? introduced, string? principal) =>
        introduced is null || (principal is not null && introduced.Contains(principal, StringComparison.OrdinalIgnoreCase)) ? null : introduced;
}
