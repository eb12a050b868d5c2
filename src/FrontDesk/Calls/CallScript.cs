using FrontDesk.Desks;
using FrontDesk.Office;

namespace FrontDesk.Calls;

/// <summary>What the desk says next. Which questions a call has stands in <see cref="Ladder"/>.</summary>
public static class CallScript
{
    /// <summary>A question is asked as often as this, then the script goes on with what there is.</summary>
    public const int MostAttempts = 2;

    /// <summary>A caller who asks instead of answering hears the same sentence and the same question as often as this (R9).</summary>
    public const int MostPatience = 8;

    /// <summary>A name or a number is read back, asked for anew and read back again; then the desk goes on with it unconfirmed.</summary>
    public const int MostReadBacks = 3;

    private const int LongestNumberAsHeard = 100;
    private const int LongestTime = 200;

    private static readonly Wording Unassigned = new();

    /// <summary>The greeting. What the number suggests is not said: it suggests, never decides.</summary>
    public static ScriptTurn Opening(Caller caller, Desk desk) =>
        caller.IsBlocked ? Farewell.Of(CallNotes.Blank, Unwanted.Blocked, desk)
        : desk.Office is { } office ? OfficeScript.Opening(desk, office)
        : Ask(new ScriptPosition(ScriptStep.WhoIsCalling, 1), new Taken(CallNotes.Blank, TakenResult.Answered), caller, desk);

    /// <summary>To a call of our own that came back: the line stays closed, and nothing is said.</summary>
    public static ScriptTurn Unanswered(Desk? desk) => Farewell.Unanswered(CallNotes.Blank, desk);

    /// <summary>Everything in one answer, when all else failed; without a desk, on a line that none has claimed.</summary>
    public static ScriptLine SimplestPath(Desk? desk) => desk?.Office is { } office ? OfficeScript.SimplestPath(desk, office) : new()
    {
        Say = desk is null ? Unassigned.UnassignedLine : Sentence.Fill($"{desk.Wording.Apology} {desk.Wording.Message}", desk, default),
        At = new ScriptPosition(ScriptStep.Message, 1),
    };

    /// <summary>The line said last, once more, after something went wrong on our side.</summary>
    public static ScriptLine Apology(ScriptLine said, Desk? desk) => said with { Say = $"{Plainly(wording => wording.Apology, desk)} {said.Say}" };

    /// <summary>While the desk catches its breath.</summary>
    public static string OneMoment(Desk? desk) => Plainly(wording => wording.OneMoment, desk);

    /// <summary>The fifth call is the call returned (R10): "John, I have Margaret Miller calling".</summary>
    /// <param name="name">As the sheet has it; null where nobody knows.</param>
    public static string IHaveHerCalling(Desk desk, string? name) => KnownName.First(name) is { } first
        ? Sentence.Fill(desk.Wording.IHaveHerCalling, desk, new Blanks(First: first))
        : Sentence.Fill(desk.Wording.IHaveHerCalling.Replace("{first}, ", "", StringComparison.Ordinal), desk, default);

    /// <summary>To somebody who was rung for the boss and whom she has not met.</summary>
    public static string LostHer(Desk desk) => $"{Plainly(wording => wording.Apology, desk)} {Plainly(wording => wording.GoodbyeAfterHold, desk)}";

    /// <summary>To a caller for whom the boss has pressed a key.</summary>
    public static string PuttingThrough(Desk desk) => Plainly(wording => wording.PuttingThrough, desk);

    /// <summary>What was heard at a question, taken down; and what to say next. The last turn hangs up.</summary>
    /// <param name="holdFirst">Before the next question the caller is asked to hold, where <see cref="Holding.Before"/> allows it.</param>
    public static ScriptTurn Next(ScriptPosition at, CallNotes notes, Heard heard, Caller caller, Desk? desk, bool holdFirst = false)
    {
        var answer = heard is Heard.Words { Text: var text } && desk is not null ? Answer.Of(PlainText.ForKeeping(text), desk) : null;
        var (noted, leavesFor) = UnwantedHeard.At(at, notes, heard, answer);
        var turn = desk is null ? AfterMessage(at, Listening.ToMessage(noted, heard, answer), caller, null)
            : leavesFor is { } why ? Farewell.Of(noted, why, desk)
            : desk.Office is { } office ? OfficeScript.Next(at, noted, heard, caller, desk, office)
            : NextAt(at, noted, heard, answer, caller, desk, holdFirst);
        return turn with { Notes = WithinBounds(turn.Notes), Line = Aloud(turn.Line, caller) };
    }

    private static ScriptTurn NextAt(ScriptPosition at, CallNotes notes, Heard heard, Answer? answer, Caller caller, Desk desk, bool holdFirst) => at.Step switch
    {
        ScriptStep.Ring => Opening(caller, desk),
        ScriptStep.Goodbye => SayGoodbye(notes, caller, desk),
        ScriptStep.Message => AfterMessage(at, Listening.ToMessage(notes, heard, answer), caller, desk),
        ScriptStep.WhoIsCalling or ScriptStep.CanIHaveHerReturn or ScriptStep.IsThisTheNumber or ScriptStep.WhatNumber or ScriptStep.Regarding
            or ScriptStep.WhenReachable or ScriptStep.HowTimeCritical
            or ScriptStep.IsThatTheName or ScriptStep.HowIsItSpelled or ScriptStep.IsItSpelled or ScriptStep.IsThatTheNumber
            or ScriptStep.MayIRecord =>
            After(at, Listening.To(at, notes, heard, answer, caller, desk), caller, desk, holdFirst),
        // What is heard there is the recording, and at the carrier.
        ScriptStep.Recording => After(at, new Taken(notes, TakenResult.Answered), caller, desk, holdFirst: false),
        ScriptStep.Hold or ScriptStep.HoldAfterAll => AfterHold(at, notes, caller, desk),
        // The desk was a production office when the call began.
        >= ScriptStep.OfficeWho => new ScriptTurn(SimplestPath(desk), notes),
    };

    /// <summary>A voice is told how a name on a card is spoken, wherever it speaks it.</summary>
    private static ScriptLine Aloud(ScriptLine line, Caller caller) =>
        caller is Caller.Known { SpokenAs: { Count: > 0 } spoken } && spoken.Any(word => line.Say.Contains(word.Word, StringComparison.OrdinalIgnoreCase))
            ? line with { SpokenAs = spoken }
            : line;

    /// <summary>No note outgrows its column, however often a caller adds to it.</summary>
    private static CallNotes WithinBounds(CallNotes notes) => notes with
    {
        NumberAsHeard = notes.NumberAsHeard is { } number ? PlainText.CutAndSaySo(number, LongestNumberAsHeard) : null,
        Regarding = notes.Regarding is { } regarding ? PlainText.CutAndSaySo(regarding, Heard.MostCharacters) : null,
        Reachable = notes.Reachable is { } reachable ? PlainText.CutAndSaySo(reachable, LongestTime) : null,
        TimeCritical = notes.TimeCritical is { } critical ? PlainText.CutAndSaySo(critical, LongestTime) : null,
    };

    private static ScriptTurn After(ScriptPosition at, Taken answer, Caller caller, Desk desk, bool holdFirst)
    {
        var taken = answer with { Notes = Ladder.WithWhatIsKnown(answer.Notes, caller) };
        var next = Following(at, taken, caller);
        if (next.Step == ScriptStep.Goodbye && ShortRecording.IsOffered(taken.Notes, caller, desk))
        {
            next = new ScriptPosition(ScriptStep.MayIRecord, 1);
            taken = taken with { Notes = taken.Notes with { Recording = RecordingConsent.Unanswered } };
        }
        else if (holdFirst && Holding.Before(at, next, taken.Notes, desk) is { } hold)
        {
            next = new ScriptPosition(hold, 1);
        }

        var turn = next.Step == ScriptStep.Goodbye ? SayGoodbye(taken.Notes, caller, desk) : Ask(next, taken, caller, desk);
        return Before(turn, FirstSay(taken, again: next.Step == at.Step, next.Step, caller, desk.Wording), desk);
    }

    /// <summary>The same sentence as ever, and on with the script: what came of the trying is not told.</summary>
    private static ScriptTurn AfterHold(ScriptPosition at, CallNotes notes, Caller caller, Desk desk)
    {
        var next = new ScriptPosition(Ladder.After(at.Step, notes, caller), 1);
        var goesOn = next.Step == ScriptStep.Goodbye ? desk.Wording.GoodbyeAfterHold : ScriptQuestions.First(next.Step, notes, caller, desk.Wording);
        return new ScriptTurn(new ScriptLine { Say = Sentence.Fill($"{NotAvailable(notes, caller, desk.Wording)} {goesOn}", desk, BlanksOf(notes, caller)), At = next }, notes);
    }

    /// <summary>The next question of the ladder; before it, the same one again, or one that reads back what was just given.</summary>
    private static ScriptPosition Following(ScriptPosition at, Taken taken, Caller caller)
    {
        if (taken is { Result: TakenResult.Missed, AsksAnything: true } && at.TimesAsked < MostPatience)
        {
            return at.Asked();
        }

        var (step, most) = (taken.Result, at.Step) switch
        {
            (TakenResult.Missed, _) => (at.Step, MostAttempts),
            (TakenResult.NotThatNumber, ScriptStep.IsThisTheNumber) => (ScriptStep.WhatNumber, 1),
            (TakenResult.NotThatNumber or TakenResult.GaveNumber, _) => (ScriptStep.IsThatTheNumber, MostReadBacks),
            (TakenResult.Doubtful, _) => (ScriptStep.IsThatTheName, MostAttempts),
            (TakenResult.NotThatName, not ScriptStep.IsItSpelled) => (ScriptStep.HowIsItSpelled, 1),
            (TakenResult.NotThatName or TakenResult.Spelled, _) => (ScriptStep.IsItSpelled, MostReadBacks),
            (TakenResult.Renamed, _) => (at.Step, MostReadBacks),
            (TakenResult.NoReturn, _) => (ScriptStep.Goodbye, 1),
            (TakenResult.MayBeRecorded, _) => (ScriptStep.Recording, 1),
            _ => (Ladder.After(at.Step, taken.Notes, caller), 1),
        };
        var next = step == at.Step ? at.TriedAgain() : new ScriptPosition(step, 1);
        return next.Try <= most ? next : new ScriptPosition(Ladder.After(at.Step, taken.Notes, caller), 1);
    }

    /// <summary>What goes before the question: the one answer to anything asked about the boss, or that we did not catch it.</summary>
    private static string FirstSay(Taken taken, bool again, ScriptStep next, Caller caller, Wording wording)
    {
        var name = taken.AsksMyName ? wording.MyName : "";
        var truth = taken.AsksIfMachine ? wording.Automated : "";
        var answer = taken.Asks && !next.IsHold() && (again || next != ScriptStep.CanIHaveHerReturn) ? NotAvailable(taken.Notes, caller, wording) : "";
        var missed = again && taken is { Result: TakenResult.Missed, AsksAnything: false } ? wording.NotCaught : "";
        var renamed = again && taken.Result == TakenResult.Renamed ? wording.ThankYouName : "";
        return string.Join(' ', new[] { renamed, name, truth, answer, missed }.Where(sentence => sentence.Length > 0));
    }

    private static ScriptTurn Before(ScriptTurn turn, string first, Desk desk) => first.Length == 0
        ? turn
        : turn with { Line = turn.Line with { Say = $"{Sentence.Fill(first, desk, new Blanks(KnownName.Own(turn.Notes.Name)))} {turn.Line.Say}" } };

    private static ScriptTurn Ask(ScriptPosition at, Taken taken, Caller caller, Desk desk)
    {
        var (notes, wording) = (taken.Notes, desk.Wording);
        var question = (at.Step, taken.Result) switch
        {
            (ScriptStep.CanIHaveHerReturn, _) when at.Attempt == 1 =>
                $"{Ladder.Welcome(notes, caller, wording)} {NotAvailable(notes, caller, wording)} {wording.CanIHaveHerReturn}".TrimStart(),
            (ScriptStep.Hold, _) => $"{Ladder.Welcome(notes, caller, wording)} {wording.LetMeSee}".TrimStart(),
            (_, TakenResult.Missed) when at.Attempt > 1 && !taken.AsksAnything => ScriptQuestions.Again(at.Step, wording),
            (ScriptStep.WhoIsCalling, _) when at.Attempt > 1 => wording.WhoAgain,
            (ScriptStep.IsItSpelled, TakenResult.NotThatName) => wording.SpellItAgain,
            (ScriptStep.IsThatTheNumber, TakenResult.NotThatNumber) => wording.WhatNumberAgain,
            _ => ScriptQuestions.First(at.Step, notes, caller, wording),
        };
        var blanks = BlanksOf(notes, caller) with { Spelled = taken.Spelled ?? KnownName.Own(notes.Name) };
        return new ScriptTurn(new ScriptLine { Say = Sentence.Fill(question, desk, blanks), At = at }, notes);
    }

    private static ScriptTurn SayGoodbye(CallNotes notes, Caller caller, Desk desk)
    {
        var readBack = notes.TimeCritical is not null && Ladder.CallOf(notes, caller) == Ladder.Highest ? desk.Wording.TimeCriticalNoted : "";
        var wording = notes.WantsReturn == false ? desk.Wording.GoodbyeNoReturn : desk.Wording.Goodbye;
        return new ScriptTurn(Goodbye(Sentence.Fill($"{readBack} {wording}".TrimStart(), desk, BlanksOf(notes, caller))), notes);
    }

    /// <summary>A preferred answer is for the person, not for whoever rings from that number.</summary>
    private static string NotAvailable(CallNotes notes, Caller caller, Wording wording) =>
        caller is Caller.Known { PreferredAnswer: { } preferred } known && KnownName.Is(notes.Name, known.Name) ? preferred : wording.NotAvailable;

    private static ScriptTurn AfterMessage(ScriptPosition at, Taken taken, Caller caller, Desk? desk)
    {
        if (taken.Result == TakenResult.Missed && at is { Step: ScriptStep.Message, Try: < MostAttempts })
        {
            var again = SimplestPath(desk) with { At = at.TriedAgain() };
            return new ScriptTurn(again, taken.Notes);
        }

        return desk is null ? new ScriptTurn(Goodbye(Unassigned.UnassignedGoodbye), taken.Notes) : SayGoodbye(taken.Notes, caller, desk);
    }

    private static string Plainly(Func<Wording, string> sentence, Desk? desk) =>
        desk is null ? sentence(Unassigned) : Sentence.Fill(sentence(desk.Wording), desk, default);

    private static ScriptLine Goodbye(string say) => new() { Say = say, At = new ScriptPosition(ScriptStep.Goodbye, 1) };

    private static Blanks BlanksOf(CallNotes notes, Caller caller)
    {
        var number = Ladder.NumberToConfirm(notes, caller);
        return new(KnownName.Own(notes.Name), number, KnownName.First(caller.SuggestedName), notes.TimeCritical)
        {
            Extension = number is { } asked ? notes.Numbers.ExtensionOf(asked) : null,
        };
    }
}
