using FrontDesk.Tests.Support;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>R10: the source text's first four dialogues, the caller's side word for word, one a day from the same phone.</summary>
public sealed class LadderStories
{
    [Fact]
    public async Task Call_1_is_professional()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await FirstCall(desk);

        var call = await desk.OnlyCallAsync();
        Assert.Equal(("John Smith", "+18888888888", 1L), (call.SaidName, call.Number, call.NthCall));
        Assert.Contains("Big Merger", call.Regarding, StringComparison.Ordinal);
        Assert.DoesNotContain(call.Turns, turn => turn.Said.Contains("again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_2_is_nice_and_asks_nothing_that_is_known()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await FirstCall(desk);
        await desk.PassesAsync(TimeSpan.FromDays(1));

        await SecondCall(desk);

        var call = (await desk.LogAsync())[^1];
        Assert.Equal(("+18888888888", 2L), (call.Number, call.NthCall));
        Assert.DoesNotContain(call.Turns, turn => turn.Said.Contains("regarding", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_3_is_friendly_and_notes_when_they_can_be_reached_without_a_promise()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await FirstCall(desk);
        await SecondCall(desk);

        await ThirdCall(desk);

        var call = (await desk.LogAsync())[^1];
        Assert.Equal(("Around 4pm, at 888-888-8888", 3L), (call.Reachable, call.NthCall));
        Assert.DoesNotContain(call.Turns, turn => turn.Said.Contains('4', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_4_notes_how_time_critical_it_is_and_reads_it_back()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await FirstCall(desk);
        await SecondCall(desk);
        await ThirdCall(desk);

        await desk.Telephone("John").Rings()
            .Hears("Margaret Miller's office").Says("Hello, it's John Smith. I guess she ran out of time yesterday.")
            .Hears("John, thank you for your patience").Says("Yes, please")
            .Hears("ending 8 8 8 8").Says("That's right, yes. I'll talk to you later.")
            .Hears("time-critical").Says("I really need it today or tomorrow")
            .Hears("I've noted: I really need it today or tomorrow").IsHungUpOn();

        var call = (await desk.LogAsync())[^1];
        Assert.Equal(("I really need it today or tomorrow", 4L), (call.TimeCritical, call.NthCall));
    }

    [Fact]
    public async Task Somebody_else_on_the_same_phone_is_asked_everything_and_told_nothing_of_it()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await FirstCall(desk);

        await desk.Telephone("John").Rings()
            .Hears("who's calling").Says("Paula Reyes")
            .Hears("not available").Says("yes")
            .Hears("reach you at 3 1 0, 5 5 5, 0 1 4 2").Says("yes")
            .Hears("regarding").Says("a script")
            .IsHungUpOn();

        var call = (await desk.LogAsync())[^1];
        Assert.Equal("a script", call.Regarding);
        Assert.DoesNotContain(call.Turns, turn => turn.Said.Contains("8 8 8 8", StringComparison.Ordinal) || turn.Said.Contains("again", StringComparison.Ordinal));
    }

    private static StoryPhone FirstCall(DeskUnderTest desk) => desk.Telephone("John").Rings()
        .Hears("Margaret Miller's office").Says("Hi, John Smith calling for Ms. Miller.")
        .Hears("not available to take your call").Says("Yes, could you ask her to call me regarding the Big Merger?")
        .Hears("reach you at").Says("888-888-8888")
        .Hears("8 8 8, 8 8 8, 8 8 8 8. Is that right?").Says("Yes.")
        .Hears("as soon as she can").IsHungUpOn();

    private static StoryPhone SecondCall(DeskUnderTest desk) => desk.Telephone("John").Rings()
        .Hears("Margaret Miller's office").Says("Hi, how are you? It's John Smith. Is she around?")
        .Hears("good to hear from you").Says("Yeah. I was hoping we'd get a chance to talk this week, you think she'll be able to get back to me?")
        .Hears("Are you still at the number ending 8 8 8 8").Says("Yes. What's your name?")
        .Hears("This is Jamie").IsHungUpOn();

    private static StoryPhone ThirdCall(DeskUnderTest desk) => desk.Telephone("John").Rings()
        .Hears("Margaret Miller's office").Says("Jamie, it's John Smith calling for Ms. Miller. Am I in luck?")
        .Hears("John, thank you for calling again").Says("If there's any way I can speak with her today, I'd really appreciate it.")
        .Hears("Can I have her return").Says("Yes")
        .Hears("ending 8 8 8 8").Says("Yeah.")
        .Hears("When can you be reached").Says("Around 4pm, at 888-888-8888")
        .Hears("as soon as she can").IsHungUpOn();
}
