using FrontDesk.Desks;

namespace FrontDesk.Calls;

/// <summary>The end of a call that leaves no message: courteous, and the same whoever it is.</summary>
internal static class Farewell
{
    /// <summary>The line is not even opened: nobody is there to hear anything.</summary>
    public static ScriptTurn Unanswered(CallNotes notes, Desk? desk) => Turn("", notes with { Unwanted = Unwanted.Loop }, desk);

    public static ScriptTurn Of(CallNotes notes, Unwanted why, Desk desk)
    {
        var wording = why switch
        {
            Unwanted.Blocked => desk.Wording.Blocked,
            Unwanted.WrongNumber => desk.Wording.WrongNumber,
            Unwanted.Recording or Unwanted.Loop => desk.Wording.NobodyThere,
        };
        return Turn(Sentence.Fill(wording, desk, default), notes with { Unwanted = why }, desk);
    }

    private static ScriptTurn Turn(string say, CallNotes notes, Desk? desk)
    {
        var step = desk?.Office is null ? ScriptStep.Goodbye : ScriptStep.OfficeGoodbye;
        return new ScriptTurn(new ScriptLine { Say = say, At = new ScriptPosition(step, 1) }, notes);
    }
}
