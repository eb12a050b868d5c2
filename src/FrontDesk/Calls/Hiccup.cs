using FrontDesk.Desks;

namespace FrontDesk.Calls;

/// <summary>What the desk says when it lost the thread; without a desk, on a line that none has claimed.</summary>
public static class Hiccup
{
    /// <summary>Said while a passing failure passes.</summary>
    public static string OneMoment(Desk? desk) => desk is null ? new Wording().OneMoment : Sentence.Fill(desk.Wording.OneMoment, desk, null, null);

    /// <summary>The line again, which the caller may not have heard.</summary>
    public static ScriptLine Apology(ScriptLine line, Desk? desk)
    {
        var sorry = desk is null ? new Wording().Sorry : Sentence.Fill(desk.Wording.Sorry, desk, null, null);
        return line with { Say = $"{sorry} {line.Say}" };
    }
}
