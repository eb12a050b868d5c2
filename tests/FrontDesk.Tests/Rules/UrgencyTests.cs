using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R10, call 4: "This merger is time critical."</summary>
public sealed class UrgencyTests
{
    [Theory]
    [InlineData("It's urgent")]
    [InlineData("URGENT!")]
    [InlineData("asap please")]
    [InlineData("I need an answer A.S.A.P.")]
    [InlineData("as soon as possible")]
    [InlineData("This merger is time critical.")]
    [InlineData("it's time-critical")]
    [InlineData("I really need to speak to her today or tomorrow.")]
    [InlineData("I must have it this afternoon")]
    [InlineData("It's an emergency")]
    [InlineData("No, it's urgent")]
    [InlineData("it can't wait")]
    [InlineData("I don't know. It is urgent.")]
    public void Urgency_is_heard(string said) => Assert.True(Urgency.IsIn(said));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("the Big Merger")]
    [InlineData("It's not urgent")]
    [InlineData("nothing urgent at all")]
    [InlineData("no emergency")]
    [InlineData("not that urgent")]
    [InlineData("It isn't terribly urgent.")]
    [InlineData("If there's any way I can speak with her today, I'd really appreciate it.")]
    [InlineData("the insurgents' film")]
    [InlineData("I saw her today. You need a bigger boat.")]
    public void What_is_not_urgent_is_not_made_so(string? said) => Assert.False(Urgency.IsIn(said));
}
