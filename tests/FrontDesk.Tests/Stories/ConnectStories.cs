using FrontDesk.Calls;
using FrontDesk.Ledger;
using FrontDesk.Simulator;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>The fifth call: the call is returned, with the boss on the line.</summary>
public sealed class ConnectStories
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_boss_texts_3_is_rung_presses_a_key_and_talks()
    {
        await using var desk = await OpenAsync();
        var (boss, danni) = (desk.Telephone("boss"), desk.Telephone("Danni"));

        await boss.Texts("3").GetsText("I will call you now and connect you with Danni Okafor.");
        await boss.PicksUp().Hears("with the call you asked for. Press 1");
        Assert.DoesNotContain(boss.Call.Heard, heard => heard.Text.Contains("Danni", StringComparison.Ordinal));
        await boss.Presses("1");
        await danni.PicksUp().Hears("Danni, I have Margaret Miller calling.");
        await boss.Hears("Calling Danni Okafor").Says("Danni, at last");
        await danni.Hears("at last").HangsUp();
        await boss.Hears("Press 1 if you talked").Presses("1").IsHungUpOn();

        var log = await desk.LogAsync();
        Assert.Equal([Ball.Nobody, Ball.Nobody], log.Select(call => call.Ball));
        Assert.Equal([CallOutcome.TalkedTo, CallOutcome.TalkedTo], log.Select(call => call.Outcome));
        Assert.Equal("+13105550143", log[^1].Number);
        await desk.PassesAsync(TimeSpan.FromHours(3));
    }

    [Fact]
    public async Task B76_a_voicemail_that_answers_is_heard_by_the_boss_who_leaves_word_herself_and_says_so_by_key()
    {
        await using var desk = await OpenAsync(stop: true);
        var boss = desk.Telephone("boss");
        desk.Carrier.Telephone("+13105550143").Behaviour = new Behaviour.Voicemail("This is Danni. Leave a message.", 4) { RingsFor = 6 };
        desk.Expects("+13105550143 was rung");

        await boss.PicksUp().Hears("press 1").Presses("1").Hears("3 to be connected").Presses("3");
        await boss.Hears("Calling Danni Okafor").Says("It is Margaret, call me");
        await boss.Call.PressAsync("*", Cancel);
        await boss.Hears("Press 1 if you talked, 2 if you left word").Presses("2").IsHungUpOn();

        var log = await desk.LogAsync();
        Assert.Equal(2, log.Count);
        Assert.All(log, call => Assert.Equal((Ball.Theirs, CallOutcome.LeftWord), (call.Ball, call.Outcome)));
        Assert.Contains("It is Margaret, call me", Assert.Single(desk.Carrier.Telephone("+13105550143").Voicemails).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "does not answer")]
    [InlineData(true, "is busy")]
    public async Task A_party_who_is_not_reached_still_waits_for_the_call(bool busy, string said)
    {
        await using var desk = await OpenAsync(stop: true);
        desk.Carrier.Telephone("+13105550143").Behaviour = busy ? new Behaviour.Busy() : new Behaviour.NoAnswer();
        desk.Expects("+13105550143 was rung");

        await desk.Telephone("boss").PicksUp().Hears("press 1").Presses("1").Hears("3 to be connected").Presses("3").Hears(said).IsHungUpOn();

        Assert.Equal(Ball.Ours, (await desk.LogAsync())[0].Ball);
    }

    [Fact]
    public async Task T80_while_the_two_talk_a_reminder_that_falls_due_is_not_sent()
    {
        await using var desk = await OpenAsync();
        var (boss, danni) = (desk.Telephone("boss"), desk.Telephone("Danni"));
        await desk.PassesAsync(TimeSpan.FromMinutes(14));
        await boss.Texts("3").GetsText("I will call you now");
        await boss.PicksUp().Hears("Press 1").Presses("1");
        await danni.PicksUp();
        await boss.Hears("Calling Danni Okafor").Says("Danni, at last");
        await desk.PassesAsync(TimeSpan.FromMinutes(3));
        await danni.HangsUp();
        await boss.Hears("Press 1 if you talked").Presses("1").IsHungUpOn();
        await desk.PassesAsync(TimeSpan.FromHours(3));

        Assert.Equal(2, desk.Carrier.Telephone(boss.Number).Texts.Count);
    }

    [Fact]
    public async Task B71_whoever_picks_up_and_finds_nobody_there_is_told_so_and_still_waits_for_the_call()
    {
        await using var desk = await OpenAsync();
        var (boss, danni) = (desk.Telephone("boss"), desk.Telephone("Danni"));
        await boss.Texts("3").GetsText("I will call you now");
        await boss.PicksUp().Hears("Press 1").Presses("1").HangsUp();

        await danni.PicksUp().IsHungUpOn();

        Assert.Equal(
            ["Danni, I have Margaret Miller calling.", "I'm sorry about that. She'll call you back as soon as she can."],
            danni.Call.Heard.Select(heard => heard.Text));
        Assert.Equal(Ball.Ours, (await desk.LogAsync())[0].Ball);
        await boss.GetsText("ASAP Danni Okafor");
    }

    [Fact]
    public async Task T80_a_boss_who_asked_to_be_connected_and_did_not_pick_up_is_reminded_as_before()
    {
        await using var desk = await OpenAsync();
        await desk.PassesAsync(TimeSpan.FromMinutes(13));
        desk.Expects("was rung and nobody expected it");
        await desk.Telephone("boss").Texts("3").GetsText("I will call you now");

        await desk.PassesAsync(TimeSpan.FromMinutes(4));

        await desk.Telephone("boss").GetsText("ASAP Danni Okafor");
    }

    [Fact]
    public async Task S96_a_number_that_nobody_confirmed_and_a_country_the_desk_may_not_ring_are_not_rung()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var book = desk.Services.GetRequiredService<DeskBook>();
        Assert.Equal(SaveOutcome.Saved, await book.SaveAsync(book.WithId(desk.Desk.Id)! with { Dials = ["44"] }, Cancel));
        await RingsAsync(desk);

        await desk.Telephone("boss").GetsText("ASAP Danni Okafor").Texts("3").GetsText("There is no number I may ring for Danni Okafor.");

        Assert.DoesNotContain(desk.Carrier.Calls, call => call.Direction != CarrierCallDirection.Inbound);
    }

    /// <summary>Danni, whom the boss wants to talk to, has rung, and the boss was told.</summary>
    private static async Task<DeskUnderTest> OpenAsync(bool stop = false)
    {
        var desk = await DeskUnderTest.OpenAsync();
        if (stop)
        {
            await desk.Telephone("boss").Texts("STOP").GetsText("unsubscribed");
        }

        await RingsAsync(desk);
        if (!stop)
        {
            await desk.Telephone("boss").GetsText("ASAP Danni Okafor");
        }

        return desk;
    }

    private static async Task RingsAsync(DeskUnderTest desk) =>
        await desk.Telephone("Danni").Rings().Hears("who's calling").Says("Danni Okafor").Hears("not available").Says("yes").Hears("reach you at").Says("yes").Hears("regarding").Says("the pilot").IsHungUpOn();
}
