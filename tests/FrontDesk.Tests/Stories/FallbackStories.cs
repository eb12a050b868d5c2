using FrontDesk.Calls;
using FrontDesk.Tests.Support;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>The carrier lost the thread and asks at the fallback address what to say now (TWILIO.md §8 F3, F20).</summary>
public sealed class FallbackStories : IAsyncLifetime
{
    private DeskUnderTest desk = null!;
    private string sid = "";

    public async ValueTask InitializeAsync()
    {
        desk = await DeskUnderTest.OpenAsync();
        sid = desk.NewSid();
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task F3_an_answer_worked_out_late_is_kept_and_does_not_take_the_call_back()
    {
        await desk.PostAsync(desk.Ringing(sid));
        await desk.PostAsync(desk.Said(sid, 1, 1, "Paula Reyes"));
        // The carrier gave up on the answer to the second question and went to the fallback twice.
        await desk.PostAsync(Fallback());
        var message = await desk.PostAsync(Fallback());
        await desk.PostAsync(desk.Said(sid, 2, 1, "yes, it's about the lease"));

        var call = await desk.OnlyCallAsync();
        Assert.Contains("your name, your number", message, StringComparison.Ordinal);
        Assert.Equal((ScriptStep.Message, 1L), (call.Step, call.Attempt));
        Assert.Equal(["Paula Reyes", "yes, it's about the lease"], call.Heard);
        Assert.Contains("the lease", call.Regarding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F20_the_first_fallback_apologises_and_goes_on_the_second_takes_a_message()
    {
        await desk.PostAsync(desk.Ringing(sid));
        await desk.PostAsync(desk.Said(sid, 1, 1, "Paula Reyes"));

        var first = await desk.PostAsync(desk.Webhook("/twilio/voice/fallback", sid, ("ErrorCode", "12100"), ("ErrorUrl", "https://desk.example.org/twilio/voice/heard")));
        var second = await desk.PostAsync(Fallback());
        var end = await desk.PostAsync(desk.Said(sid, 6, 1, "It's about the lease, on 310 555 0166"));

        Assert.Contains("sorry about that. Thank you, Paula Reyes. I&apos;m sorry, she&apos;s not available", first, StringComparison.Ordinal);
        Assert.Contains("step=2&amp;attempt=2", first, StringComparison.Ordinal);
        Assert.Contains("step=6&amp;attempt=1", second, StringComparison.Ordinal);
        Assert.Contains("<Hangup/>", end, StringComparison.Ordinal);
        var call = await desk.OnlyCallAsync();
        Assert.Equal(("Paula Reyes", "+13105550166"), (call.SaidName, call.Number));
    }

    [Fact]
    public async Task F20_an_answer_to_a_question_asked_anew_is_not_taken_for_the_late_one_before_it()
    {
        await desk.PostAsync(desk.Ringing(sid));
        await desk.PostAsync(Fallback());
        await desk.PostAsync(desk.Said(sid, 1, 1, "Paula"));
        await desk.PostAsync(desk.Said(sid, 1, 2, "Paula Reyes, about the lease"));

        Assert.Equal(["Paula", "Paula Reyes, about the lease"], (await desk.OnlyCallAsync()).Heard);
    }

    [Fact]
    public async Task F20_after_the_goodbye_a_fallback_only_says_it_again()
    {
        await desk.PostAsync(desk.Ringing(sid));
        await desk.PostAsync(desk.Said(sid, 2, 1, "no thanks"));
        var goodbye = await desk.PostAsync(Fallback());

        Assert.Contains("<Hangup/>", goodbye, StringComparison.Ordinal);
        Assert.Equal(ScriptStep.Goodbye, (await desk.OnlyCallAsync()).Step);
    }

    [Fact]
    public async Task F20_a_fallback_for_a_call_that_never_reached_us_greets_the_caller()
    {
        var greeting = await desk.PostAsync(desk.Webhook("/twilio/voice/fallback", sid, ("ErrorCode", "11200"), ("CallStatus", "ringing")));

        Assert.Contains("Margaret Miller", greeting, StringComparison.Ordinal);
        Assert.Equal(ScriptStep.WhoIsCalling, (await desk.OnlyCallAsync()).Step);
    }

    private SignedRequest Fallback() => desk.Webhook("/twilio/voice/fallback", sid, ("ErrorCode", "11205"), ("ErrorUrl", "https://desk.example.org/twilio/voice/heard"));
}
