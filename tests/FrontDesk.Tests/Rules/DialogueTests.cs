using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>docs/dialogues.md is what the desk says, word for word.</summary>
public sealed class DialogueTests
{
    private static readonly Caller John = TheDesk.Stranger with
    {
        Earlier = new EarlierCalls(1, Guid.Empty, "John Smith", PhoneNumber.Parse("+18885550188"), "the Big Merger"),
    };

    [Theory]
    [InlineData("## Call 1: professional", 0)]
    [InlineData("## Call 2: nice", 1)]
    [InlineData("## Call 3: friendly", 2)]
    [InlineData("## Call 4: urgent", 3)]
    public void The_ladder_in_the_docs_is_what_is_said(string heading, int earlier) =>
        WrittenDialogue.IsWhatIsSaid("docs/dialogues.md", heading, new Conversation(earlier == 0 ? TheDesk.Stranger : John with { Earlier = John.Earlier! with { Count = earlier } }));

    [Theory]
    [InlineData("## Somebody who wants to know")]
    [InlineData("## A name that is not spelled as it sounds")]
    [InlineData("## Two assistants")]
    public void The_dialogues_in_the_docs_are_what_is_said(string heading) =>
        WrittenDialogue.IsWhatIsSaid("docs/dialogues.md", heading, new Conversation(TheDesk.Withheld));
}
