using FrontDesk.Desks;

namespace FrontDesk.Calls;

/// <summary>What one answer gives us: who it is, regarding what, on which number; and whether the caller asks instead of answering.</summary>
public sealed class Answer
{
    private readonly Utterance said;
    private readonly Boss boss;
    private readonly IReadOnlyList<AnswerPart> parts;
    private readonly IReadOnlyList<SpelledName> spelled;
    private readonly IReadOnlyList<SpelledHint> hints;
    private readonly NamesHeard names;

    private Answer(Utterance said, Desk desk)
    {
        this.said = said;
        boss = new Boss(desk);
        Numbers = SpokenNumber.AllIn(said, SpokenNumber.FewestDigits);
        hints = SpelledHint.AllIn(said);
        spelled = SpelledName.AllIn(said, hints);
        parts = AnswerParts.Of(said, Numbers, boss);
        names = new NamesHeard(said, parts, spelled, hints, boss);
        IntroducedName = names.Introduced();
        IsUrgent = Urgency.IsIn(said);
        YesOrNo = Calls.YesOrNo.In(said);
    }

    /// <summary>The first number said.</summary>
    public NumberHeard? Number => Numbers is [var first, ..] ? first : null;

    /// <summary>Every number said, each with what the caller calls it: "my cell is …, and the office is …".</summary>
    public IReadOnlyList<NumberHeard> Numbers { get; }

    /// <summary>Said by itself: "yes, extension 204".</summary>
    public string? Extension => SpokenNumber.ExtensionIn(said);

    public bool IsUrgent { get; }

    public bool? YesOrNo { get; }

    /// <summary>Wants the boss and nothing less, now.</summary>
    public bool Insists => !Calls.YesOrNo.NeedsNoCallBack(said) && (IsUrgent || Calls.YesOrNo.Insists(said));

    /// <summary>After "my name is", "it's" and the like.</summary>
    public string? IntroducedName { get; }

    public bool Asks => parts.Any(part => part.Kind == PartKind.Question || AsksForTheBoss(part));

    public bool AsksMyName => parts.Any(part => part.Kind == PartKind.QuestionForMyName);

    /// <summary>"Are you a robot?"</summary>
    public bool AsksIfMachine => parts.Any(part => part.Kind == PartKind.QuestionIfMachine);

    /// <summary>Rang somebody else by mistake, and says so.</summary>
    public bool SaysWrongNumber => Mistaken.IsSaidIn(said, boss);

    /// <summary>Nobody speaks: a recording does, another desk's or a telemarketer's.</summary>
    public bool IsRecording => Recordings.AreHeardIn(said);

    /// <summary>A name spelled aloud, composed: "Smyth", "O'Neill".</summary>
    public string? Spelled => names.Spelled;

    /// <summary>Who calls for somebody else: the Jamie of "Jamie from Margaret Miller's office".</summary>
    public string? Assistant => Introduction.In(said, IntroducedName, boss).Assistant;

    /// <summary>For whom they call.</summary>
    public string? Principal => Introduction.In(said, IntroducedName, boss).Principal;

    /// <summary>"Returning her call": said, not yet checked.</summary>
    public bool SaysReturning => Returning.IsClaimedIn(said, boss);

    /// <summary>When they can be reached, as said: "after lunch, till six".</summary>
    public string? Reachable => WhenReachable.In(said);

    /// <summary>What follows "regarding", "about" and the like.</summary>
    public string? Regarding =>
        parts.Where(part => part.Kind == PartKind.Regarding).Select(part => said.Quote(part.Words)).Where(text => text.Length > 0).ToList() is { Count: > 0 } matters ? string.Join("; ", matters) : null;

    internal Utterance Said => said;

    public static Answer Of(string text, Desk desk) => new(Utterance.Of(text), desk);

    /// <summary>The name, where one was asked for.</summary>
    /// <param name="again">The second time even the boss's own name is taken for the caller's.</param>
    public string? NameAsked(bool again) => IntroducedName ?? names.Asked(again);

    /// <summary>A name taken down before, put right: "No, it's Jon without an H"; null where nothing is corrected.</summary>
    public string? NameCorrected(string known) => NameCorrection.Of(known, said, IntroducedName, spelled, hints);

    /// <summary>A name the desk has, with what was spelled now in its place; what was spelled alone where it fits nowhere. Null where nothing was spelled.</summary>
    public string? SpelledInto(string? name)
    {
        var told = hints.Count > 0 && name is not null ? NameCorrected(name) : null;
        var written = spelled.Count == 0 ? null : spelled.Where(word => word.Text.Length > 0).Aggregate(name, (so, word) => so is null ? null : word.In(so));
        return Spelled is null ? told : told ?? written ?? Spelled;
    }

    /// <summary>A number where one was asked for: even a short one is worth keeping.</summary>
    public NumberHeard? NumberAsked() => Number ?? SpokenNumber.Find(said, fewestDigits: 3);

    /// <summary>Everything said, where "regarding" was asked for, without questions about the boss; null when nothing remains.</summary>
    public string? RegardingAsked() => RegardingHeard.In(said, boss);

    private bool AsksForTheBoss(AnswerPart part) =>
        part.Kind == PartKind.Loose && part.Words.Count > 0 && boss.IsNamedBy(part.Words.Select(at => said.Words[at].Plain));
}
