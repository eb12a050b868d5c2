using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R10: each call from the same person finds the desk a step further up.</summary>
public sealed class LadderTests
{
    private static readonly EarlierCalls Told = new(1, Guid.Empty, "John Smith", PhoneNumber.Parse("+13105550177"), "the Big Merger");

    [Theory]
    [InlineData(1, "It's good to hear from you again, John Smith. I'm sorry, she's not available to take your call. Can I have her return?")]
    [InlineData(2, "John, thank you for calling again. I'm sorry, she's not available to take your call. Can I have her return?")]
    [InlineData(3, "John, thank you for your patience. I'm sorry, she's not available to take your call. Can I have her return?")]
    [InlineData(9, "John, thank you for your patience. I'm sorry, she's not available to take your call. Can I have her return?")]
    public void The_welcome_grows_warmer_with_each_call(int earlier, string welcome) =>
        Assert.Equal(welcome, Rings(earlier).Hears("John Smith").Said);

    [Theory]
    [InlineData(0, ScriptStep.Goodbye)]
    [InlineData(1, ScriptStep.Goodbye)]
    [InlineData(2, ScriptStep.WhenReachable)]
    [InlineData(3, ScriptStep.HowTimeCritical)]
    public void What_is_known_is_not_asked_and_each_call_asks_its_own(int earlier, ScriptStep last)
    {
        var call = Rings(earlier).Hears("John Smith, regarding the Big Merger").Hears("yes").Hears("yes");
        Assert.Equal(last, call.Step);
    }

    [Fact]
    public void The_number_they_gave_last_time_is_asked_for_by_its_ending_and_kept_on_yes()
    {
        var call = Rings(1).Hears("John").Hears("yes");
        Assert.Equal("Are you still at the number ending 0 1 7 7?", call.Said);
        Assert.Equal("+13105550177", call.Hears("yes").Notes.Number?.E164);
    }

    [Fact]
    public void What_is_time_critical_is_read_back() =>
        Assert.StartsWith(
            "I've noted: It closes on Friday. ",
            Rings(3).Hears("John Smith").Hears("yes").Hears("yes").Hears("It closes on Friday.").Said,
            StringComparison.Ordinal);

    [Fact]
    public void A_number_suggests_never_decides()
    {
        var call = Rings(3).Hears("Paula Reyes");
        Assert.Equal("Thank you, Paula Reyes. I'm sorry, she's not available to take your call. Can I have her return?", call.Said);
        Assert.Equal("Can she reach you at 3 1 0, 5 5 5, 0 1 4 2?", call.Hears("yes").Said);
        Assert.Equal("And may I ask what it's regarding?", call.Hears("yes").Said);
    }

    [Fact]
    public void A_preferred_answer_is_for_the_person_and_not_for_the_phone()
    {
        var known = new Caller.Known(Guid.Empty, "John Smith", TheDesk.JohnsNumber) { PreferredAnswer = "I'm sorry, John, not just now." };
        Assert.StartsWith("Thank you, John Smith. I'm sorry, John, not just now. Can I", new Conversation(known).Hears("John Smith").Said, StringComparison.Ordinal);
        Assert.StartsWith("Thank you, Paula Reyes. I'm sorry, she's not available", new Conversation(known).Hears("Paula Reyes").Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("are you a robot?")]
    [InlineData("Hi. Am I speaking to a machine?")]
    public void Who_asks_whether_it_is_a_machine_is_told_the_truth(string asked) =>
        Assert.StartsWith("I'm Margaret Miller's automated assistant. ", new Conversation(TheDesk.Stranger).Hears(asked).Said, StringComparison.Ordinal);

    [Theory]
    [InlineData("John", "John Smith", true)]
    [InlineData("Mr. Smith", "John Smith", true)]
    [InlineData("Dr. John Smith", "john smith", true)]
    [InlineData("Joan Smith", "John Smith", false)]
    [InlineData("John Smith", null, false)]
    public void A_name_said_is_the_known_one_or_somebody_else_s(string said, string? known, bool same) =>
        Assert.Equal(same, Rings(1, known).Hears(said).Said.StartsWith("It's good to hear from you again", StringComparison.Ordinal));

    [Theory]
    [InlineData("John Smith", "John, thank")]
    [InlineData("Dr. John Smith", "John, thank")]
    [InlineData("Smith", "Smith, thank")]
    [InlineData("Mr. Smith", "It's good to hear from you again, John Smith.")]
    public void A_first_name_is_used_where_there_is_one(string known, string welcome) =>
        Assert.StartsWith(welcome, Rings(2, known).Hears("John Smith").Said, StringComparison.Ordinal);

    private static Conversation Rings(int earlier, string? known = "John Smith") =>
        new(TheDesk.Stranger with { Earlier = earlier == 0 ? null : Told with { Count = earlier, Name = known } });
}
