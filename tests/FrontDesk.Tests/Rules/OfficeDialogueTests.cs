using FrontDesk.Tests.House;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>docs/dialogues-office.md is what the desk says, word for word.</summary>
public sealed class OfficeDialogueTests
{
    private const string Desk = "- Desk: ";
    private const string Caller = "- Caller: ";

    [Theory]
    [InlineData("## At ten in the morning", 10, 0)]
    [InlineData("## At lunch, about a listing that asks for no calls", 13, 20)]
    public void The_dialogues_in_the_docs_are_what_is_said(string heading, int hour, int minute)
    {
        var lines = Premises.Lines("docs/dialogues-office.md").SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith('#')).Where(line => line.Length > 0).ToList();
        Assert.NotEmpty(lines);
        var call = TheOffice.CallAt(TheDesk.At(hour, minute));

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
