using FrontDesk.Calls;
using FrontDesk.Desks;

namespace FrontDesk.Office;

/// <summary>
/// A job seeker's call to a production office (R13): who is it and who referred them, which job, was a résumé sent; when interviews
/// are held; could they come now; on which number. What is known is not asked, and each question is asked twice at most.
/// </summary>
public static class OfficeScript
{
    /// <summary>After the name, in their order, each with what keeps it open; a call only ever moves forward through them.</summary>
    private static readonly (ScriptStep Step, Func<OfficeNotes, PhoneNumber?, bool> IsOpen)[] Questions =
    [
        (ScriptStep.OfficeReferral, (known, _) => known.Referred is null),
        (ScriptStep.OfficeJob, (known, _) => known.Job is null || known.Department is null),
        (ScriptStep.OfficeResume, (known, _) => known.ResumeSent is null),
        (ScriptStep.OfficeComeIn, (known, _) => known.Availability is null),
        (ScriptStep.OfficeWhen, (known, _) => known is { Availability: Availability.Later, When: null }),
        (ScriptStep.OfficeWhatNumber, (_, number) => number is null),
        (ScriptStep.OfficeIsThisTheNumber, (_, number) => number is not null),
    ];

    private static readonly Dictionary<ScriptStep, (Func<OfficeWording, string> First, Func<OfficeWording, string> Again)> Sentences = new()
    {
        [ScriptStep.OfficeWho] = (wording => wording.Greeting, wording => wording.FullName),
        [ScriptStep.OfficeReferral] = (wording => wording.Referral, wording => wording.ReferralAgain),
        [ScriptStep.OfficeJob] = (wording => wording.Job, wording => wording.JobAgain),
        [ScriptStep.OfficeResume] = (wording => wording.Resume, wording => wording.ResumeAgain),
        [ScriptStep.OfficeComeIn] = (wording => wording.ComeIn, wording => wording.ComeInAgain),
        [ScriptStep.OfficeWhen] = (wording => wording.When, wording => wording.WhenAgain),
        [ScriptStep.OfficeWhatNumber] = (wording => wording.WhatNumber, wording => wording.WhatNumberAgain),
        [ScriptStep.OfficeRightNumber] = (wording => wording.WhatNumber, wording => wording.WhatNumberAgain),
        [ScriptStep.OfficeIsThisTheNumber] = (wording => wording.IsThisTheNumber, wording => wording.IsThisTheNumberAgain),
        [ScriptStep.OfficeMessage] = (wording => wording.Message, wording => wording.Message),
        [ScriptStep.OfficeGoodbye] = (wording => wording.Goodbye, wording => wording.Goodbye),
    };

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

        var (known, number) = (hearing.Notes.Office ?? OfficeNotes.Blank, NumberOf(hearing.Notes, caller));
        return step >= ScriptStep.OfficeIsThisTheNumber
            ? ScriptStep.OfficeGoodbye
            : Questions.Where(question => question.Step > step && question.IsOpen(known, number)).Select(question => question.Step).Append(ScriptStep.OfficeGoodbye).First();
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
        var said = first.Append(attempt == 1 ? Sentences[step].First(office.Wording) : Sentences[step].Again(office.Wording))
            .Select(sentence => OfficeWording.Fill(sentence, desk, office, department, SpokenOf(notes, caller)));
        return new ScriptTurn(new ScriptLine { Say = string.Join(' ', said), At = new ScriptPosition(step, attempt) }, notes);
    }

    private static string SpokenOf(CallNotes notes, Caller? caller) => NumberOf(notes, caller) is { } number ? number.SpokenWith(notes.Numbers.ExtensionOf(number)) : "";

    private static PhoneNumber? NumberOf(CallNotes notes, Caller? caller) => notes.Number ?? caller?.Number;
}
