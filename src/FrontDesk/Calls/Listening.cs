using FrontDesk.Desks;

namespace FrontDesk.Calls;

/// <summary>How an answer met its question.</summary>
internal enum TakenResult
{
    Answered,

    /// <summary>Nothing in it that was asked for.</summary>
    Missed,
    NoReturn,
    NotThatNumber,

    /// <summary>A number was given here: it is read back.</summary>
    GaveNumber,

    /// <summary>A name that may not be the one that was said.</summary>
    Doubtful,
    NotThatName,
    Spelled,

    /// <summary>A name that was said back was put right.</summary>
    Renamed,

    /// <summary>The caller said yes to a recording.</summary>
    MayBeRecorded,
}

/// <param name="Notes">With everything usable taken down, whether it was asked for or not.</param>
/// <param name="Asks">The caller asked about the boss.</param>
internal sealed record Taken(CallNotes Notes, TakenResult Result, bool Asks = false, bool AsksMyName = false, bool AsksIfMachine = false)
{
    /// <summary>What was spelled aloud, as it is written.</summary>
    public string? Spelled { get; init; }

    public bool AsksAnything => Asks || AsksMyName || AsksIfMachine;
}

/// <summary>Takes down what was heard at each question.</summary>
internal static class Listening
{
    private static readonly Phrases TheSameNumber = new(
        "same number", "the same", "this number", "this one", "the one im calling", "the one im on", "the number im calling", "yes");

    /// <summary>What is made of words at each question.</summary>
    private static readonly Dictionary<ScriptStep, Func<Said, Taken>> AtStep = new()
    {
        [ScriptStep.WhoIsCalling] = said => NameTaking.ToWho(WithAside(said.Notes, said.Answer), said.Answer, again: said.At.Attempt > 1, said.Confidence, said.Caller, said.Desk),
        [ScriptStep.IsThatTheName] = said => NameTaking.ToThatName(said.At, WithAside(said.Notes, said.Answer), said.Answer, said.Confidence),
        [ScriptStep.HowIsItSpelled] = said => NameTaking.ToSpelling(said.Notes, said.Answer, said.Confidence),
        [ScriptStep.IsItSpelled] = said => NameTaking.ToSpelled(said.Notes, said.Answer),
        [ScriptStep.CanIHaveHerReturn] = said => NameTaking.Correction(said.Notes, said.Answer, said.Confidence) ?? ToReturn(WithName(said), said.Answer),
        [ScriptStep.IsThisTheNumber] = said => ToThisNumber(WithName(said), said.Answer, said.Caller),
        [ScriptStep.WhatNumber] = said => ToNumber(WithName(said), said.Answer, said.Caller),
        [ScriptStep.IsThatTheNumber] = said => ToThatNumber(said.At, said.Notes, said.Answer),
        [ScriptStep.Regarding] = said => ToRegarding(WithName(said), said.Answer),
        [ScriptStep.WhenReachable] = said => ToReachable(said.Notes, said.Answer),
        [ScriptStep.HowTimeCritical] = said => ToTimeCritical(said.Notes, said.Answer),
        [ScriptStep.MayIRecord] = said => ShortRecording.ToMayI(said.Notes, said.Answer.YesOrNo),
    };

    /// <param name="answer">What was made of it, where it was words.</param>
    public static Taken To(ScriptPosition at, CallNotes notes, Heard heard, Answer? answer, Caller caller, Desk desk) => (heard, answer) switch
    {
        (Heard.Keys keys, _) => ToKeys(at, notes, keys.Digits, caller),
        (Heard.Words words, { } said) => ToWords(at, notes, said, words.Confidence, caller, desk),
        _ => new Taken(notes, TakenResult.Missed),
    };

    /// <summary>The whole answer is what it is regarding; a name and a number in it are taken as well.</summary>
    /// <param name="answer">What was made of it; null on a line no desk has claimed.</param>
    public static Taken ToMessage(CallNotes notes, Heard heard, Answer? answer)
    {
        if (heard is Heard.Keys keys)
        {
            return new Taken(WithKeys(notes, keys.Digits), TakenResult.Answered);
        }

        var text = heard is Heard.Words words ? PlainText.ForKeeping(words.Text).Trim() : "";
        if (text.Length == 0)
        {
            return new Taken(notes, TakenResult.Missed);
        }

        var numbers = answer?.Numbers ?? SpokenNumber.AllIn(Utterance.Of(text), SpokenNumber.FewestDigits);
        var kept = notes with
        {
            Numbers = numbers.Aggregate(notes.Numbers, (given, number) => given.With(number)),
            Name = notes.Name ?? answer?.NameAsked(again: false),
            Regarding = notes.Regarding is null ? text : $"{notes.Regarding}; {text}",
            SaysUrgent = notes.SaysUrgent || Urgency.IsIn(text),
        };
        return new Taken(numbers.Count == 0 || notes.Number is not null ? kept : WithNumber(kept, numbers[0]), TakenResult.Answered);
    }

    private static Taken ToKeys(ScriptPosition at, CallNotes notes, string digits, Caller caller)
    {
        var isNumber = digits.Count(char.IsAsciiDigit) >= SpokenNumber.FewestDigits;
        return (at.Step, YesOrNo.Of(digits)) switch
        {
            (ScriptStep.CanIHaveHerReturn, true) => new Taken(notes with { WantsReturn = true }, TakenResult.Answered),
            (ScriptStep.CanIHaveHerReturn, false) => new Taken(notes with { WantsReturn = false }, TakenResult.NoReturn),
            (ScriptStep.CanIHaveHerReturn, null) when isNumber => new Taken(WithNumber(notes, NumberHeard.Keyed(digits)) with { WantsReturn = true }, TakenResult.Answered),
            (ScriptStep.IsThisTheNumber, true) => new Taken(notes with { Number = Ladder.NumberToConfirm(notes, caller) }, TakenResult.Answered),
            (ScriptStep.IsThisTheNumber, false) => NotThisNumber(notes),
            (ScriptStep.IsThisTheNumber or ScriptStep.WhatNumber, null) when isNumber => GaveNumber(notes, NumberHeard.Keyed(digits)),
            (ScriptStep.IsThatTheNumber, null) when isNumber => InsteadOfIt(notes, NumberHeard.Keyed(digits)),
            (ScriptStep.IsThatTheNumber, true) => new Taken(notes, TakenResult.Answered),
            (ScriptStep.IsThatTheNumber, false) => NotThatNumber(at, notes),
            (ScriptStep.IsThatTheName or ScriptStep.IsItSpelled, true) => new Taken(notes with { NameConfirmed = true }, TakenResult.Answered),
            (ScriptStep.IsThatTheName or ScriptStep.IsItSpelled, false) => new Taken(notes, TakenResult.NotThatName),
            (ScriptStep.MayIRecord, { } yes) => ShortRecording.ToMayI(notes, yes),
            _ => new Taken(WithKeys(notes, digits), TakenResult.Missed),
        };
    }

    private static Taken ToWords(ScriptPosition at, CallNotes notes, Answer answer, double? confidence, Caller caller, Desk desk)
    {
        var kept = notes with
        {
            SaysUrgent = notes.SaysUrgent || answer.IsUrgent,
            SaysReturning = notes.SaysReturning || answer.SaysReturning,
            TimeCritical = notes.TimeCritical ?? (answer.IsUrgent ? answer.RegardingAsked() : null),
            Numbers = answer.Numbers.Aggregate(notes.Numbers, (given, number) => given.With(number)),
        };
        var taken = AtStep[at.Step](new Said(at, kept, answer, confidence, caller, desk));
        return taken with { Asks = answer.Asks || (answer.Insists && taken.Result == TakenResult.Missed), AsksMyName = answer.AsksMyName, AsksIfMachine = answer.AsksIfMachine };
    }

    /// <summary>A name given late is taken all the same.</summary>
    private static CallNotes WithName(Said said) =>
        said.Notes.Name is null && said.Answer.IntroducedName is { } name ? NameTaking.Named(said.Notes, name, said.Confidence) : said.Notes;

    private static Taken ToReturn(CallNotes notes, Answer answer)
    {
        var kept = WithAside(notes, answer);
        return (answer.YesOrNo, answer.Number) switch
        {
            (_, not null) => new Taken(kept with { WantsReturn = true }, TakenResult.Answered),
            (true, null) => new Taken(kept with { WantsReturn = true }, TakenResult.Answered),
            (false, null) when answer.Insists || answer.Asks => new Taken(kept, TakenResult.Missed),
            (false, null) => new Taken(kept with { WantsReturn = false }, TakenResult.NoReturn),
            (null, null) => new Taken(kept, answer.Regarding is null ? TakenResult.Missed : TakenResult.Answered),
        };
    }

    private static Taken ToThisNumber(CallNotes notes, Answer answer, Caller caller)
    {
        var kept = WithRegarding(notes, answer.Regarding);
        return (answer.YesOrNo, answer.Number) switch
        {
            (_, { } number) => GaveNumber(kept, number),
            (true, null) => new Taken(WithExtension(kept with { Number = Ladder.NumberToConfirm(notes, caller) }, answer), TakenResult.Answered),
            (false, null) => NotThisNumber(kept),
            (null, null) => new Taken(kept, TakenResult.Missed),
        };
    }

    private static Taken NotThisNumber(CallNotes notes) => new(notes with { Number = null, Numbers = notes.Numbers.Without(notes.Number) }, TakenResult.NotThatNumber);

    private static Taken ToNumber(CallNotes notes, Answer answer, Caller caller)
    {
        var kept = WithRegarding(notes, answer.Regarding);
        if (answer.NumberAsked() is { } number)
        {
            return GaveNumber(kept, number);
        }

        return caller.Number is { } same && TheSameNumber.In(answer.Said) is not null
            ? new Taken(kept with { Number = same }, TakenResult.Answered)
            : new Taken(kept, TakenResult.Missed);
    }

    private static Taken ToThatNumber(ScriptPosition at, CallNotes notes, Answer answer) => (answer.YesOrNo, answer.NumberAsked()) switch
    {
        (_, { } number) when number.Number is { } same && same == notes.Number => new Taken(notes, TakenResult.Answered),
        // "Yes, and my office is …": another one, not this one put right.
        (true, { Number: not null, Label: not null }) => new Taken(notes, TakenResult.Answered),
        (_, { } number) => InsteadOfIt(notes, number),
        (true, null) => new Taken(WithExtension(notes, answer), TakenResult.Answered),
        (false, null) => NotThatNumber(at, notes),
        (null, null) => new Taken(notes, TakenResult.Missed),
    };

    private static Taken InsteadOfIt(CallNotes notes, NumberHeard number) =>
        GaveNumber(notes with { NumberAsHeard = null, Numbers = notes.Numbers.Without(notes.Number) }, number);

    /// <summary>What was denied stays as heard until another is given: better a wrong digit than none to go by.</summary>
    private static Taken NotThatNumber(ScriptPosition at, CallNotes notes) => new(
        notes with { Number = null, NumberAsHeard = notes.Number?.Shown ?? notes.NumberAsHeard, Numbers = notes.Numbers.Without(notes.Number) },
        at.Try < CallScript.MostReadBacks ? TakenResult.NotThatNumber : TakenResult.Answered);

    /// <summary>What cannot be dialled cannot be read back as a number.</summary>
    private static Taken GaveNumber(CallNotes notes, NumberHeard number) =>
        new(WithNumber(notes with { Number = null }, number), number.Number is null ? TakenResult.Answered : TakenResult.GaveNumber);

    private static Taken ToRegarding(CallNotes notes, Answer answer)
    {
        var regarding = answer.RegardingAsked();
        var kept = WithRegarding(notes, regarding);
        return new Taken(
            answer.Number is { } number && notes.Number is null ? WithNumber(kept, number) : kept,
            regarding is null ? TakenResult.Missed : TakenResult.Answered);
    }

    private static Taken ToReachable(CallNotes notes, Answer answer) => (answer.Reachable ?? answer.RegardingAsked()) is { } when
        ? new Taken(notes with { Reachable = when }, TakenResult.Answered)
        : new Taken(notes, TakenResult.Missed);

    private static Taken ToTimeCritical(CallNotes notes, Answer answer) => answer.RegardingAsked() is { } how
        ? new Taken(notes with { TimeCritical = how }, TakenResult.Answered)
        : new Taken(notes, TakenResult.Missed);

    /// <summary>A number and what it is regarding, given without being asked for.</summary>
    private static CallNotes WithAside(CallNotes notes, Answer answer)
    {
        var kept = WithRegarding(notes, answer.Regarding);
        return answer.Number is { } number ? WithNumber(kept, number) : kept;
    }

    private static CallNotes WithRegarding(CallNotes notes, string? regarding) =>
        regarding is null || notes.Regarding == regarding ? notes
        : notes with { Regarding = notes.Regarding is null ? regarding : $"{notes.Regarding}; {regarding}" };

    private static CallNotes WithNumber(CallNotes notes, NumberHeard number) => notes with
    {
        Number = number.Number ?? notes.Number,
        NumberAsHeard = number.Number is null ? number.AsHeard : notes.NumberAsHeard,
        Numbers = notes.Numbers.With(number),
    };

    private static CallNotes WithExtension(CallNotes notes, Answer answer) =>
        notes.Number is { } number && answer.Extension is { } extension ? notes with { Numbers = notes.Numbers.WithExtension(number, extension) } : notes;

    /// <summary>Keys are never a name or a word: what was pressed is kept as it was.</summary>
    private static CallNotes WithKeys(CallNotes notes, string digits) => notes with
    {
        Number = notes.Number ?? SpokenNumber.FromDigits(digits.TrimEnd('#')),
        Numbers = SpokenNumber.FromDigits(digits.TrimEnd('#')) is null ? notes.Numbers : notes.Numbers.With(NumberHeard.Keyed(digits)),
        NumberAsHeard = notes.NumberAsHeard is null ? digits : $"{notes.NumberAsHeard}, {digits}",
    };

    /// <summary>Words, what was made of them, and at which question of whose call.</summary>
    private sealed record Said(ScriptPosition At, CallNotes Notes, Answer Answer, double? Confidence, Caller Caller, Desk Desk);
}
