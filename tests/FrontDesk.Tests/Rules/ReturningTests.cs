using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R3: callers who say that we called first.</summary>
public sealed class ReturningTests
{
    [Theory]
    [InlineData("John Smith returning her call")]
    [InlineData("Hi, it's John Smith. I'm returning Ms. Miller's call.")]
    [InlineData("I'm calling her back")]
    [InlineData("I had a missed call from this number")]
    [InlineData("Somebody called me an hour ago")]
    [InlineData("I got your message")]
    [InlineData("She left word for me")]
    public void A_returned_call_is_claimed(string said) => Assert.True(Heard(said).SaysReturning);

    [Theory]
    [InlineData("John Smith calling about the Big Merger")]
    [InlineData("Could she call me back?")]
    [InlineData("Is she returning my call?")]
    [InlineData("Did she call me?")]
    [InlineData("I'm not returning her call")]
    [InlineData("I don't know if she called me")]
    public void Who_waits_for_a_call_returns_none(string said) => Assert.False(Heard(said).SaysReturning);

    private static Answer Heard(string said) => Answer.Of(said, TheDesk.Margarets);
}
