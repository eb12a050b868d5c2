using FrontDesk.Tests.House;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>A conversation under a heading of a page in docs/, held with the script line by line.</summary>
internal static class WrittenDialogue
{
    private const string Desk = "- Desk: ";
    private const string Caller = "- Caller: ";

    /// <summary>Fails when the desk says a word that is not written there, or is not done where the page is.</summary>
    public static void IsWhatIsSaid(string page, string heading, Conversation call)
    {
        var lines = Premises.Lines(page).SkipWhile(line => line != heading).Skip(1)
            .TakeWhile(line => !line.StartsWith('#')).Where(line => line.StartsWith("- ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(lines);
        foreach (var line in lines)
        {
            if (line.StartsWith(Caller, StringComparison.Ordinal))
            {
                call.Hears(line[Caller.Length..]);
            }
            else
            {
                Assert.Equal(line, Desk + call.Said);
            }
        }

        Assert.True(call.Turn.Line.HangsUp);
    }
}
