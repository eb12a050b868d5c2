using FrontDesk.Calls;
using FrontDesk.Desks;

namespace FrontDesk.Office;

/// <summary>How an answer met the office's question.</summary>
internal enum OfficeResult
{
    Answered,
    Missed,
    NotThatNumber,
}

/// <summary>What was taken down at a question, and what the caller asked besides.</summary>
internal sealed record OfficeHearing(CallNotes Notes, OfficeResult Result, bool Asks = false, bool AsksMyName = false, bool AsksIfMachine = false)
{
    public bool AsksAnything => Asks || AsksMyName || AsksIfMachine;

    private const int LongestName = 80;
    private const int LongestPhrase = 200;

    public static OfficeHearing Of(ScriptPosition at, CallNotes notes, Heard heard, Caller caller, Desk desk, ProductionOffice office) => heard switch
    {
        Heard.Words words when PlainText.ForKeeping(words.Text).Trim() is { Length: > 0 } text => OfWords(at, notes, text, caller, desk, office),
        Heard.Keys keys => OfKeys(at.Step, notes, keys.Digits, caller),
        Heard.Words or Heard.Nothing => new OfficeHearing(notes, OfficeResult.Missed),
        _ => throw new InvalidOperationException("A caller speaks, presses keys or gives nothing."),
    };

    private static OfficeHearing OfKeys(ScriptStep step, CallNotes notes, string digits, Caller caller)
    {
        var (office, yes) = (notes.Office ?? OfficeNotes.Blank, YesOrNo.Of(digits));
        if (digits.Count(char.IsAsciiDigit) >= SpokenNumber.FewestDigits)
        {
            var number = NumberHeard.Keyed(digits);
            var kept = notes with { Number = number.Number ?? notes.Number, NumberAsHeard = number.Number is null ? digits : notes.NumberAsHeard, Numbers = notes.Numbers.With(number) };
            return new OfficeHearing(kept, AsksForNumber(step) ? OfficeResult.Answered : OfficeResult.Missed);
        }

        return (step, yes) switch
        {
            (ScriptStep.OfficeReferral, false) => Answered(notes, office with { Referred = false }),
            (ScriptStep.OfficeResume, not null) => Answered(notes, office with { ResumeSent = yes }),
            (ScriptStep.OfficeComeIn, true) => Answered(notes, office with { Availability = Availability.ComesNow }),
            (ScriptStep.OfficeComeIn, false) => Answered(notes, office with { Availability = Availability.Later }),
            (ScriptStep.OfficeIsThisTheNumber, true) => new OfficeHearing(notes with { Number = notes.Number ?? caller.Number }, OfficeResult.Answered),
            (ScriptStep.OfficeIsThisTheNumber, false) => NotThatNumber(notes),
            _ => new OfficeHearing(notes with { NumberAsHeard = notes.NumberAsHeard is null ? digits : $"{notes.NumberAsHeard}, {digits}" }, OfficeResult.Missed),
        };
    }

    private static OfficeHearing OfWords(ScriptPosition at, CallNotes notes, string text, Caller caller, Desk desk, ProductionOffice office)
    {
        var said = Utterance.Of(text);
        var referral = at.Step < ScriptStep.OfficeJob || at.Step == ScriptStep.OfficeMessage ? Referral.In(said) : null;
        var answer = Answer.Of(referral?.Rest ?? text, desk);
        var kept = WithAsides(at.Step, notes, said, referral, answer, office);
        var hearing = at.Step switch
        {
            ScriptStep.OfficeWho => ToName(kept, answer, at.Attempt > 1),
            ScriptStep.OfficeReferral => ToReferral(kept, referral, answer),
            ScriptStep.OfficeJob => ToJob(kept, answer, said),
            ScriptStep.OfficeResume => new OfficeHearing(kept, Met(kept.Office?.ResumeSent is not null)),
            ScriptStep.OfficeComeIn => new OfficeHearing(kept, Met(kept.Office?.Availability is not null)),
            ScriptStep.OfficeWhen => ToWhen(kept, text, said),
            ScriptStep.OfficeIsThisTheNumber => ToThisNumber(kept, answer, notes.Number ?? caller.Number),
            ScriptStep.OfficeWhatNumber or ScriptStep.OfficeRightNumber => ToNumber(kept, answer),
            ScriptStep.OfficeMessage => new OfficeHearing(WithMessage(kept, answer, text), OfficeResult.Answered),
            _ => throw new ArgumentOutOfRangeException(nameof(at), at, "Nothing is taken down here."),
        };
        return hearing with { Asks = OfficeAnswers.Asks(said), AsksMyName = answer.AsksMyName, AsksIfMachine = answer.AsksIfMachine };
    }

    /// <summary>Whatever was given without being asked for.</summary>
    private static CallNotes WithAsides(ScriptStep step, CallNotes notes, Utterance said, Referral? referral, Answer answer, ProductionOffice office)
    {
        var known = notes.Office ?? OfficeNotes.Blank;
        var wanted = JobWanted.In(said, office, known.Department);
        var coming = OfficeAnswers.Availability(said, asked: step is ScriptStep.OfficeComeIn or ScriptStep.OfficeWhen);
        var now = known with
        {
            Referred = referral?.Referred ?? known.Referred,
            ReferredBy = referral is null ? known.ReferredBy : Short(referral.By, LongestName),
            Job = known.Job ?? Short(wanted.Job, LongestPhrase),
            Department = known.Department ?? wanted.Department?.Name,
            Listing = known.Listing ?? wanted.Listing?.Job,
            ResumeSent = OfficeAnswers.ResumeSent(said, asked: step == ScriptStep.OfficeResume) ?? known.ResumeSent,
            Availability = coming?.Availability ?? known.Availability,
            When = Short(coming?.When, LongestPhrase) ?? known.When,
        };
        return (now == OfficeNotes.Blank ? notes : notes with { Office = now }) with
        {
            Name = notes.Name ?? answer.IntroducedName,
            Number = notes.Number ?? answer.Number?.Number,
            NumberAsHeard = answer.Number is { Number: null } part ? part.AsHeard : notes.NumberAsHeard,
            Numbers = answer.Numbers.Aggregate(notes.Numbers, (given, number) => given.With(number)),
        };
    }

    private static OfficeHearing ToName(CallNotes notes, Answer answer, bool again)
    {
        var name = FullName(notes.Name, answer.NameAsked(again));
        return new OfficeHearing(notes with { Name = name }, Met(name?.Contains(' ', StringComparison.Ordinal) == true));
    }

    /// <summary>"Paula", and asked again "Reyes", is Paula Reyes.</summary>
    private static string? FullName(string? kept, string? said) =>
        said is null || kept == said ? kept
        : kept is null || said.Contains(' ', StringComparison.Ordinal) ? said
        : kept.Contains(' ', StringComparison.Ordinal) ? kept
        : $"{kept} {said}";

    private static OfficeHearing ToReferral(CallNotes notes, Referral? referral, Answer answer)
    {
        var known = notes.Office ?? OfficeNotes.Blank;
        if (referral is not null)
        {
            return new OfficeHearing(notes, OfficeResult.Answered);
        }

        if (answer.NameAsked(again: true) is { } name)
        {
            return Answered(notes, known with { Referred = true, ReferredBy = Short(name, LongestName) });
        }

        return answer.YesOrNo switch
        {
            false => Answered(notes, known with { Referred = false }),
            true => new OfficeHearing(notes with { Office = known with { Referred = true } }, OfficeResult.Missed),
            null => new OfficeHearing(notes, OfficeResult.Missed),
        };
    }

    private static OfficeHearing ToJob(CallNotes notes, Answer answer, Utterance said)
    {
        var known = notes.Office ?? OfficeNotes.Blank;
        if (known.Job is not null || known.Department is not null)
        {
            return new OfficeHearing(notes, OfficeResult.Answered);
        }

        var isJob = known.ResumeSent is null && !OfficeAnswers.Asks(said) && YesOrNo.In(said) != false;
        return isJob && answer.RegardingAsked() is { } job
            ? Answered(notes, known with { Job = Short(job, LongestPhrase) })
            : new OfficeHearing(notes, OfficeResult.Missed);
    }

    private static OfficeHearing ToWhen(CallNotes notes, string text, Utterance said)
    {
        var known = notes.Office ?? OfficeNotes.Blank;
        return known.When is not null || known.Availability is not (null or Availability.Later) ? new OfficeHearing(notes, OfficeResult.Answered)
            : OfficeAnswers.Asks(said) || YesOrNo.In(said) is not null ? new OfficeHearing(notes, OfficeResult.Missed)
            : Answered(notes, known with { When = Short(text, LongestPhrase) });
    }

    private static OfficeHearing ToThisNumber(CallNotes notes, Answer answer, PhoneNumber? asked) => (answer.YesOrNo, answer.Number?.Number) switch
    {
        (_, { } number) => new OfficeHearing(notes with { Number = number }, number == asked ? OfficeResult.Answered : OfficeResult.Missed),
        (true, null) => new OfficeHearing(notes with { Number = asked }, OfficeResult.Answered),
        (false, null) => NotThatNumber(notes),
        (null, null) => new OfficeHearing(notes, OfficeResult.Missed),
    };

    private static OfficeHearing NotThatNumber(CallNotes notes) =>
        new(notes with { Number = null, Numbers = notes.Numbers.Without(notes.Number) }, OfficeResult.NotThatNumber);

    private static OfficeHearing ToNumber(CallNotes notes, Answer answer)
    {
        var number = answer.NumberAsked();
        return new OfficeHearing(
            number is null ? notes
            : notes with { Number = number.Number ?? notes.Number, NumberAsHeard = number.Number is null ? number.AsHeard : notes.NumberAsHeard, Numbers = notes.Numbers.With(number) },
            Met(number is not null));
    }

    /// <summary>The whole answer is kept as well.</summary>
    private static CallNotes WithMessage(CallNotes notes, Answer answer, string text) => notes with
    {
        Name = notes.Name ?? answer.NameAsked(again: false),
        Regarding = notes.Regarding is null ? text : $"{notes.Regarding}; {text}",
    };

    private static bool AsksForNumber(ScriptStep step) =>
        step is ScriptStep.OfficeWhatNumber or ScriptStep.OfficeRightNumber or ScriptStep.OfficeMessage;

    private static OfficeHearing Answered(CallNotes notes, OfficeNotes office) => new(notes with { Office = office }, OfficeResult.Answered);

    private static OfficeResult Met(bool met) => met ? OfficeResult.Answered : OfficeResult.Missed;

    private static string? Short(string? text, int most) => text is null ? null : PlainText.CutAndSaySo(text, most);
}
