using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>Callers who want to know what they are speaking with.</summary>
public sealed class AsksIfMachineTests
{
    [Theory]
    [InlineData("Are you a robot?")]
    [InlineData("Is this a recording?")]
    [InlineData("Hi, am I talking to a machine?")]
    [InlineData("Are you real?")]
    [InlineData("Is this an answering machine or what?")]
    [InlineData("You sound like a robot.")]
    public void The_question_is_heard(string said)
    {
        Assert.True(Heard(said).AsksIfMachine);
        Assert.Null(Heard(said).NameAsked(again: false));
    }

    [Theory]
    [InlineData("This is Ai Weiwei", "Ai Weiwei")]
    [InlineData("John Smith regarding the robot", "John Smith")]
    [InlineData("This is John Smith from Machine Zone", "John Smith from Machine Zone")]
    public void A_name_is_no_question(string said, string name)
    {
        Assert.False(Heard(said).AsksIfMachine);
        Assert.Equal(name, Heard(said).NameAsked(again: false));
    }

    [Theory]
    [InlineData("This is a real emergency")]
    [InlineData("Are you there?")]
    [InlineData("Is this a good time?")]
    [InlineData("Is this a real emergency?")]
    [InlineData("Is it a real offer?")]
    [InlineData("Are you personally handling this?")]
    public void Other_questions_are_not_this_one(string said) => Assert.False(Heard(said).AsksIfMachine);

    private static Answer Heard(string said) => Answer.Of(said, TheDesk.Margarets);
}
