using FrontDesk.Desks;

namespace FrontDesk.Calls;

/// <summary>What one answer gives us: who it is, regarding what, on which number; and whether the caller asks instead of answering.</summary>
public sealed class Answer
{
    private const int LongestName = 80;

    private readonly Utterance said;
    private readonly Desk desk;
    private readonly AnswerPart[] parts;
    private readonly IReadOnlyList<SpelledName> spelled;

    private Answer(Utterance said, Desk desk)
    {
        this.said = said;
        this.desk = desk;
        Number = SpokenNumber.Find(said, SpokenNumber.FewestDigits);
        parts = [.. AnswerParts.Of(said, Number, desk)];
        IsUrgent = Urgency.IsIn(said);
        YesOrNo = Calls.YesOrNo.In(said);
        spelled = SpelledName.AllIn(said);
        Spelled = spelled.Count == 0 ? null : string.Join(' ', spelled.Select(word => word.Text));
        IntroducedName = Names(PartKind.Name, introduced: true).FirstOrDefault()
            ?? (parts.Any(part => part is { Kind: PartKind.Name, Words.Count: > 0 } && Unspelled(part).Words.Count == 0) && !Names(PartKind.Loose, introduced: false).Any() ? Spelled : null);
        AsksMyName = parts.Any(part => part.Kind == PartKind.QuestionForMyName);
        Insists = !Calls.YesOrNo.NeedsNoCallBack(said) && (IsUrgent || Calls.YesOrNo.Insists(said));
        Asks = parts.Any(part => part.Kind == PartKind.Question || AsksForTheBoss(part));
        AsksIfMachine = parts.Any(part => part.Kind == PartKind.QuestionIfMachine);
    }

    public NumberHeard? Number { get; }

    public bool IsUrgent { get; }

    public bool? YesOrNo { get; }

    /// <summary>Wants the boss and nothing less, now.</summary>
    public bool Insists { get; }

    /// <summary>After "my name is", "it's" and the like.</summary>
    public string? IntroducedName { get; }

    public bool Asks { get; }

    public bool AsksMyName { get; }

    /// <summary>"Are you a robot?"</summary>
    public bool AsksIfMachine { get; }

    /// <summary>Rang somebody else by mistake, and says so.</summary>
    public bool SaysWrongNumber => Mistaken.IsSaidIn(said, new Boss(desk));

    /// <summary>Nobody speaks: a recording does, another desk's or a telemarketer's.</summary>
    public bool IsRecording => Recordings.AreHeardIn(said);

    /// <summary>A name spelled aloud, composed: "Smyth", "O'Neill".</summary>
    public string? Spelled { get; }

    /// <summary>Who calls for somebody else: the Jamie of "Jamie from Margaret Miller's office".</summary>
    public string? Assistant => Introduction.In(said, IntroducedName).Assistant;

    /// <summary>For whom they call.</summary>
    public string? Principal => Introduction.In(said, IntroducedName).Principal;

    /// <summary>"Returning her call": said, not yet checked.</summary>
    public bool SaysReturning => Returning.IsClaimedIn(said);

    /// <summary>When they can be reached, as said: "after lunch, till six".</summary>
    public string? Reachable => WhenReachable.In(said);

    /// <summary>What follows "regarding", "about" and the like.</summary>
    public string? Regarding =>
        parts.Where(part => part.Kind == PartKind.Regarding).Select(Quote).Where(text => text.Length > 0).ToList() is { Count: > 0 } said ? string.Join("; ", said) : null;

    public static Answer Of(string text, Desk desk) => new(Utterance.Of(text), desk);

    /// <summary>The name, where one was asked for.</summary>
    /// <param name="again">The second time even the boss's own name is taken for the caller's.</param>
    public string? NameAsked(bool again) =>
        IntroducedName
        ?? Names(PartKind.Loose, introduced: false, again).FirstOrDefault()
        ?? (parts.Any(part => part is { Kind: PartKind.Loose, Words.Count: > 0 } && Unspelled(part).Words.Count == 0) ? Spelled : null);

    /// <summary>A name the desk has, with what was spelled now in its place; what was spelled alone where it fits nowhere. Null where nothing was spelled.</summary>
    public string? SpelledInto(string? name)
    {
        var written = spelled.Count == 0 ? null : spelled.Aggregate(name, (so, word) => so is null ? null : word.In(so));
        return written ?? Spelled;
    }

    /// <summary>A number where one was asked for: even a short one is worth keeping.</summary>
    public NumberHeard? NumberAsked() => Number ?? SpokenNumber.Find(said, fewestDigits: 3);

    /// <summary>Everything said, where "regarding" was asked for, without questions about the boss; null when nothing remains.</summary>
    public string? RegardingAsked()
    {
        List<string> kept = [];
        for (var (from, to) = (0, 0); from < said.Words.Count; from = to)
        {
            to = said.Words.Skip(from + 1).TakeWhile(word => word.Before != Break.Stop).Count() + from + 1;
            var start = kept.Count == 0 ? SkipLeadIn(from, to) : from;
            if (start < to && !OnlyAsks(from, start, to))
            {
                kept.Add(said.QuoteWithStop(start, to));
            }
        }

        return kept.Count == 0 ? null : string.Join(' ', kept).TrimEnd('.', ',', ' ');
    }

    /// <summary>A question that says what it is about is kept.</summary>
    private bool OnlyAsks(int from, int start, int to) =>
        (Questions.BeginAt(said, from, desk) || Questions.BeginAt(said, start, desk) || Questions.ForMyNameBegins(said, start) || Questions.IfMachineBegins(said, from))
        && !Enumerable.Range(start, to - start).Any(at => AnswerWords.RegardingAt(said, at) > 0);

    /// <summary>Past "yes, it's regarding".</summary>
    private int SkipLeadIn(int from, int to)
    {
        while (from < to && Math.Max(AnswerWords.Openers.At(said, from), AnswerWords.RegardingAt(said, from)) is > 0 and var words)
        {
            from += words;
        }

        return from;
    }

    /// <summary>The parts that can be names, as they were spelled where they were.</summary>
    private IEnumerable<string> Names(PartKind kind, bool introduced, bool again = false) =>
        from part in parts
        where part.Kind == kind
        let rest = Unspelled(part)
        where CouldBeName(rest, introduced) && (introduced || again || !AsksForTheBoss(rest))
        select AsSpelled(Quote(rest)) ?? Quote(part);

    private AnswerPart Unspelled(AnswerPart part) => part with { Words = [.. part.Words.Where(at => !spelled.Any(word => at >= word.From && at < word.To))] };

    private string? AsSpelled(string name) =>
        spelled.Aggregate<SpelledName, (string Name, bool Fits)>((name, spelled.Count == 0), (so, word) => word.In(so.Name) is { } better ? (better, true) : so) is (var written, true) ? written : null;

    private bool CouldBeName(AnswerPart part, bool introduced)
    {
        var words = part.Words.Select(at => said.Words[at].Plain).ToList();
        var own = words.TakeWhile(word => !AnswerWords.Belonging.Contains(word)).ToList();
        return own.Count > 0
            && LongWords(own) <= 5
            && LongWords(words) <= 12
            && Quote(part).Length <= LongestName
            && own.Any(word => word.Any(char.IsLetter))
            && !AnswerWords.NotFirst.Contains(own[0])
            && (introduced || !own.Any(word => AnswerWords.Everyday.Contains(word) && !IsInitial(word, own)));
    }

    /// <summary>Initials are no words.</summary>
    private static int LongWords(List<string> words) => words.Count(word => word.Length > 1);

    /// <summary>The I of "I. M. Pei".</summary>
    private static bool IsInitial(string word, List<string> among) => word.Length == 1 && among.Count(other => other.Length == 1) > 1;

    private bool AsksForTheBoss(AnswerPart part) =>
        part.Kind == PartKind.Loose && part.Words.Count > 0 && Questions.NamesTheBoss(part.Words.Select(at => said.Words[at].Plain), desk);

    private string Quote(AnswerPart part)
    {
        List<string> pieces = [];
        for (var (i, from) = (0, 0); i < part.Words.Count; i++)
        {
            if (i + 1 == part.Words.Count || part.Words[i + 1] != part.Words[i] + 1)
            {
                pieces.Add(said.Quote(part.Words[from], part.Words[i] + 1));
                from = i + 1;
            }
        }

        return string.Join(' ', pieces);
    }
}
