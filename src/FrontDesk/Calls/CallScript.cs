using FrontDesk.Desks;
using FrontDesk.Office;

namespace FrontDesk.Calls;

/// <summary>The first call (R10): who is calling, can I have her return, on which number, regarding what. Each question is asked twice at most.</summary>
public static class CallScript
{
    /// <summary>A question is asked as often as this, then the script goes on with what there is.</summary>
    public const int MostAttempts = 2;

    private const int LongestNumberAsHeard = 100;

    private static readonly Wording Unassigned = new();

    /// <summary>The greeting. What the number suggests is not said: it suggests, never decides.</summary>
    public static ScriptTurn Opening(Caller caller, Desk desk) => desk.Office is { } office
        ? OfficeScript.Opening(desk, office)
        : Ask(ScriptStep.WhoIsCalling, CallNotes.Blank, caller, desk);

    /// <summary>Everything in one answer, when all else failed; without a desk, on a line that none has claimed.</summary>
    public static ScriptLine SimplestPath(Desk? desk) => desk?.Office is { } office ? OfficeScript.SimplestPath(desk, office) : new()
    {
        Say = desk is null ? Unassigned.UnassignedLine : Sentence.Fill($"{desk.Wording.Apology} {desk.Wording.Message}", desk, null, null),
        At = new ScriptPosition(ScriptStep.Message, 1),
    };

    /// <summary>The line said last, once more, after something went wrong on our side.</summary>
    public static ScriptLine Apology(ScriptLine said, Desk? desk) => said with { Say = $"{Plainly(wording => wording.Apology, desk)} {said.Say}" };

    /// <summary>While the desk catches its breath.</summary>
    public static string OneMoment(Desk? desk) => Plainly(wording => wording.OneMoment, desk);

    /// <summary>What was heard at a question, taken down; and what to say next. The last turn hangs up.</summary>
    public static ScriptTurn Next(ScriptPosition at, CallNotes notes, Heard heard, Caller caller, Desk? desk)
    {
        var turn = desk is null ? AfterMessage(at, Listening.ToMessage(notes, heard, desk: null), null)
            : desk.Office is { } office ? OfficeScript.Next(at, notes, heard, caller, desk, office)
            : NextAt(at, notes, heard, caller, desk);
        return turn with { Notes = WithinBounds(turn.Notes) };
    }

    private static ScriptTurn NextAt(ScriptPosition at, CallNotes notes, Heard heard, Caller caller, Desk desk) => at.Step switch
    {
        ScriptStep.Ring => Opening(caller, desk),
        ScriptStep.Goodbye => SayGoodbye(notes, desk),
        ScriptStep.Message => AfterMessage(at, Listening.ToMessage(notes, heard, desk), desk),
        ScriptStep.WhoIsCalling or ScriptStep.CanIHaveHerReturn or ScriptStep.IsThisTheNumber or ScriptStep.WhatNumber or ScriptStep.Regarding =>
            After(at, Listening.To(at, notes, heard, caller, desk), caller, desk),
        // The desk was a production office when the call began.
        >= ScriptStep.OfficeWho => new ScriptTurn(SimplestPath(desk), notes),
    };

    /// <summary>No note outgrows its column, however often a caller adds to it.</summary>
    private static CallNotes WithinBounds(CallNotes notes) => notes with
    {
        NumberAsHeard = notes.NumberAsHeard is { } number ? PlainText.CutAndSaySo(number, LongestNumberAsHeard) : null,
        Regarding = notes.Regarding is { } regarding ? PlainText.CutAndSaySo(regarding, Heard.MostCharacters) : null,
    };

    private static ScriptTurn After(ScriptPosition at, Taken taken, Caller caller, Desk desk)
    {
        var again = taken.Result == TakenResult.Missed && at.Attempt < MostAttempts;
        var next = taken.Result switch
        {
            TakenResult.NoReturn => ScriptStep.Goodbye,
            TakenResult.NotThatNumber => ScriptStep.WhatNumber,
            TakenResult.Answered or TakenResult.Missed => again ? at.Step : Following(at.Step, taken.Notes, caller),
        };
        var turn = next == ScriptStep.Goodbye ? SayGoodbye(taken.Notes, desk)
            : again ? AskAgain(next, at.Attempt + 1, taken.Notes, caller, desk)
            : Ask(next, taken.Notes, caller, desk);
        return Before(turn, FirstSay(taken, again, next, desk.Wording), desk);
    }

    private static ScriptStep Following(ScriptStep step, CallNotes notes, Caller caller) => step switch
    {
        ScriptStep.Ring => ScriptStep.WhoIsCalling,
        ScriptStep.WhoIsCalling => ScriptStep.CanIHaveHerReturn,
        ScriptStep.CanIHaveHerReturn => NumberToConfirm(notes, caller) is null ? ScriptStep.WhatNumber : ScriptStep.IsThisTheNumber,
        ScriptStep.IsThisTheNumber or ScriptStep.WhatNumber => notes.Regarding is null ? ScriptStep.Regarding : ScriptStep.Goodbye,
        ScriptStep.Regarding or ScriptStep.Message or ScriptStep.Goodbye or >= ScriptStep.OfficeWho => ScriptStep.Goodbye,
    };

    /// <summary>What goes before the question: the one answer to anything asked about the boss, or that we did not catch it.</summary>
    private static string FirstSay(Taken taken, bool again, ScriptStep next, Wording wording)
    {
        var name = taken.AsksMyName ? wording.MyName : "";
        var answer = taken.Asks && (again || next != ScriptStep.CanIHaveHerReturn) ? wording.NotAvailable : "";
        var missed = again && !taken.Asks && !taken.AsksMyName ? wording.NotCaught : "";
        return string.Join(' ', new[] { name, answer, missed }.Where(sentence => sentence.Length > 0));
    }

    private static ScriptTurn Before(ScriptTurn turn, string first, Desk desk) => first.Length == 0
        ? turn
        : turn with { Line = turn.Line with { Say = $"{Sentence.Fill(first, desk, turn.Notes.Name, null)} {turn.Line.Say}" } };

    private static ScriptTurn Ask(ScriptStep step, CallNotes notes, Caller caller, Desk desk) => Turn(step, 1, notes, caller, desk, step switch
    {
        ScriptStep.WhoIsCalling => desk.Wording.Greeting,
        ScriptStep.CanIHaveHerReturn => $"{desk.Wording.NotAvailable} {desk.Wording.CanIHaveHerReturn}",
        ScriptStep.IsThisTheNumber => desk.Wording.IsThisTheNumber,
        ScriptStep.WhatNumber => desk.Wording.WhatNumber,
        ScriptStep.Regarding => desk.Wording.Regarding,
        ScriptStep.Message => desk.Wording.Message,
        ScriptStep.Ring or ScriptStep.Goodbye or >= ScriptStep.OfficeWho => throw new ArgumentOutOfRangeException(nameof(step), step, "Nothing is asked there."),
    });

    private static ScriptTurn AskAgain(ScriptStep step, int attempt, CallNotes notes, Caller caller, Desk desk) => Turn(step, attempt, notes, caller, desk, step switch
    {
        ScriptStep.WhoIsCalling => desk.Wording.WhoAgain,
        ScriptStep.CanIHaveHerReturn => desk.Wording.CanIHaveHerReturnAgain,
        ScriptStep.IsThisTheNumber => desk.Wording.IsThisTheNumberAgain,
        ScriptStep.WhatNumber => desk.Wording.WhatNumberAgain,
        ScriptStep.Regarding => desk.Wording.RegardingAgain,
        ScriptStep.Message => desk.Wording.Message,
        ScriptStep.Ring or ScriptStep.Goodbye or >= ScriptStep.OfficeWho => throw new ArgumentOutOfRangeException(nameof(step), step, "Nothing is asked there."),
    });

    private static ScriptTurn SayGoodbye(CallNotes notes, Desk desk)
    {
        var wording = notes.WantsReturn == false ? desk.Wording.GoodbyeNoReturn : desk.Wording.Goodbye;
        return new ScriptTurn(Goodbye(Sentence.Fill(wording, desk, notes.Name, null)), notes);
    }

    private static ScriptTurn AfterMessage(ScriptPosition at, Taken taken, Desk? desk)
    {
        if (taken.Result == TakenResult.Missed && at is { Step: ScriptStep.Message, Attempt: < MostAttempts })
        {
            var again = SimplestPath(desk) with { At = at with { Attempt = at.Attempt + 1 } };
            return new ScriptTurn(again, taken.Notes);
        }

        return desk is null ? new ScriptTurn(Goodbye(Unassigned.UnassignedGoodbye), taken.Notes) : SayGoodbye(taken.Notes, desk);
    }

    private static ScriptTurn Turn(ScriptStep step, int attempt, CallNotes notes, Caller caller, Desk desk, string wording) => new(
        new ScriptLine
        {
            Say = Sentence.Fill(wording, desk, notes.Name, NumberToConfirm(notes, caller)),
            At = new ScriptPosition(step, attempt),
        },
        notes);

    private static string Plainly(Func<Wording, string> sentence, Desk? desk) =>
        desk is null ? sentence(Unassigned) : Sentence.Fill(sentence(desk.Wording), desk, null, null);

    private static ScriptLine Goodbye(string say) => new() { Say = say, At = new ScriptPosition(ScriptStep.Goodbye, 1) };

    /// <summary>What the caller gave us goes before what the carrier says.</summary>
    private static PhoneNumber? NumberToConfirm(CallNotes notes, Caller caller) => notes.Number ?? caller.Number;
}
