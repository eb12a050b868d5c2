using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>docs/dialogues-office.md is what the desk says, word for word.</summary>
public sealed class OfficeDialogueTests
{
    [Theory]
    [InlineData("## At ten in the morning", 10, 0)]
    [InlineData("## At lunch, about a listing that asks for no calls", 13, 20)]
    public void The_dialogues_in_the_docs_are_what_is_said(string heading, int hour, int minute) =>
        WrittenDialogue.IsWhatIsSaid("docs/dialogues-office.md", heading, TheOffice.CallAt(TheDesk.At(hour, minute)));
}
