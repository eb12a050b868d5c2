using FrontDesk.Desks;

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

/// <param name="Words">Their places in the utterance, without the words that only introduce or trail.</param>
internal sealed record AnswerPart(PartKind Kind, List<int> Words);

/// <summary>Tells the parts of an answer from each other, in one pass from left to right.</summary>
internal sealed class AnswerParts
{
    private readonly Utterance said;
    private readonly Desk desk;
    private readonly int numberFrom;
    private readonly int numberTo;
    private readonly List<AnswerPart> parts = [new(PartKind.Loose, [])];

    private AnswerParts(Utterance said, NumberHeard? number, Desk desk)
    {
        this.said = said;
        this.desk = desk;
        (numberFrom, numberTo) = number is null ? (-1, -1) : (number.From, number.To);
        while (AnswerWords.NumberLeadIns.Before(said, numberFrom) is > 0 and var words)
        {
            numberFrom -= words;
        }
    }

    public static IReadOnlyList<AnswerPart> Of(Utterance said, NumberHeard? number, Desk desk) => new AnswerParts(said, number, desk).Split();

    private AnswerPart Current => parts[^1];

    private List<AnswerPart> Split()
    {
        for (var at = 0; at < said.Words.Count;)
        {
            if (at == numberFrom)
            {
                Begin(PartKind.Number);
                Current.Words.AddRange(Enumerable.Range(at, numberTo - at));
                Begin(PartKind.Loose);
                at = numberTo;
                continue;
            }

            if (BeginsHere(at) is var (kind, introduction))
            {
                Begin(kind);
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

    private void Begin(PartKind kind) => parts.Add(new AnswerPart(kind, []));

    /// <summary>The part that begins with this word and how many words only introduce it; null while the current one goes on.</summary>
    private (PartKind Kind, int Introduction)? BeginsHere(int at)
    {
        var sentence = said.Words[at].Before == Break.Stop;
        if (Current.Kind == PartKind.Regarding && !sentence)
        {
            return AnswerWords.SureNameMarkers.At(said, at) is > 0 and var sure ? (PartKind.Name, sure) : null;
        }

        if (Questions.ForMyNameBegins(said, at))
        {
            return (PartKind.QuestionForMyName, 0);
        }

        if (Questions.IfMachineBegins(said, at))
        {
            return (PartKind.QuestionIfMachine, 0);
        }

        if (Questions.BeginAt(said, at, desk))
        {
            return (PartKind.Question, 0);
        }

        if (AnswerWords.NameMarkers.At(said, at) is > 0 and var name && !SaysRegarding(at) && (Current.Kind != PartKind.Regarding || !HasName()))
        {
            return (PartKind.Name, name);
        }

        return Current.Kind switch
        {
            PartKind.Regarding => null,
            PartKind.Question or PartKind.QuestionForMyName or PartKind.QuestionIfMachine when !sentence => Regarding(at),
            _ => BeginsFreely(at, sentence),
        };
    }

    private (PartKind Kind, int Introduction)? BeginsFreely(int at, bool sentence)
    {
        if (AnswerWords.RegardingItself.At(said, at) > 0)
        {
            return (PartKind.Regarding, 0);
        }

        if (Regarding(at) is { } regarding)
        {
            return regarding;
        }

        if (AnswerWords.Asides.At(said, at) is > 0 and var aside)
        {
            return (PartKind.Aside, aside);
        }

        if (said.Words[at].Plain == "for" && at + 1 < said.Words.Count && Questions.NamesTheBoss([said.Words[at + 1].Plain], desk))
        {
            return (PartKind.Aside, 2);
        }

        var asideEnds = Current.Kind == PartKind.Aside && said.Words[at].Before == Break.Pause;
        return sentence || asideEnds ? (PartKind.Loose, 0) : null;
    }

    private (PartKind Kind, int Introduction)? Regarding(int at) =>
        AnswerWords.RegardingAt(said, at) is > 0 and var words ? (PartKind.Regarding, words) : null;

    /// <summary>How many words here say nothing: greetings before a name, "calling" after it.</summary>
    private int Unsaid(int at) => Current.Kind switch
    {
        PartKind.Loose or PartKind.Name => Math.Max(
            AnswerWords.Trailers.At(said, at),
            Current.Words.Count == 0 ? Math.Max(AnswerWords.Openers.At(said, at), PersonaSpokenTo(at)) : 0),
        PartKind.Regarding or PartKind.Number or PartKind.Aside or PartKind.Question or PartKind.QuestionForMyName or PartKind.QuestionIfMachine => 0,
    };

    /// <summary>"Jamie, it's John Smith": the persona is spoken to.</summary>
    private int PersonaSpokenTo(int at) =>
        at + 1 < said.Words.Count && said.Words[at].Plain == Utterance.Plain(desk.Persona) && said.Words[at + 1].Before == Break.Pause ? 1 : 0;

    private bool SaysRegarding(int at) => AnswerWords.RegardingAt(said, at) > AnswerWords.NameMarkers.At(said, at);

    private bool HasName() => parts.Exists(part => part is { Kind: PartKind.Name or PartKind.Loose, Words.Count: > 0 });
}
