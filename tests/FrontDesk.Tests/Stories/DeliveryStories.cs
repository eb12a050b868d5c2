using FrontDesk.Calls;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Calls;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>What may happen to webhooks on their way (TWILIO.md §8 F). None of it costs a call, or makes two of it.</summary>
public sealed class DeliveryStories : IAsyncLifetime
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
    public async Task F1_the_same_call_told_twice_is_one_row_and_the_same_greeting()
    {
        var first = await desk.PostAsync(desk.Ringing(sid));
        var second = await desk.PostAsync(desk.Ringing(sid));

        Assert.Equal(first, second);
        Assert.Single((await desk.OnlyCallAsync()).Turns);
    }

    [Fact]
    public async Task F2_the_same_call_told_many_times_at_once_is_one_row()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => desk.PostAsync(desk.Ringing(sid))));

        Assert.Single(answers.Distinct());
        Assert.Single((await desk.OnlyCallAsync()).Turns);
    }

    [Fact]
    public async Task F4_a_retry_under_the_same_idempotency_token_is_the_same_call()
    {
        foreach (var _ in new[] { 1, 2 })
        {
            using var request = desk.Ringing(sid).To(desk.Reached);
            request.Headers.Add("I-Twilio-Idempotency-Token", "7d1c");
            Assert.Equal(200, await desk.PostUnheardAsync(request));
        }

        Assert.Single((await desk.OnlyCallAsync()).Turns);
    }

    [Fact]
    public async Task F5_a_gather_result_posted_twice_gets_the_line_already_chosen()
    {
        await desk.PostAsync(desk.Ringing(sid));
        var first = await desk.PostAsync(desk.Said(sid, 1, 1, "Paula Reyes"));
        var again = await desk.PostAsync(desk.Said(sid, 1, 1, "somebody else altogether"));

        Assert.Equal(first, again);
        var call = await desk.OnlyCallAsync();
        Assert.Equal("Paula Reyes", call.SaidName);
        Assert.Equal(["Paula Reyes"], call.Heard);
    }

    [Fact]
    public async Task F5_a_gather_result_posted_many_times_at_once_counts_once()
    {
        await desk.PostAsync(desk.Ringing(sid));
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => desk.PostAsync(desk.Said(sid, 1, 1, "Paula Reyes"))));

        Assert.Single(answers.Distinct());
        Assert.Equal(["Paula Reyes"], (await desk.OnlyCallAsync()).Heard);
    }

    [Fact]
    public async Task F6_a_later_answer_that_overtakes_an_earlier_one_loses_neither()
    {
        await desk.PostAsync(desk.Ringing(sid));
        await Task.WhenAll(
            desk.PostAsync(desk.Said(sid, 2, 1, "yes, regarding the lease")),
            desk.PostAsync(desk.Said(sid, 1, 1, "Paula Reyes")),
            desk.PostAsync(desk.Said(sid, 3, 1, "yes")));

        var call = await desk.OnlyCallAsync();
        Assert.Equal(("Paula Reyes", "+13105550177", 1L), (call.SaidName, call.Number, call.WantsReturn));
        Assert.Contains("lease", call.Regarding, StringComparison.Ordinal);
        Assert.Equal(3, call.Heard.Count());
    }

    [Fact]
    public async Task F6_an_answer_to_a_call_never_told_of_opens_the_call()
    {
        var answer = await desk.PostAsync(desk.Said(sid, 1, 1, "Paula Reyes"));

        var call = await desk.OnlyCallAsync();
        Assert.Contains("not available", answer, StringComparison.Ordinal);
        Assert.Equal("Paula Reyes", call.SaidName);
        Assert.Equal(2, call.Turns.Count);
    }

    [Fact]
    public async Task F7_a_status_before_the_call_itself_makes_a_row_and_the_call_then_goes_on()
    {
        await desk.PostAsync(desk.Status(sid, "ringing"));
        Assert.Equal(ScriptStep.Ring, (await desk.OnlyCallAsync()).Step);

        var greeting = await desk.PostAsync(desk.Ringing(sid));

        var call = await desk.OnlyCallAsync();
        Assert.Contains("Margaret Miller", greeting, StringComparison.Ordinal);
        Assert.Equal((ScriptStep.WhoIsCalling, 1), (call.Step, call.Turns.Count));
    }

    [Fact]
    public async Task F7_the_end_of_a_call_we_never_saw_is_a_call_on_the_log()
    {
        await desk.PostAsync(desk.Status(sid, "completed", ("CallDuration", "17")));

        var call = await desk.OnlyCallAsync();
        Assert.Equal((desk.Desk.Id, CallStatus.Completed, 17L), (call.DeskId, call.Status, call.Seconds));
        Assert.Equal("+13105550177", call.Party);
    }

    [Fact]
    public async Task F8_a_state_never_goes_backwards()
    {
        await desk.PostAsync(desk.Ringing(sid));
        await desk.PostAsync(desk.Status(sid, "completed", ("CallDuration", "9")));
        await desk.PostAsync(desk.Status(sid, "in-progress"));
        await desk.PostAsync(desk.Status(sid, "busy"));
        await desk.PostAsync(desk.Status(sid, "ringing"));

        var call = await desk.OnlyCallAsync();
        Assert.Equal((CallStatus.Completed, 9L), (call.Status, call.Seconds));
    }

    [Fact]
    public async Task F9_a_callback_repeated_hours_later_changes_nothing()
    {
        await desk.PostAsync(desk.Ringing(sid));
        await desk.PostAsync(desk.Status(sid, "completed", ("CallDuration", "9")));
        await desk.PassesAsync(TimeSpan.FromHours(3));
        await FileAsync();
        var before = await desk.OnlyCallAsync();

        await desk.PostAsync(desk.Status(sid, "completed", ("CallDuration", "9")));
        await desk.PostAsync(desk.Status(sid, "no-answer"));

        var after = await desk.OnlyCallAsync();
        Assert.Equal(before with { Turns = [] }, after with { Turns = [] });
        Assert.Equal(0, after.Live);
    }

    [Fact]
    public async Task F9_a_late_callback_tells_when_the_call_really_ended()
    {
        await desk.PostAsync(desk.Ringing(sid));
        var ended = desk.Clock.GetUtcNow().AddSeconds(40);
        await desk.PassesAsync(TimeSpan.FromMinutes(30));
        await desk.PostAsync(desk.Status(sid, "completed", ("CallDuration", "40"), ("Timestamp", ended.ToString("r"))));

        Assert.Equal(ended, (await desk.OnlyCallAsync()).EndedAt);
    }

    [Fact]
    public async Task F13_a_get_is_not_how_we_are_called()
    {
        var target = $"/twilio/voice?CallSid={sid}&AccountSid={DeskUnderTest.Account}";
        using var get = new HttpRequestMessage(HttpMethod.Get, SignedRequest.Exactly(desk.Reached, target));
        get.Headers.Add("X-Twilio-Signature", SignedRequest.Sign(DeskUnderTest.PublicUrl + target, DeskUnderTest.Token));

        Assert.Equal(405, await desk.PostUnheardAsync(get));
        Assert.Empty(await desk.LogAsync());
    }

    [Fact]
    public async Task F14_unknown_repeated_and_missing_parameters_do_no_harm()
    {
        var odd = desk.Ringing(sid);
        odd = odd with
        {
            Fields = [.. odd.Fields.Where(field => field.Name is not ("From" or "Direction")), ("To", "+13105550109"), ("NewIn2027", "yes"), ("", "nameless"), ("CallStatus", "levitating")],
        };

        await desk.PostAsync(odd);
        await desk.PostAsync(desk.Webhook("/twilio/voice/heard?step=1&attempt=1", sid, ("SpeechResult", "Paula Reyes"), ("Confidence", "NaN")));

        var call = await desk.OnlyCallAsync();
        Assert.Equal((DeskUnderTest.Line, "", "Paula Reyes"), (call.LineNumber, call.CallerFrom, call.SaidName));
    }

    [Fact]
    public async Task F15_what_is_too_long_or_no_form_is_not_written_down()
    {
        var ringing = desk.Ringing(sid);
        Assert.Equal(413, await desk.PostUnheardAsync((ringing with { Fields = [.. ringing.Fields, ("More", new string('x', 65_536))] }).To(desk.Reached)));
        using var json = ringing.To(desk.Reached);
        json.Content = new StringContent("""{"CallSid":"CA"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        Assert.Equal(403, await desk.PostUnheardAsync(json));

        Assert.Empty(await desk.LogAsync());
    }

    [Theory]
    [InlineData("/twilio/voice/")]
    [InlineData("/TWILIO/VOICE")]
    [InlineData("/twilio//voice")]
    [InlineData("/twilio/voice/heard")]
    [InlineData("/twilio/voice/heard?step=99&attempt=-1&retry=999999999999")]
    public async Task F19_no_spelling_of_an_address_is_answered_with_a_redirect(string target)
    {
        var status = await desk.PostUnheardAsync(desk.Webhook(target, sid).To(desk.Reached));

        Assert.True(status is 200 or 404, $"{target} answered {status}.");
    }

    [Fact]
    public async Task S89_a_request_replayed_after_the_call_is_over_says_goodbye_and_writes_nothing()
    {
        var genuine = desk.Said(sid, 1, 1, "Paula Reyes");
        await desk.PostAsync(desk.Ringing(sid));
        await desk.PostAsync(genuine);
        await desk.PostAsync(desk.Status(sid, "completed"));
        await desk.PassesAsync(TimeSpan.FromHours(2));
        var before = await desk.OnlyCallAsync();

        Assert.EndsWith("<Response><Hangup/></Response>", await desk.PostAsync(genuine), StringComparison.Ordinal);
        Assert.EndsWith("<Response><Hangup/></Response>", await desk.PostAsync(desk.Ringing(sid)), StringComparison.Ordinal);
        await FileAsync();
        Assert.EndsWith("<Response><Hangup/></Response>", await desk.PostAsync(desk.Said(sid, 4, 2, "another")), StringComparison.Ordinal);
        Assert.EndsWith("<Response><Hangup/></Response>", await desk.PostAsync(desk.Ringing(sid)), StringComparison.Ordinal);

        Assert.Equal(before.Heard, (await desk.OnlyCallAsync()).Heard);
    }

    [Fact]
    public async Task C35_a_call_longer_than_the_carrier_allows_is_ended()
    {
        await desk.PostAsync(desk.Ringing(sid));
        await desk.PassesAsync(TimeSpan.FromHours(4.5));

        Assert.EndsWith("<Response><Hangup/></Response>", await desk.PostAsync(desk.Said(sid, 1, 1, "still here")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task D38_after_a_restart_the_next_step_is_the_one_stored()
    {
        await desk.PostAsync(desk.Ringing(sid));
        var before = await desk.PostAsync(desk.Said(sid, 1, 1, "Paula Reyes"));
        await desk.RestartAsync();

        Assert.Equal(before, await desk.PostAsync(desk.Said(sid, 1, 1, "Paula Reyes")));
        Assert.Equal(["Paula Reyes"], (await desk.OnlyCallAsync()).Heard);
    }

    private Task<int> FileAsync() => desk.Services.GetRequiredService<CallFiling>().FileAsync(desk.Clock.GetUtcNow(), DeskUnderTest.Cancel);
}
