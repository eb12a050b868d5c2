namespace FrontDesk.Calls;

/// <summary>What a stretch of words is.</summary>
internal enum PartKind
{
    /// <summary>Nothing says what: where a name was asked for, perhaps the name.</summary>
    Loose,
    Name,
    Regarding,
    Number,

    /// <summary>Whom the call is for, and what is asked of us.</summary>
    Aside,
    Question,
    QuestionForMyName,
    QuestionIfMachine,
}

/// <summary>What went before a name.</summary>
internal enum NameMark
{
    None,

    /// <summary>"It's", "I'm": perhaps no name follows.</summary>
    Perhaps,

    /// <summary>"My name is".</summary>
    Sure,
    First,
    Last,

    /// <summary>"I mean": it takes the place of the one before.</summary>
    Corrected,
}

/// <param name="Words">Their places in the utterance, without the words that only introduce or trail.</param>
internal sealed record AnswerPart(PartKind Kind, List<int> Words, NameMark Mark = NameMark.None);

/// <summary>Tells the parts of an answer from each other, in one pass from left to right.</summary>
internal sealed class AnswerParts
{
    private readonly Utterance said;
    private readonly Boss boss;
    private readonly Dictionary<int, int> numbers = [];
    private readonly List<AnswerPart> parts = [new(PartKind.Loose, [])];

    private AnswerParts(Utterance said, IReadOnlyList<NumberHeard> heard, Boss boss)
    {
        this.said = said;
        this.boss = boss;
        foreach (var number in heard)
        {
            var from = number.From;
            while (AnswerWords.NumberLeadIns.Before(said, from) is > 0 and var words)
            {
                from -= words;
            }

            numbers[from] = number.To;
        }
    }

    public static IReadOnlyList<AnswerPart> Of(Utterance said, IReadOnlyList<NumberHeard> numbers, Boss boss) => new AnswerParts(said, numbers, boss).Split();

    private AnswerPart Current => parts[^1];

    private List<AnswerPart> Split()
    {
        for (var at = 0; at < said.Words.Count;)
        {
            if (numbers.TryGetValue(at, out var numberTo) && numberTo > at)
            {
                Begin(PartKind.Number);
                Current.Words.AddRange(Enumerable.Range(at, numberTo - at));
                Begin(PartKind.Loose);
                at = numberTo;
                continue;
            }

            if (BeginsHere(at) is var (kind, introduction, mark))
            {
                Begin(kind, mark);
                at += introduction;
                if (introduction > 0)
                {
                    continue;
                }
            }

            if (Unsaid(at) is > 0 and var words)
            {
                at += words;
                continue;
            }

            Current.Words.Add(at++);
        }

        return parts;
    }

    /// <summary>"I mean it's Steve": what is introduced twice is introduced as it was first.</summary>
    private void Begin(PartKind kind, NameMark mark = NameMark.None)
    {
        if (Current is { Kind: PartKind.Regarding, Words: [.., var last] } && said.Words[last].Plain == "and")
        {
            Current.Words.RemoveAt(Current.Words.Count - 1);
        }

        parts.Add(new AnswerPart(kind, [], mark == NameMark.Perhaps && Current is { Kind: PartKind.Name, Mark: not NameMark.None, Words.Count: 0 } ? Current.Mark : mark));
    }

    /// <summary>The part that begins with this word and how many words only introduce it; null while the current one goes on.</summary>
    private (PartKind Kind, int Introduction, NameMark Mark)? BeginsHere(int at)
    {
        var sentence = said.Words[at].Before == Break.Stop;
        if (Current.Kind == PartKind.Regarding && !sentence)
        {
            return AnswerWords.NameMarkersAnywhere.At(said, at) is > 0 and var sure ? (PartKind.Name, sure, NameMark.Sure) : NameAfterMatter(at);
        }

        if (QuestionAt(at) is { } question)
        {
            return (question, 0, NameMark.None);
        }

        if (NameAt(at) is (> 0 and var words, var mark) && AnswerWords.RegardingAt(said, at) <= words && (Current.Kind != PartKind.Regarding || !HasName()))
        {
            return (PartKind.Name, words, mark);
        }

        return Current.Kind switch
        {
            PartKind.Regarding => null,
            PartKind.Question or PartKind.QuestionForMyName or PartKind.QuestionIfMachine when !sentence => Regarding(at),
            _ => BeginsFreely(at, sentence),
        };
    }

    /// <summary>"About the premiere, this is Rolf", "about the visas and I'm Arash".</summary>
    private (PartKind Kind, int Introduction, NameMark Mark)? NameAfterMatter(int at) =>
        (said.Words[at].Before == Break.Pause || said.Words[at - 1].Plain == "and")
        && AnswerWords.NameMarkers.At(said, at) is > 0 and var words
        && NameWords.IsOne(said, at + words)
        && !EverydayWords.Describes(said.Words[at + words].Plain)
        && !HasName()
            ? (PartKind.Name, words, NameMark.Perhaps)
            : null;

    private PartKind? QuestionAt(int at) =>
        Questions.ForMyNameBegins(said, at) ? PartKind.QuestionForMyName
        : Questions.IfMachineBegins(said, at) ? PartKind.QuestionIfMachine
        : Questions.BeginAt(said, at, boss) ? PartKind.Question
        : null;

    private (int Words, NameMark Mark) NameAt(int at)
    {
        if (Current is { Kind: PartKind.Name, Words.Count: > 0 } && AnswerWords.NameCorrections.At(said, at) is > 0 and var corrected)
        {
            return (corrected, NameMark.Corrected);
        }

        var (perhaps, sure) = (AnswerWords.NameMarkers.At(said, at), AnswerWords.SureNameMarkers.At(said, at));
        var (first, last) = (AnswerWords.FirstNameMarkers.At(said, at), AnswerWords.LastNameMarkers.At(said, at));
        var most = Math.Max(Math.Max(perhaps, sure), Math.Max(first, last));
        return most == 0 ? (OneselfAt(at) ? (1, NameMark.Perhaps) : (0, NameMark.None))
            : (most, most == first ? NameMark.First : most == last ? NameMark.Last : most == sure ? NameMark.Sure : NameMark.Perhaps);
    }

    /// <summary>"Myself Anjali", as many Indians introduce themselves; not "I'll do it myself".</summary>
    private bool OneselfAt(int at) => said.Words[at].Plain == "myself" && Current is { Kind: PartKind.Loose, Words.Count: 0 };

    private (PartKind Kind, int Introduction, NameMark Mark)? BeginsFreely(int at, bool sentence)
    {
        if (AnswerWords.RegardingItself.At(said, at) > 0)
        {
            return (PartKind.Regarding, 0, NameMark.None);
        }

        if (Regarding(at) is { } regarding)
        {
            return regarding;
        }

        if (AnswerWords.Asides.At(said, at) is > 0 and var aside)
        {
            return (PartKind.Aside, aside, NameMark.None);
        }

        if (said.Words[at].Plain == "for" && boss.NamedAt(said, at + 1) is > 0 and var named)
        {
            return (PartKind.Aside, 1 + named, NameMark.None);
        }

        var asideEnds = Current.Kind == PartKind.Aside && said.Words[at].Before == Break.Pause;
        return sentence || asideEnds ? (PartKind.Loose, 0, NameMark.None) : null;
    }

    private (PartKind Kind, int Introduction, NameMark Mark)? Regarding(int at) =>
        AnswerWords.RegardingAt(said, at) is > 0 and var words ? (PartKind.Regarding, words, NameMark.None) : null;

    /// <summary>How many words here say nothing: greetings before a name, "calling" after it.</summary>
    private int Unsaid(int at) => Current.Kind switch
    {
        PartKind.Loose or PartKind.Name => Math.Max(
            Math.Max(AnswerWords.Trailers.At(said, at), AnswerWords.Fillers.At(said, at)),
            Current.Words.Count == 0 ? OpeningAt(at) : 0),
        PartKind.Regarding or PartKind.Number or PartKind.Aside or PartKind.Question or PartKind.QuestionForMyName or PartKind.QuestionIfMachine => 0,
    };

    private int OpeningAt(int at)
    {
        var words = Math.Max(AnswerWords.Openers.At(said, at), Math.Max(PersonaSpokenTo(at), TellTheBoss(at)));
        // "Dear" and "Love" are names where nothing else is said.
        return words > 0 ? words : at + 1 < said.Words.Count ? AnswerWords.NameOpeners.At(said, at) : 0;
    }

    /// <summary>"Jamie, it's John Smith", "hey jamie it's sven": the persona is spoken to.</summary>
    private int PersonaSpokenTo(int at) =>
        at + 1 < said.Words.Count && said.Words[at].Plain == boss.Persona && (said.Words[at + 1].Before == Break.Pause || NameAt(at + 1).Words > 0) ? 1 : 0;

    /// <summary>"Tell Margaret", "let Ms. Miller know that".</summary>
    private int TellTheBoss(int at)
    {
        if (said.Words[at].Plain is not ("tell" or "let" or "inform" or "advise") || boss.ObjectAt(said, at + 1) is not (> 0 and var named))
        {
            return 0;
        }

        var to = at + 1 + named;
        to += to < said.Words.Count && said.Words[to].Plain == "know" ? 1 : 0;
        return to - at + (to < said.Words.Count && said.Words[to].Plain == "that" ? 1 : 0);
    }

    private bool HasName() => parts.Exists(part => part is { Kind: PartKind.Name or PartKind.Loose, Words.Count: > 0 });
}
