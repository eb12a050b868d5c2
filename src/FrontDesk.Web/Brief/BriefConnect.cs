using FrontDesk.Brief;

namespace FrontDesk.Web.Brief;

/// <summary>Key 1, "connect me". THE SEAM: nobody is rung from here yet, so the number is read out; whoever builds the connecting changes this one method.</summary>
internal static class BriefConnect
{
    /// <param name="brief">What was being read.</param>
    /// <param name="place">The line the boss wants to be connected with.</param>
    public static BriefAnswer Ask(SpokenBrief brief, int place)
    {
        var line = brief.Lines[place];
        var says = brief.Says(BriefSpeech.CannotConnect, $"{brief.NameOf(line)}:");
        return BriefAnswer.Of(says with { Clauses = [.. says.Clauses, .. brief.NumberOf(line)] });
    }
}
