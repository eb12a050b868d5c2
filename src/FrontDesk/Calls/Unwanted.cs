namespace FrontDesk.Calls;

/// <summary>Why nobody waits for a call's return. It is written down like any other, and ranks below all of them. The numbers stand in the books.</summary>
public enum Unwanted
{
    /// <summary>From a number this desk takes no calls from.</summary>
    Blocked = 1,
    WrongNumber = 2,

    /// <summary>A machine speaks.</summary>
    Recording = 3,

    /// <summary>Our own call to the boss came back to the line.</summary>
    Loop = 4,
}

/// <summary>Hears, before the script does, that there is nobody to take a message from.</summary>
internal static class UnwantedHeard
{
    /// <summary>Who insists says the same short thing again and again; a machine says a long one, word for word.</summary>
    private const int LongSpeech = 8;
    private const int TimesTheSame = 3;

    /// <summary>A person who answers does it in short; a machine talks on.</summary>
    private const int ShortAnswer = 6;

    /// <summary>Beyond doubt; "is this the pizza place?" may be a question for us.</summary>
    private static readonly Phrases Outright = new(
        "wrong number", "misdialed", "misdialled", "dialed the wrong", "dialled the wrong", "by mistake", "by accident");

    /// <summary>The notes with what was noticed; and for what the desk takes leave now, if it does.</summary>
    public static (CallNotes Notes, Unwanted? LeavesFor) At(ScriptPosition at, CallNotes notes, Heard heard, Answer? answer) => heard switch
    {
        Heard.Words words when answer is not null && notes.Unwanted is (null or Unwanted.WrongNumber or Unwanted.Recording) => At(at, notes, words, answer),
        Heard.Keys => (InPerson(notes), null),
        _ => (notes, null),
    };

    private static (CallNotes Notes, Unwanted? LeavesFor) At(ScriptPosition at, CallNotes notes, Heard.Words words, Answer answer)
    {
        var said = answer.Said;
        if (answer.SaysWrongNumber && !IsAboutNumbers(at.Step))
        {
            var leaves = notes.Unwanted == Unwanted.WrongNumber || Outright.In(said) is not null;
            return (notes with { Unwanted = Unwanted.WrongNumber, WantsReturn = leaves ? false : notes.WantsReturn }, leaves ? Unwanted.WrongNumber : null);
        }

        if (answer.IsRecording || (said.Words.Count >= LongSpeech && words.SaidBefore + 1 >= TimesTheSame))
        {
            return (notes with { Unwanted = Unwanted.Recording }, notes.Unwanted == Unwanted.Recording ? Unwanted.Recording : null);
        }

        return (notes.Unwanted == Unwanted.WrongNumber || said.Words.Count <= ShortAnswer ? InPerson(notes) : notes, null);
    }

    /// <summary>A switchboard's tape, and then somebody speaks; a mistake, and then a message after all.</summary>
    private static CallNotes InPerson(CallNotes notes) =>
        notes.Unwanted is Unwanted.Recording or Unwanted.WrongNumber ? notes with { Unwanted = null } : notes;

    /// <summary>There "that's the wrong number" speaks of the number to call back.</summary>
    private static bool IsAboutNumbers(ScriptStep step) => step
        is ScriptStep.IsThisTheNumber or ScriptStep.WhatNumber or ScriptStep.IsThatTheNumber
        or ScriptStep.OfficeIsThisTheNumber or ScriptStep.OfficeWhatNumber or ScriptStep.OfficeRightNumber;
}
