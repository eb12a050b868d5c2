using FrontDesk.Calls;
using FrontDesk.Desks;

namespace FrontDesk.Tests.Rules;

/// <summary>A call held with the script alone: what the desk says, and what it has taken down.</summary>
internal sealed class Conversation
{
    private readonly Caller caller;
    private readonly Desk desk;

    public Conversation(Caller caller, Desk? desk = null)
    {
        this.caller = caller;
        this.desk = desk ?? TheDesk.Margarets;
        Turn = CallScript.Opening(caller, this.desk);
    }

    public ScriptTurn Turn { get; private set; }

    public string Said => Turn.Line.Say;

    public CallNotes Notes => Turn.Notes;

    public ScriptStep Step => Turn.Line.At.Step;

    public Conversation Hears(Heard heard, bool holdFirst = false)
    {
        Turn = CallScript.Next(Turn.Line.At, Notes, heard, caller, desk, holdFirst);
        return this;
    }

    /// <summary>What the log adds to the notes between two turns.</summary>
    public Conversation Known(Func<CallNotes, CallNotes> log)
    {
        Turn = Turn with { Notes = log(Notes) };
        return this;
    }

    public Conversation Hears(string words) => Hears(TheDesk.Says(words));
}
