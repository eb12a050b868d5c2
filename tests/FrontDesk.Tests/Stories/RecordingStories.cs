using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FrontDesk.Calls;
using FrontDesk.Tests.Api;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Desks;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>Speech without luck: asked again, then keys, then a short recording where the desk allows it and the caller says yes; nothing is recorded otherwise.</summary>
public sealed class RecordingStories
{
    private const string Sid = "RE0123456789abcdef0123456789abcdef";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task By_default_nobody_is_asked_and_nothing_is_recorded()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await UpToTheEnd(desk).Hears("as soon as she can").IsHungUpOn();

        Assert.Null((await desk.OnlyCallAsync()).RecordingConsent);
        Assert.DoesNotContain(desk.Telephone("stranger").Call.Heard, heard => heard.Text.Contains("record", StringComparison.OrdinalIgnoreCase) || heard.Text == "[beep]");
    }

    [Fact]
    public async Task Where_the_desk_allows_it_who_says_yes_is_recorded_and_the_log_tells_how_long()
    {
        await using var desk = await AllowingAsync();

        await UpToTheEnd(desk)
            .Hears("May I record a short message for her?").Says("Yes.")
            .Hears("after the tone").Says("It's about the lighting for the second unit, and the rig.")
            .Hears("as soon as she can").IsHungUpOn();
        await desk.PassesAsync(TimeSpan.FromSeconds(10));

        var recording = (await CallAsync(desk))["recording"]!;
        Assert.Equal("given", (string)recording["consent"]!);
        Assert.StartsWith("RE", (string)recording["sid"]!, StringComparison.Ordinal);
        Assert.InRange((int)recording["seconds"]!, 1, 60);
    }

    [Fact]
    public async Task C109_who_refuses_goes_on_without()
    {
        await using var desk = await AllowingAsync();

        await UpToTheEnd(desk).Hears("May I record").Says("No, thanks.").Hears("as soon as she can").IsHungUpOn();

        Assert.Equal((long)RecordingConsent.Refused, (await desk.OnlyCallAsync()).RecordingConsent);
        Assert.DoesNotContain(desk.Telephone("stranger").Call.Heard, heard => heard.Text == "[beep]");
    }

    [Fact]
    public async Task C23_who_says_nothing_is_asked_once_more_and_let_go_unrecorded()
    {
        await using var desk = await AllowingAsync();

        await UpToTheEnd(desk).Hears("May I record").StaysSilent().Hears("May I record").StaysSilent().Hears("as soon as she can").IsHungUpOn();

        Assert.Equal((long)RecordingConsent.Unanswered, (await desk.OnlyCallAsync()).RecordingConsent);
        Assert.DoesNotContain(desk.Telephone("stranger").Call.Heard, heard => heard.Text == "[beep]");
    }

    [Fact]
    public async Task Who_agrees_and_then_says_nothing_hears_the_goodbye()
    {
        await using var desk = await AllowingAsync();

        await UpToTheEnd(desk).Hears("May I record").Presses("1").Hears("after the tone").StaysSilent().Hears("as soon as she can").IsHungUpOn();
        await desk.PassesAsync(TimeSpan.FromSeconds(10));

        var call = await desk.OnlyCallAsync();
        Assert.Equal(((long)RecordingConsent.Given, null), (call.RecordingConsent, call.RecordingSid));
    }

    [Fact]
    public async Task C22_what_was_recorded_when_they_hang_up_is_kept()
    {
        await using var desk = await AllowingAsync();

        await UpToTheEnd(desk).Hears("May I record").Says("Yes.").Hears("after the tone").Says("Tell her it is about").HangsUp();
        await desk.PassesAsync(TimeSpan.FromSeconds(10));

        var call = await desk.OnlyCallAsync();
        Assert.True(call.RecordingSeconds > 0);
        Assert.Null(call.NumberAsHeard);
    }

    [Fact]
    public async Task S105_a_recording_told_of_twice_hours_late_or_not_there_is_noted_once_and_no_address_is_asked_for_it()
    {
        await using var desk = await AllowingAsync();
        await UpToTheEnd(desk).Hears("May I record").Says("Yes.").Hears("after the tone").StaysSilent().IsHungUpOn();
        var sid = (await desk.OnlyCallAsync()).CallSid!;

        await desk.PostAsync(Told(desk, sid, "absent", "0"));
        Assert.Equal((null, 0L), await RecordedAsync(desk));
        await desk.PassesAsync(TimeSpan.FromHours(3));
        await desk.PostAsync(Told(desk, sid, "completed", "12"));
        await desk.PostAsync(Told(desk, sid, "completed", "99"));
        await desk.PostAsync(Told(desk, sid, "absent", "0"));

        Assert.Equal((Sid, 12L), await RecordedAsync(desk));
    }

    [Fact]
    public async Task S95_what_nobody_said_yes_to_or_is_no_recording_is_not_kept()
    {
        await using var desk = await AllowingAsync();
        await UpToTheEnd(desk).Hears("May I record").Says("No.").IsHungUpOn();
        var sid = (await desk.OnlyCallAsync()).CallSid!;

        await desk.PostAsync(Told(desk, sid, "completed", "12"));
        desk.Expects("names no call of ours");
        await desk.PostAsync(desk.Webhook("/twilio/voice/recorded", sid, ("RecordingSid", "../../etc/passwd"), ("RecordingStatus", "completed")));

        Assert.Equal((null, null), await RecordedAsync(desk));
    }

    private static SignedRequest Told(DeskUnderTest desk, string sid, string status, string seconds) => desk.Webhook(
        "/twilio/voice/recorded", sid, ("RecordingSid", Sid), ("RecordingStatus", status), ("RecordingDuration", seconds), ("RecordingUrl", "http://169.254.169.254/latest/meta-data/"));

    private static async Task<(string? Sid, long? Seconds)> RecordedAsync(DeskUnderTest desk) =>
        (await desk.OnlyCallAsync()) is { } call ? (call.RecordingSid, call.RecordingSeconds) : default;

    /// <summary>Everything but what it is regarding.</summary>
    private static StoryPhone UpToTheEnd(DeskUnderTest desk) => desk.Telephone("stranger").Rings()
        .Hears("who's calling").Says("Paula Reyes")
        .Hears("not available").Says("Yes")
        .Hears("reach you at").Says("Yes")
        .Hears("regarding").StaysSilent()
        .Hears("regarding").StaysSilent();

    private static async Task<DeskUnderTest> AllowingAsync()
    {
        var desk = await DeskUnderTest.OpenAsync();
        await desk.Services.GetRequiredService<DeskBook>().SaveAsync(desk.Desk with { MayRecord = true, Version = 1 }, Cancel);
        return desk;
    }

    private static async Task<JsonNode> CallAsync(DeskUnderTest desk)
    {
        using var client = new HttpClient { BaseAddress = desk.Reached };
        await ApiTest.ShowsATokenAsync(client, desk.Books);
        return (await client.GetFromJsonAsync<JsonNode>($"/api/v1/desks/{desk.Desk.Name}/calls", Cancel))!["calls"]![0]!;
    }
}
