using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>When callers say that they can be reached.</summary>
public sealed class WhenReachableTests
{
    [Theory]
    [InlineData("Around four", "Around four")]
    [InlineData("I'll be here till six", "till six")]
    [InlineData("She can reach me after lunch.", "after lunch")]
    [InlineData("I'm free tomorrow morning", "tomorrow morning")]
    [InlineData("Any time tomorrow", "Any time tomorrow")]
    [InlineData("call me between two and four", "between two and four")]
    [InlineData("I'm available until 5 pm today", "until 5 pm today")]
    public void The_time_is_kept_as_it_was_said(string said, string when) => Assert.Equal(when, Heard(said).Reachable);

    [Theory]
    [InlineData("John Smith")]
    [InlineData("It's about tomorrow's meeting")]
    [InlineData("I'm calling about dinner on Friday")]
    [InlineData("Call me at 310-555-0142")]
    [InlineData("You can reach me at three one zero, five five five, oh one four two")]
    [InlineData("Is she free this afternoon?")]
    [InlineData("Good morning, it's John Smith")]
    public void Other_times_are_not_when_they_can_be_reached(string said) => Assert.Null(Heard(said).Reachable);

    private static Answer Heard(string said) => Answer.Of(said, TheDesk.Margarets);
}
