using FrontDesk.Calls;
using FrontDesk.Desks;

namespace FrontDesk.Office;

/// <summary>
/// A job seeker's call to a production office (R13): who is it and who referred them, which job, was a résumé sent; when interviews
/// are held; could they come now; on which number. What is known is not asked, and each question is asked twice at most.
/// </summary>
public static class OfficeScript
{
    /// <summary>In their order; a call only ever moves forward through them.</summary>
    private static readonly ScriptStep[] Questions =
    [
        ScriptStep.OfficeWho, ScriptStep.OfficeReferral, ScriptStep.OfficeJob, ScriptStep.OfficeResume, ScriptStep.OfficeComeIn, ScriptStep.OfficeWhen,
        ScriptStep.OfficeWhatNumber, ScriptStep.OfficeIsThisTheNumber,
    ];

    public static ScriptTurn Opening(Desk desk, ProductionOffice office) => At(ScriptStep.OfficeWho, 1, CallNotes.Blank, null, desk, office);

    /// <summary>Everything in one answer, when all else failed.</summary>
    public static ScriptLine SimplestPath(Desk desk, ProductionOffice office) =>
        At(ScriptStep.OfficeMessage, 1, CallNotes.Blank, null, desk, office, desk.Wording.Apology).Line;

    /// <summary>What was heard at a question, taken down; and what to say next.</summary>
    public static ScriptTurn Next(ScriptPosition at, CallNotes notes, Heard heard, Caller caller, Desk desk, ProductionOffice office)
    {
        if (at.Step is < ScriptStep.OfficeWho)
        {
            return at.Step == ScriptStep.Ring ? Opening(desk, office) : new ScriptTurn(SimplestPath(desk, office), notes);
        }

        if (at.Step == ScriptStep.OfficeGoodbye)
        {
            return At(ScriptStep.OfficeGoodbye, 1, notes, caller, desk, office);
        }

        var hearing = OfficeHearing.Of(at, notes, heard, caller, desk, office);
        var asks = hearing is { Result: OfficeResult.Missed, AsksAnything: true } && at.TimesAsked < CallScript.MostPatience;
        var again = asks || (hearing.Result == OfficeResult.Missed && at.Try < CallScript.MostAttempts);
        var next = !again ? new ScriptPosition(Following(at.Step, hearing, caller), 1) : asks ? at.Asked() : at.TriedAgain();
        var (taken, about) = Regard(hearing.Notes, at.Step, next.Step, office);
        string[] first = [.. Answers(hearing, again, office.Wording), .. about, .. Parting(at, next.Step, taken, desk, office)];
        return At(next.Step, next.Attempt, taken, caller, desk, office, first);
    }

    private static ScriptStep Following(ScriptStep step, OfficeHearing hearing, Caller caller)
    {
        if (hearing.Result == OfficeResult.NotThatNumber)
        {
            return ScriptStep.OfficeRightNumber;
        }

        var next = Questions.Where(question => question > step && IsOpen(question, hearing.Notes, caller)).ToList();
        return step >= ScriptStep.OfficeIsThisTheNumber || next.Count == 0 ? ScriptStep.OfficeGoodbye : next[0];
    }

    private static bool IsOpen(ScriptStep question, CallNotes notes, Caller caller)
    {
        var known = notes.Office ?? OfficeNotes.Blank;
        return question switch
        {
            ScriptStep.OfficeReferral => known.Referred is null,
            ScriptStep.OfficeJob => known.Job is null || known.Department is null,
            ScriptStep.OfficeResume => known.ResumeSent is null,
            ScriptStep.OfficeComeIn => known.Availability is null,
            ScriptStep.OfficeWhen => known is { Availability: Availability.Later, When: null },
            ScriptStep.OfficeWhatNumber => NumberOf(notes, caller) is null,
            ScriptStep.OfficeIsThisTheNumber => NumberOf(notes, caller) is not null,
            _ => false,
        };
    }

    /// <summary>What is said of the job: that its listing asks for no calls, once; and on the way to the last questions, when interviews are held.</summary>
    private static (CallNotes Notes, IEnumerable<string> About) Regard(CallNotes notes, ScriptStep from, ScriptStep next, ProductionOffice office)
    {
        var known = notes.Office ?? OfficeNotes.Blank;
        var (wording, told) = (office.Wording, known.ToldNoCalls);
        var noCalls = !told && office.Listings.Any(listing => listing.NoCalls && listing.Job.Equals(known.Listing, StringComparison.Ordinal));
        var interviews = from < ScriptStep.OfficeComeIn && next >= ScriptStep.OfficeComeIn;
        string[] about =
        [
            .. noCalls ? [wording.NoCalls] : Array.Empty<string>(),
            .. from == ScriptStep.OfficeResume && known.ResumeSent == false ? [wording.PleaseSend] : Array.Empty<string>(),
            .. interviews ? [office.Named(known.Department)?.Interviews is null ? wording.NoInterviewsSet : wording.Interviews] : Array.Empty<string>(),
        ];
        var regarding = from == ScriptStep.OfficeMessage ? notes.Regarding : known.Regarding ?? notes.Regarding;
        return (notes with { Regarding = regarding, Office = noCalls ? known with { ToldNoCalls = true } : notes.Office }, about);
    }

    private static string[] Answers(OfficeHearing hearing, bool again, OfficeWording wording)
    {
        string[] answers =
        [
            .. hearing.AsksMyName ? [wording.MyName] : Array.Empty<string>(),
            .. hearing.AsksIfMachine ? [wording.IAmAMachine] : Array.Empty<string>(),
            .. hearing.Asks && !hearing.AsksIfMachine ? [wording.CannotSay] : Array.Empty<string>(),
        ];
        // A first name alone was caught well enough, and so was another number.
        var caught = hearing.Notes.Name is not null && hearing.Notes.Office is null;
        return answers.Length > 0 || !again || caught ? answers : [wording.NotCaught];
    }

    /// <summary>Before the goodbye: the number that was just given, and the better hour to one who rang at a bad one.</summary>
    private static string[] Parting(ScriptPosition at, ScriptStep next, CallNotes notes, Desk desk, ProductionOffice office)
    {
        if (next != ScriptStep.OfficeGoodbye)
        {
            return [];
        }

        var givenLast = at.Step is ScriptStep.OfficeRightNumber or ScriptStep.OfficeMessage || (at.Step == ScriptStep.OfficeIsThisTheNumber && at.Try > 1);
        return
        [
            .. givenLast && notes.Number is not null ? [office.Wording.NumberTaken] : Array.Empty<string>(),
            .. notes.RangAt is { } rang && office.IsOddHour(rang, desk) ? [office.Wording.BetterHour] : Array.Empty<string>(),
        ];
    }

    private static ScriptTurn At(
        ScriptStep step, int attempt, CallNotes notes, Caller? caller, Desk desk, ProductionOffice office, params IEnumerable<string> first)
    {
        var department = office.Named(notes.Office?.Department);
        var said = first.Append(attempt == 1 ? Asked(step, office.Wording) : AskedAgain(step, office.Wording))
            .Select(sentence => OfficeWording.Fill(sentence, desk, office, department, SpokenOf(notes, caller)));
        return new ScriptTurn(new ScriptLine { Say = string.Join(' ', said), At = new ScriptPosition(step, attempt) }, notes);
    }

    private static string Asked(ScriptStep step, OfficeWording wording) => step switch
    {
        ScriptStep.OfficeWho => wording.Greeting,
        ScriptStep.OfficeReferral => wording.Referral,
        ScriptStep.OfficeJob => wording.Job,
        ScriptStep.OfficeResume => wording.Resume,
        ScriptStep.OfficeComeIn => wording.ComeIn,
        ScriptStep.OfficeWhen => wording.When,
        ScriptStep.OfficeWhatNumber or ScriptStep.OfficeRightNumber => wording.WhatNumber,
        ScriptStep.OfficeIsThisTheNumber => wording.IsThisTheNumber,
        ScriptStep.OfficeMessage => wording.Message,
        ScriptStep.OfficeGoodbye => wording.Goodbye,
        < ScriptStep.OfficeWho => throw new ArgumentOutOfRangeException(nameof(step), step, "That is no question of the office's."),
    };

    private static string AskedAgain(ScriptStep step, OfficeWording wording) => step switch
    {
        ScriptStep.OfficeWho => wording.FullName,
        ScriptStep.OfficeReferral => wording.ReferralAgain,
        ScriptStep.OfficeJob => wording.JobAgain,
        ScriptStep.OfficeResume => wording.ResumeAgain,
        ScriptStep.OfficeComeIn => wording.ComeInAgain,
        ScriptStep.OfficeWhen => wording.WhenAgain,
        ScriptStep.OfficeWhatNumber or ScriptStep.OfficeRightNumber => wording.WhatNumberAgain,
        ScriptStep.OfficeIsThisTheNumber => wording.IsThisTheNumberAgain,
        ScriptStep.OfficeMessage => wording.Message,
        ScriptStep.OfficeGoodbye => wording.Goodbye,
        < ScriptStep.OfficeWho => throw new ArgumentOutOfRangeException(nameof(step), step, "That is no question of the office's."),
    };

    private static string SpokenOf(CallNotes notes, Caller? caller) => NumberOf(notes, caller) is { } number ? number.SpokenWith(notes.Numbers.ExtensionOf(number)) : "";

    private static PhoneNumber? NumberOf(CallNotes notes, Caller? caller) => notes.Number ?? caller?.Number;
}
