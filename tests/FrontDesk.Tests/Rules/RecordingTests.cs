using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>Robots that ring, and mailboxes that pick up.</summary>
public sealed class RecordingTests
{
    [Theory]
    [InlineData("Press two to be removed from the list")]
    [InlineData("Please leave a message after the tone")]
    [InlineData("your call may be recorded for training purposes")]
    [InlineData("we have been trying to reach you about your car")]
    [InlineData("The number you have dialed is not in service")]
    [InlineData("Congratulations, you may qualify for a lower interest rate")]
    public void A_recording_is_told_from_a_caller(string said) => Assert.True(Heard(said).IsRecording);

    [Theory]
    [InlineData("Is this a recording?")]
    [InlineData("I'd like to leave a message for her, please")]
    [InlineData("John Smith regarding the press junket")]
    [InlineData("It's about the interest rate on my loan")]
    [InlineData("Could you press her on that?")]
    [InlineData("Please hold for Tom Reed")]
    public void A_caller_is_no_recording(string said) => Assert.False(Heard(said).IsRecording);

    private static Answer Heard(string said) => Answer.Of(said, TheDesk.Margarets);
}
