using FrontDesk.Brief;
using FrontDesk.Ledger;
using FrontDesk.Tests.Sheet;
using FrontDesk.Tests.Stores;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Brief;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>R6: the boss phones the desk's own line.</summary>
public sealed class BriefStories
{
    private const string Pin = "907155";

    [Fact]
    public async Task The_boss_phones_in_keys_the_PIN_and_hears_the_names_in_order_in_seconds()
    {
        await using var desk = await OpenAsync();
        var boss = desk.Telephone("boss");
        await boss.Rings().Hears("Your PIN, please").Presses($"{Pin}#").Hears("1 ASAP.").StaysSilent().Hears("John Smith, merger").StaysSilent().Hears("That's all").StaysSilent().IsHungUpOn();

        var told = boss.Call.Heard.SkipWhile(heard => !heard.Text.Contains("ASAP", StringComparison.Ordinal)).ToList();
        Assert.StartsWith("Danni Okafor", told[1].Text, StringComparison.Ordinal);
        Assert.True(told[1].At.AddSeconds(told[1].Seconds) - told[0].At <= TimeSpan.FromSeconds(SpokenBrief.FirstName));
        Assert.All(told, clause => Assert.True(clause.Seconds <= SpokenBrief.LongestClause, clause.Text));
    }

    [Fact]
    public async Task Five_ASAP_calls_are_through_within_fifteen_seconds_by_the_carrier_s_clock()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await SetPinAsync(desk);
        string[] names = ["Siân Pritchard", "María del Carmen Villanueva y Ortega", "Bartholomew Featherstonehaugh", "Nguyễn Thị Minh Khai", "Ann Bell"];
        foreach (var (place, name) in names.Index())
        {
            var number = $"+131055501{20 + place}";
            await desk.Books.RingsAsync(desk.Desk, new SeedCall
            {
                Id = Some.Id(),
                Party = number,
                CallerFrom = number,
                Number = number,
                SaidName = name,
                Regarding = "the second season and what it costs",
                ReceivedAt = DeskUnderTest.MondayMorning.AddMinutes(place - 30),
            });
        }

        await desk.Books.WriteAsync(work => work.ExecuteAsync("update calls set assistant_code = 1, assistant_by = 'Jamie', assistant_why = 'so'"), DeskUnderTest.Cancel);
        var boss = desk.Telephone("boss");
        await boss.Rings().Hears("PIN").Presses($"{Pin}#").Hears("5 ASAP. Siân Pritchard").StaysSilent().Hears("María").StaysSilent().Hears("Bartholomew").StaysSilent().Hears("Nguyễn").StaysSilent().Hears("Ann Bell").HangsUp();

        var told = boss.Call.Heard.SkipWhile(heard => !heard.Text.Contains("ASAP", StringComparison.Ordinal)).ToList();
        Assert.True(told[^1].At.AddSeconds(told[^1].Seconds) - told[0].At <= TimeSpan.FromSeconds(SpokenBrief.FiveAsap), boss.Call.Transcript.ToString());
    }

    [Fact]
    public async Task The_boss_s_own_call_is_on_the_log_and_not_on_the_sheet()
    {
        await using var desk = await OpenAsync();
        await desk.Telephone("boss").Rings().Hears("PIN").Presses($"{Pin}#").Hears("Danni").HangsUp();
        var own = Assert.Single(await desk.LogOnceAsync(log => log.Any(IsOwnAndOver)), IsOwnAndOver);
        Assert.Equal(("Margaret Miller", "the brief", Ball.Nobody), (own.SaidName, own.Regarding, own.Ball));

        static bool IsOwnAndOver(CallOnTheLog call) => call.CallerFrom == "+13105550101" && call.EndedAt is not null;
    }

    [Fact]
    public async Task Three_marks_what_was_just_read_and_more_gives_the_number()
    {
        await using var desk = await OpenAsync();
        await desk.Telephone("boss").Rings().Hears("PIN").Presses($"{Pin}#").Hears("Danni").Presses("3").Hears("Returned. And 1 more. Sometime: John Smith").Presses("2").Hears("0 1 4 2").HangsUp();
        var log = await desk.LogAsync();
        Assert.Equal(Ball.Nobody, log.Single(call => call.CallerFrom == "+13105550143").Ball);
        Assert.Equal(Ball.Ours, log.Single(call => call.CallerFrom == "+13105550142").Ball);
    }

    [Fact]
    public async Task B67_when_the_line_drops_the_place_is_kept()
    {
        await using var desk = await OpenAsync();
        var boss = desk.Telephone("boss");
        await boss.Rings().Hears("PIN").Presses($"{Pin}#").Hears("Danni").Presses("9").Hears("John Smith").HangsUp();
        await boss.Rings().Hears("PIN").Presses($"{Pin}#").Hears("We were at John Smith").StaysSilent().Hears("John Smith, merger").HangsUp();
        await boss.Rings().Hears("PIN").Presses($"{Pin}#").Hears("start over").Presses("1").Hears("1 ASAP. Danni").HangsUp();
    }

    [Fact]
    public async Task B65_from_an_unlisted_phone_the_star_leads_to_the_PIN_and_only_the_PIN_to_the_brief()
    {
        await using var desk = await OpenAsync();
        await desk.Telephone("stranger").Rings().Hears("who's calling").Presses("*#").Hears("Your PIN").Presses($"{Pin}#").Hears("1 ASAP. Danni").HangsUp();
        await desk.Withheld().Rings().Hears("who's calling").Presses("*#").Hears("Your PIN").Presses("111222#").Hears("not it").StaysSilent().Hears("your name").HangsUp();
    }

    [Fact]
    public async Task Somebody_else_with_the_boss_s_phone_in_hand_is_answered_like_anybody()
    {
        await using var desk = await OpenAsync();
        await desk.Telephone("boss").Rings().Hears("PIN").StaysSilent().Hears("who's calling").Says("this is Paula Reyes").Hears("not available").HangsUp();
        Assert.Contains(await desk.LogAsync(), call => call is { SaidName: "Paula Reyes", Ball: Ball.Ours });
    }

    [Fact]
    public async Task B66_three_wrong_PINs_and_the_call_is_anybody_s_the_boss_is_told_and_a_quarter_of_an_hour_later_all_is_well()
    {
        await using var desk = await OpenAsync();
        var boss = desk.Telephone("boss");
        await boss.Rings().Hears("PIN").Presses("111222#").Hears("not it").Presses("111223#").Hears("not it").Presses("111224#").Hears("who's calling").HangsUp();
        await desk.PassesAsync(TimeSpan.FromSeconds(30));
        await boss.GetsText("3 wrong PINs on your line");
        await boss.Rings().Hears("PIN").Presses($"{Pin}#").Hears("I can't take a PIN from this phone now").HangsUp();
        await desk.PassesAsync(PinDoor.LongestForTheBoss);
        await boss.GetsText("ASAP Danni");
        await boss.Rings().Hears("PIN").Presses($"{Pin}#").Hears("Danni").HangsUp();
    }

    [Fact]
    public async Task S102_the_PIN_stands_in_no_address_and_nowhere_in_the_books()
    {
        await using var desk = await OpenAsync();
        await desk.Telephone("boss").Rings().Hears("PIN").Presses($"{Pin}#").Hears("Danni").HangsUp();
        var sid = desk.NewSid();
        var asked = await desk.PostAsync(desk.Webhook("/twilio/brief/pin?attempt=1", sid, ("Digits", Pin)));
        Assert.DoesNotContain(Pin, asked, StringComparison.Ordinal);
        Assert.True(await desk.IsWrittenAnywhereAsync(sid));
        Assert.False(await desk.IsWrittenAnywhereAsync(Pin));
    }

    [Fact]
    public async Task S89_a_key_delivered_twice_is_obeyed_once()
    {
        await using var desk = await OpenAsync();
        var sid = desk.NewSid();
        var first = await desk.PostAsync(desk.Webhook("/twilio/brief/pin?attempt=1", sid, ("Digits", Pin)));
        Assert.Equal(first, await desk.PostAsync(desk.Webhook("/twilio/brief/pin?attempt=1", sid, ("Digits", Pin))));
        var pressed = await desk.PostAsync(desk.Webhook("/twilio/brief/key?turn=1", sid, ("Digits", "3")));
        Assert.Contains("Returned.", pressed, StringComparison.Ordinal);
        Assert.Equal(pressed, await desk.PostAsync(desk.Webhook("/twilio/brief/key?turn=1", sid, ("Digits", "3"))));
        Assert.Equal(1, (await desk.LogAsync()).Count(call => call.CallerFrom == "+13105550142" && call.Ball == Ball.Ours));
        Assert.Contains("Returned.", await desk.PostAsync(desk.Webhook("/twilio/voice/fallback", sid, ("ErrorCode", "11200"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R9_a_caller_hears_the_same_whether_there_is_a_PIN_or_not()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var before = await desk.PostAsync(desk.Ringing(desk.NewSid()));
        await SetPinAsync(desk);
        Assert.Equal(before, await desk.PostAsync(desk.Ringing(desk.NewSid())));
    }

    [Fact]
    public async Task A_desk_without_a_PIN_answers_the_boss_s_phone_as_before()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await desk.Telephone("boss").Rings().Hears("who's calling").Presses("*#").Hears("name").HangsUp();
    }

    [Fact]
    public async Task B66_guessing_over_the_wire_gets_nobody_in_and_the_boss_s_phone_still_does()
    {
        await using var desk = await OpenAsync();
        for (var guess = 0; guess < 150; guess++)
        {
            var said = await desk.PostAsync(Guess(desk, $"+1212555{100 + (guess % 50):0000}", guess == 77 ? Pin : $"{700_000 + guess}"));
            Assert.DoesNotContain("Danni", said, StringComparison.Ordinal);
        }

        var boss = desk.Telephone("boss");
        await desk.PassesAsync(TimeSpan.FromSeconds(30));
        await boss.GetsText("wrong PINs on your line. Every phone but yours");
        await boss.Rings().Hears("PIN").Presses($"{Pin}#").Hears("Danni").HangsUp();
    }

    [Fact]
    public async Task Five_texted_is_the_sheet_in_a_text()
    {
        await using var desk = await OpenAsync();
        await desk.Telephone("boss").Texts("5").GetsText("FrontDesk: 2 to return. 1) ASAP Danni Okafor 310-555-0143");
    }

    private static SignedRequest Guess(DeskUnderTest desk, string from, string pin)
    {
        var request = desk.Webhook("/twilio/brief/pin?attempt=1", desk.NewSid(), ("Digits", pin));
        return request with { Fields = [.. request.Fields.Where(field => field.Name != "From"), ("From", from)] };
    }

    /// <summary>Danni, whom the boss wants to talk to, and John have rung; the boss has had the reminder.</summary>
    private static async Task<DeskUnderTest> OpenAsync()
    {
        var desk = await DeskUnderTest.OpenAsync();
        await SetPinAsync(desk);
        await desk.Telephone("John").Rings().Hears("who's calling").Says("John Smith").Hears("return").Says("yes").Hears("reach you at").Says("yes").Hears("regarding").Says("the merger").IsHungUpOn();
        await desk.Telephone("Danni").Rings().Hears("who's calling").HangsUp();
        await desk.Telephone("boss").GetsText("ASAP Danni Okafor");
        return desk;
    }

    private static async Task SetPinAsync(DeskUnderTest desk) => Assert.Null(await desk.Services.GetRequiredService<PinBook>().SetAsync(desk.Desk, Pin, DeskUnderTest.Cancel));
}
