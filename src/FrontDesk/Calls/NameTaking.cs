using FrontDesk.Desks;

namespace FrontDesk.Calls;

/// <summary>Takes down who is calling, and for whom; reads back what was not heard well, letter by letter what was spelled (R5, R11).</summary>
internal static class NameTaking
{
    /// <summary>A recogniser less sure than this, or silent about it, is not believed without asking.</summary>
    private const double SureEnough = 0.8;

    /// <summary>The answer to "who's calling?".</summary>
    public static Taken ToWho(CallNotes notes, Answer answer, bool again, double? confidence, Caller caller, Desk desk)
    {
        var introduced = WithPrincipal(notes, answer, desk);
        var said = introduced.CallsFor is null ? notes.Name ?? answer.NameAsked(again) : answer.Assistant ?? introduced.CallsFor;
        return said is null
            ? new Taken(notes, TakenResult.Missed)
            : ToName(Named(introduced, said, confidence), answer, confidence, caller);
    }

    /// <summary>The answer to "is that John Smith?".</summary>
    public static Taken ToThatName(ScriptPosition at, CallNotes notes, Answer answer, double? confidence)
    {
        if (answer.SpelledInto(notes.Name) is { } spelled)
        {
            return Spelled(notes, spelled, answer);
        }

        var other = Other(notes, answer, again: answer.YesOrNo is null);
        return (answer.YesOrNo, other) switch
        {
            (true, _) => new Taken(notes with { NameConfirmed = true }, TakenResult.Answered),
            (_, { } name) => new Taken(Named(notes, name, confidence), at.Attempt < CallScript.MostAttempts ? TakenResult.Doubtful : TakenResult.Answered),
            (false, null) => new Taken(notes, TakenResult.NotThatName),
            (null, null) when answer.NameAsked(again: false) is not null => new Taken(notes with { NameConfirmed = true }, TakenResult.Answered),
            (null, null) => new Taken(notes, TakenResult.Missed),
        };
    }

    /// <summary>The answer to "how do you spell it?".</summary>
    public static Taken ToSpelling(CallNotes notes, Answer answer, double? confidence) =>
        answer.SpelledInto(notes.Name) is { } spelled ? Spelled(notes, spelled, answer)
        : answer.NameAsked(again: true) is { } name && answer.YesOrNo is null ? new Taken(Named(notes, name, confidence), TakenResult.Answered)
        : new Taken(notes, TakenResult.Missed);

    /// <summary>The answer to "S, M, Y, T, H: is that right?".</summary>
    public static Taken ToSpelled(CallNotes notes, Answer answer) =>
        answer.SpelledInto(notes.Name) is { } spelled ? Spelled(notes, spelled, answer)
        : answer.YesOrNo switch
        {
            true => new Taken(notes with { NameConfirmed = true }, TakenResult.Answered),
            false => new Taken(notes, TakenResult.NotThatName),
            null => new Taken(notes, TakenResult.Missed),
        };

    /// <summary>A name just said back can be put right in the next breath: "no, it's Jon Smyth"; null where it was not.</summary>
    public static Taken? Correction(CallNotes notes, Answer answer, double? confidence) =>
        notes.Name is { } known && (answer.SpelledInto(known) ?? (answer.YesOrNo == false ? answer.IntroducedName : null)) is { } name && name != known
            ? new Taken(Named(notes, name, confidence), TakenResult.Renamed)
            : null;

    /// <summary>Keeps what was recognised first, whatever it is put right to.</summary>
    public static CallNotes Named(CallNotes notes, string name, double? confidence) => notes.Name == name ? notes : notes with
    {
        Name = name,
        NameHeard = notes.NameHeard ?? new NameHeard(name, confidence),
        NameConfirmed = false,
    };

    private static Taken ToName(CallNotes notes, Answer answer, double? confidence, Caller caller) =>
        answer.Spelled is { } spelled ? new Taken(notes, TakenResult.Spelled) { Spelled = spelled }
        : KnownName.Is(notes.Name, caller.SuggestedName) ? new Taken(notes with { NameConfirmed = true }, TakenResult.Answered)
        : new Taken(notes, confidence >= SureEnough ? TakenResult.Answered : TakenResult.Doubtful);

    private static Taken Spelled(CallNotes notes, string name, Answer answer) => new(
        notes with { Name = name, NameHeard = notes.NameHeard ?? new NameHeard(name, null), NameConfirmed = false }, TakenResult.Spelled) { Spelled = answer.Spelled };

    private static string? Other(CallNotes notes, Answer answer, bool again) =>
        (answer.IntroducedName ?? answer.NameAsked(again)) is { } name && !name.Equals(notes.Name, StringComparison.OrdinalIgnoreCase) ? name : null;

    /// <summary>Whoever calls for our own boss is asking for the boss.</summary>
    private static CallNotes WithPrincipal(CallNotes notes, Answer answer, Desk desk) =>
        answer.Principal is { } principal && !KnownName.Is(principal, desk.BossName) ? notes with { CallsFor = principal } : notes;
}
