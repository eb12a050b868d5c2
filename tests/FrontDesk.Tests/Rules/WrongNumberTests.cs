using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>Callers who wanted somebody else.</summary>
public sealed class WrongNumberTests
{
    [Theory]
    [InlineData("Sorry, wrong number")]
    [InlineData("oh I must have dialled the wrong number")]
    [InlineData("I misdialed")]
    [InlineData("Is this the florist?")]
    [InlineData("isn't this Rosie's bakery")]
    [InlineData("I was trying to call my brother")]
    public void A_mistake_is_understood(string said)
    {
        Assert.True(Heard(said).SaysWrongNumber);
        Assert.Null(Heard(said).NameAsked(again: false));
    }

    [Theory]
    [InlineData("You have the wrong number, it's 310-555-0142")]
    [InlineData("That's the wrong number for me")]
    [InlineData("It's about the wrong number on the invoice")]
    [InlineData("Is this the right number for Margaret?")]
    [InlineData("Is this the production office?")]
    [InlineData("I'm calling about my brother's contract")]
    [InlineData("John Smith from the florist")]
    [InlineData("I'm calling for the costume designer")]
    [InlineData("I was looking for the casting department")]
    [InlineData("Is this the wardrobe department?")]
    [InlineData("Calling for my client Rosa Delgado")]
    public void Who_wants_the_boss_has_the_right_number(string said) => Assert.False(Heard(said).SaysWrongNumber);

    private static Answer Heard(string said) => Answer.Of(said, TheDesk.Margarets);
}
