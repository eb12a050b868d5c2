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
}

/// <param name="Notes">With everything usable taken down, whether it was asked for or not.</param>
/// <param name="Asks">The caller asked about the boss.</param>
internal sealed record Taken(CallNotes Notes, TakenResult Result, bool Asks = false, bool AsksMyName = false);

/// <summary>Takes down what was heard at each question.</summary>
internal static class Listening
{
    private static readonly Phrases TheSameNumber = new(
        "same number", "the same", "this number", "this one", "the one im calling", "the one im on", "the number im calling", "yes");

    public static Taken To(ScriptPosition at, CallNotes notes, Heard heard, Caller caller, Desk desk) => heard switch
    {
        Heard.Nothing => new Taken(notes, TakenResult.Missed),
        Heard.Keys keys => ToKeys(at.Step, notes, keys.Digits, caller),
        Heard.Words words => ToWords(at, notes, PlainText.ForKeeping(words.Text), caller, desk),
        _ => throw new InvalidOperationException("A caller speaks, presses keys or gives nothing."),
    };

    /// <summary>The whole answer is what it is regarding; a name and a number in it are taken as well.</summary>
    public static Taken ToMessage(CallNotes notes, Heard heard, Desk? desk)
    {
        if (heard is Heard.Keys keys)
        {
            return new Taken(WithKeys(notes, keys.Digits), TakenResult.Answered);
        }

        if (heard is not Heard.Words { Text: var spoken } || PlainText.ForKeeping(spoken).Trim() is not { Length: > 0 } text)
        {
            return new Taken(notes, TakenResult.Missed);
        }

        var number = SpokenNumber.Find(Utterance.Of(text), SpokenNumber.FewestDigits);
        var kept = notes with
        {
            Name = notes.Name ?? (desk is null ? null : Answer.Of(text, desk).NameAsked(again: false)),
            Regarding = notes.Regarding is null ? text : $"{notes.Regarding}; {text}",
            SaysUrgent = notes.SaysUrgent || Urgency.IsIn(text),
        };
        return new Taken(number is null || notes.Number is not null ? kept : WithNumber(kept, number), TakenResult.Answered);
    }

    private static Taken ToKeys(ScriptStep step, CallNotes notes, string digits, Caller caller)
    {
        var isNumber = digits.Count(char.IsAsciiDigit) >= SpokenNumber.FewestDigits;
        return (step, YesOrNo.Of(digits)) switch
        {
            (ScriptStep.CanIHaveHerReturn, true) => new Taken(notes with { WantsReturn = true }, TakenResult.Answered),
            (ScriptStep.CanIHaveHerReturn, false) => new Taken(notes with { WantsReturn = false }, TakenResult.NoReturn),
            (ScriptStep.CanIHaveHerReturn, null) when isNumber => new Taken(WithNumber(notes, Keyed(digits)) with { WantsReturn = true }, TakenResult.Answered),
            (ScriptStep.IsThisTheNumber, true) => new Taken(notes with { Number = notes.Number ?? caller.Number }, TakenResult.Answered),
            (ScriptStep.IsThisTheNumber, false) => new Taken(notes with { Number = null }, TakenResult.NotThatNumber),
            (ScriptStep.IsThisTheNumber or ScriptStep.WhatNumber, null) when isNumber => new Taken(WithNumber(notes with { Number = null }, Keyed(digits)), TakenResult.Answered),
            _ => new Taken(WithKeys(notes, digits), TakenResult.Missed),
        };
    }

    private static Taken ToWords(ScriptPosition at, CallNotes notes, string text, Caller caller, Desk desk)
    {
        var answer = Answer.Of(text, desk);
        var kept = notes with { Name = notes.Name ?? answer.IntroducedName, SaysUrgent = notes.SaysUrgent || answer.IsUrgent };
        var taken = at.Step switch
        {
            ScriptStep.WhoIsCalling => ToName(kept, answer, again: at.Attempt > 1),
            ScriptStep.CanIHaveHerReturn => ToReturn(kept, answer),
            ScriptStep.IsThisTheNumber => ToThisNumber(kept, answer, caller),
            ScriptStep.WhatNumber => ToNumber(kept, answer, text, caller),
            ScriptStep.Regarding => ToRegarding(kept, answer),
            ScriptStep.Ring or ScriptStep.Message or ScriptStep.Goodbye or >= ScriptStep.OfficeWho => throw new ArgumentOutOfRangeException(nameof(at), at, "Nothing is taken down here."),
        };
        return taken with { Asks = answer.Asks || (answer.Insists && taken.Result == TakenResult.Missed), AsksMyName = answer.AsksMyName };
    }

    private static Taken ToName(CallNotes notes, Answer answer, bool again)
    {
        var named = WithAside(notes with { Name = notes.Name ?? answer.NameAsked(again) }, answer);
        return new Taken(named, named.Name is null ? TakenResult.Missed : TakenResult.Answered);
    }

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
            (_, { } number) => new Taken(WithNumber(kept with { Number = null }, number), TakenResult.Answered),
            (true, null) => new Taken(kept with { Number = notes.Number ?? caller.Number }, TakenResult.Answered),
            (false, null) => new Taken(kept with { Number = null }, TakenResult.NotThatNumber),
            (null, null) => new Taken(kept, TakenResult.Missed),
        };
    }

    private static Taken ToNumber(CallNotes notes, Answer answer, string text, Caller caller)
    {
        var kept = WithRegarding(notes, answer.Regarding);
        if (answer.NumberAsked() is { } number)
        {
            return new Taken(WithNumber(kept, number), TakenResult.Answered);
        }

        return caller.Number is { } same && TheSameNumber.In(Utterance.Of(text)) is not null
            ? new Taken(kept with { Number = same }, TakenResult.Answered)
            : new Taken(kept, TakenResult.Missed);
    }

    private static Taken ToRegarding(CallNotes notes, Answer answer)
    {
        var regarding = answer.RegardingAsked();
        var kept = WithRegarding(notes, regarding);
        return new Taken(
            answer.Number is { } number && notes.Number is null ? WithNumber(kept, number) : kept,
            regarding is null ? TakenResult.Missed : TakenResult.Answered);
    }

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
        NumberAsHeard = number.IsWhole ? notes.NumberAsHeard : number.AsHeard,
    };

    private static NumberHeard Keyed(string digits) => new(SpokenNumber.FromDigits(digits.TrimEnd('#')), digits, 0, 0, HasExtension: false);

    /// <summary>Keys are never a name or a word: what was pressed is kept as it was.</summary>
    private static CallNotes WithKeys(CallNotes notes, string digits) => notes with
    {
        Number = notes.Number ?? SpokenNumber.FromDigits(digits.TrimEnd('#')),
        NumberAsHeard = notes.NumberAsHeard is null ? digits : $"{notes.NumberAsHeard}, {digits}",
    };
}
