using FrontDesk.Ledger;
using FrontDesk.Simulator;
using FrontDesk.Tests.Support;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>Somebody the boss wants to talk to rings, and the boss hears of it.</summary>
public sealed class ReminderStories
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_call_to_be_returned_at_once_is_texted_at_once_and_chased_until_the_boss_says_1()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var boss = desk.Telephone("boss");
        await DanniRingsAsync(desk);
        await boss.GetsText("FrontDesk: ASAP Danni Okafor 310-555-0143");
        await desk.PassesAsync(14 * Minute);
        Assert.Single(Texts(desk));
        await desk.PassesAsync(2 * Minute);
        await boss.GetsText("ASAP Danni Okafor");
        await desk.PassesAsync(15 * Minute);
        await boss.GetsText("ASAP Danni Okafor");

        await boss.Texts("1").GetsText("Danni Okafor is marked as returned.");
        await desk.PassesAsync(TimeSpan.FromHours(3));

        Assert.Equal(Ball.Nobody, (await desk.OnlyCallAsync()).Ball);
        Assert.Equal(4, Texts(desk).Count);
    }

    [Fact]
    public async Task The_end_of_a_call_is_never_told_and_the_boss_hears_of_it_within_a_quarter_of_an_hour()
    {
        await using var desk = await DeskUnderTest.OpenAsync(new Mischief { VoiceStatus = new WebhookMischief { Lost = 1 } });
        desk.Expects(" 15003");
        desk.Expects(" 11205");
        await DanniRingsAsync(desk);
        Assert.Empty(Texts(desk));
        await desk.PassesAsync(15 * Minute);

        await desk.Telephone("boss").GetsText("FrontDesk: ASAP Danni Okafor 310-555-0143");
        Assert.NotNull((await desk.OnlyCallAsync()).EndedAt);
    }

    [Fact]
    public async Task A_boss_who_says_2_is_left_alone_for_half_an_hour()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var boss = desk.Telephone("boss");
        await DanniRingsAsync(desk);
        await boss.GetsText("ASAP Danni Okafor").Texts("2").GetsText("I will remind you at 10:");
        await desk.PassesAsync(29 * Minute);
        Assert.Equal(2, Texts(desk).Count);
        await desk.PassesAsync(2 * Minute);
        await boss.GetsText("ASAP Danni Okafor");
    }

    [Fact]
    public async Task After_three_snoozes_she_is_reminded_at_the_next_full_hour_since_the_call()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var boss = desk.Telephone("boss");
        await DanniRingsAsync(desk);
        await boss.GetsText("ASAP Danni Okafor");
        for (var snoozes = 0; snoozes < 3; snoozes++)
        {
            await boss.Texts("2").GetsText("I will remind you at");
            await desk.PassesAsync(31 * Minute);
            await boss.GetsText("ASAP Danni Okafor");
        }

        await desk.PassesAsync(26 * Minute);
        Assert.Equal(7, Texts(desk).Count);
        await desk.PassesAsync(2 * Minute);
        await boss.GetsText("ASAP Danni Okafor");
    }

    [Fact]
    public async Task Somebody_who_rings_again_is_reminded_of_although_the_end_of_that_call_is_never_told()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var boss = desk.Telephone("boss");
        await DanniRingsAsync(desk);
        await boss.GetsText("ASAP Danni Okafor");
        desk.Expects(" 11205");
        desk.Expects(" 15003");
        desk.Carrier.Options = desk.Carrier.Options with { Mischief = new Mischief { VoiceStatus = new WebhookMischief { Lost = 1 } } };
        await DanniRingsAsync(desk);

        await desk.PassesAsync(11 * Minute);
        await boss.GetsText("ASAP Danni Okafor");
        await desk.PassesAsync(10 * Minute);
        await boss.GetsText("ASAP Danni Okafor").Texts("2").GetsText("I will remind you at");
        await desk.PassesAsync(29 * Minute);
        Assert.Equal(4, Texts(desk).Count);
        await desk.PassesAsync(2 * Minute);
        await boss.GetsText("ASAP Danni Okafor");
    }

    [Fact]
    public async Task R52_a_boss_who_said_STOP_is_rung_hears_no_name_before_a_key_and_marks_it_by_key()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var boss = desk.Telephone("boss");
        await boss.Texts("STOP").GetsText("You have been unsubscribed");
        await DanniRingsAsync(desk);
        await boss.PicksUp().Hears("press 1");
        Assert.DoesNotContain(boss.Call.Heard, heard => heard.Text.Contains("Danni", StringComparison.OrdinalIgnoreCase));
        await boss.Presses("1").Hears("Danni Okafor, 3 1 0, 5 5 5, 0 1 4 3").Presses("1").IsHungUpOn();
        await desk.PassesAsync(TimeSpan.FromHours(3));
        Assert.Equal(Ball.Nobody, (await desk.OnlyCallAsync()).Ball);
    }

    [Fact]
    public async Task R53_a_text_that_is_not_delivered_is_followed_by_a_call()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var boss = desk.Telephone("boss");
        desk.Carrier.Telephone(boss.Number).TextOutcome = new TextOutcome.Undelivered(30003);
        await DanniRingsAsync(desk);
        await boss.PicksUp().Hears("press 1").Presses("1").Hears("Danni").Presses("2").IsHungUpOn();
        Assert.Empty(Texts(desk));
    }

    [Fact]
    public async Task R54_a_carrier_that_gives_no_receipts_makes_the_desk_ring()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var boss = desk.Telephone("boss");
        desk.Carrier.Telephone(boss.Number).TextOutcome = new TextOutcome.NeverReported();
        await DanniRingsAsync(desk);
        await boss.GetsText("ASAP Danni");
        await boss.PicksUp().Hears("press 1").Presses("1").Hears("Danni").Presses("1").IsHungUpOn();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Voicemail_and_screening_robots_hear_no_name(bool voicemail)
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        desk.Expects("was rung and nobody expected it");
        var boss = desk.Carrier.Telephone(desk.Telephone("boss").Number);
        boss.TextOutcome = new TextOutcome.Undelivered(30003);
        boss.Behaviour = voicemail ? new Behaviour.Voicemail("This is Margaret. Leave a message.", 3) : new Behaviour.ScreeningRobot();
        await DanniRingsAsync(desk);
        await desk.PassesAsync(10 * Minute);
        var heard = string.Join(' ', boss.Calls.SelectMany(call => call.Heard).Select(words => words.Text));
        Assert.Contains("press 1", heard, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Danni", heard, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Ball.Ours, (await desk.OnlyCallAsync()).Ball);
    }

    [Fact]
    public async Task T79_a_reminder_survives_a_restart_for_its_row_is_the_truth_and_the_clock_finds_it()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var boss = desk.Telephone("boss");
        await DanniRingsAsync(desk);
        await boss.GetsText("ASAP Danni");
        await desk.RestartAsync();
        await desk.PassesAsync(16 * Minute);
        await boss.GetsText("ASAP Danni");
    }

    private static async Task DanniRingsAsync(DeskUnderTest desk) => await desk.Telephone("Danni").Rings().Hears("who's calling").HangsUp();

    private static IReadOnlyList<TextSeen> Texts(DeskUnderTest desk) => desk.Carrier.Telephone(desk.Telephone("boss").Number).Texts;
}
