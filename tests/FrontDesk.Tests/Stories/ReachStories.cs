using System.Globalization;
using System.Xml.Linq;
using FrontDesk.Ledger;
using FrontDesk.Reach;
using FrontDesk.Simulator;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Reach;
using FrontDesk.Web.Sheet;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>R4: somebody the boss wants to talk to holds while her phones are tried. Only a pressed key counts.</summary>
public sealed class ReachStories
{
    [Theory]
    [InlineData(ReachWay.AtOnce)]
    [InlineData(ReachWay.InOrder)]
    public async Task The_boss_takes_it_on_the_first_phone_and_the_others_stop_ringing(ReachWay way)
    {
        await using var house = await ReachHouse.OpenAsync(way);
        await house.DanniHoldsAsync();

        var cell = house.Cell.PicksUp().Hears("with a call for you. Press 1");
        await cell;
        Assert.DoesNotContain(house.Cell.Call.Heard, heard => heard.Text.Contains("Danni", StringComparison.OrdinalIgnoreCase));
        await house.Cell.Presses("1").Hears("DAN-ee oh-KAH-for").Presses("1");
        await house.Danni.Hears("I have her for you").Says("It is Danni");
        await house.Cell.Hears("It is Danni").Says("At last").HangsUp();
        await house.Danni.IsHungUpOn();

        Assert.Empty(house.RingingNow());
        var call = await house.Desk.OnlyCallAsync();
        Assert.Equal(Ball.Nobody, call.Ball);
        Assert.Equal("cell taken", (await house.ProofAsync())[0]);
        await house.Desk.PassesAsync(TimeSpan.FromHours(2));
        Assert.All((await house.ProofAsync()).Skip(1), proof => Assert.EndsWith("calledOff", proof, StringComparison.Ordinal));
        Assert.Equal(PhonesSaw.Of(house), await PhonesSaw.OnTheSheetAsync(house));
    }

    [Fact]
    public async Task The_boss_takes_it_on_the_third_phone()
    {
        await using var house = await ReachHouse.OpenAsync(ReachWay.InOrder);
        await house.DanniHoldsAsync();

        await house.Car.PicksUp().Hears("Press 1").Presses("1").Hears("DAN-ee").Presses("1");
        await house.Danni.Hears("I have her for you");
        await house.Car.Hears("").HangsUp();
        await house.Danni.IsHungUpOn();

        Assert.Equal(["cell noAnswer", "home noAnswer", "car taken"], await house.ProofAsync());
        Assert.Equal(PhonesSaw.Of(house), await PhonesSaw.OnTheSheetAsync(house));
    }

    [Fact]
    public async Task B63_of_two_keys_pressed_at_one_moment_the_first_has_the_call_and_the_other_hears_that_it_is_taken()
    {
        await using var house = await BothAreToldAsync();

        await Task.WhenAll(house.Cell.Call.PressAsync("1", ReachHouse.Cancel), house.Home.Call.PressAsync("1", ReachHouse.Cancel));
        await house.Danni.Hears("I have her for you");

        StoryPhone[] both = [house.Cell, house.Home];
        var taken = both.Single(phone => phone.Call.Heard.Any(heard => heard.Text.Contains("Connecting", StringComparison.Ordinal)));
        await OnlyOneHasItAsync(house, taken, late: both.Single(phone => phone != taken));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(50, true)]
    [InlineData(50, false)]
    [InlineData(99, true)]
    [InlineData(99, false)]
    public async Task B63_of_two_keys_within_a_tenth_of_a_second_the_earlier_one_has_the_call(int milliseconds, bool cellIsFirst)
    {
        await using var house = await BothAreToldAsync();
        var (first, second) = cellIsFirst ? (house.Cell, house.Home) : (house.Home, house.Cell);

        await first.Call.PressAsync("1", ReachHouse.Cancel);
        await house.Desk.PassesAsync(TimeSpan.FromMilliseconds(milliseconds));
        await second.Call.PressAsync("1", ReachHouse.Cancel);
        await house.Danni.Hears("I have her for you");

        var keys = new[] { first, second }.Select(phone => phone.Call.Transcript.Lines.Last(line => line.Kind == TranscriptKind.Pressed).At).ToList();
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), keys[1] - keys[0]);
        await OnlyOneHasItAsync(house, first, second);
    }

    [Fact]
    public async Task B69_a_caller_who_has_gone_is_told_of_to_whoever_pressed_a_key()
    {
        await using var house = await ReachHouse.OpenAsync(ReachWay.AtOnce);
        await house.DanniHoldsAsync();
        await house.Cell.PicksUp().Hears("Press 1").Presses("1").Hears("DAN-ee");

        await house.Danni.HangsUp();
        await house.Cell.Presses("1").IsHungUpOn();

        Assert.Contains("no longer holding", house.Cell.Call.Heard[^1].Text, StringComparison.Ordinal);
        Assert.Contains("3 1 0, 5 5 5, 0 1 4 3", house.Cell.Call.Heard[^1].Text, StringComparison.Ordinal);
        Assert.Equal(["cell screened", "home calledOff", "car calledOff"], (await house.ProofAsync()).Take(3));
        Assert.Equal(Ball.Ours, (await house.Desk.OnlyCallAsync()).Ball);
    }

    [Fact]
    public async Task B69_a_caller_who_hangs_up_between_the_key_and_the_talk_is_told_of_too()
    {
        await using var house = await ReachHouse.OpenAsync(ReachWay.AtOnce);
        await house.DanniHoldsAsync();
        await house.Cell.PicksUp().Hears("Press 1").Presses("1").Hears("DAN-ee").Presses("1");

        await house.Danni.HangsUp();
        await house.Cell.IsHungUpOn();

        Assert.Contains("no longer holding", house.Cell.Call.Heard[^1].Text, StringComparison.Ordinal);
        Assert.Equal(Ball.Ours, (await house.Desk.OnlyCallAsync()).Ball);
    }

    [Fact]
    public async Task A_boss_who_presses_1_and_hangs_up_leaves_nobody_waiting_in_an_empty_room()
    {
        await using var house = await ReachHouse.OpenAsync(ReachWay.AtOnce);
        await house.DanniHoldsAsync();
        await house.Cell.PicksUp().Hears("Press 1").Presses("1").Hears("DAN-ee").Presses("1").HangsUp();

        await house.Danni.Hears("not available").Says("yes").Hears("reach you at").Says("yes").Hears("regarding").Says("the lease").IsHungUpOn();

        Assert.Equal((Ball.Ours, "the lease"), ((await house.Desk.OnlyCallAsync()).Ball, (await house.Desk.OnlyCallAsync()).Regarding));
    }

    [Fact]
    public async Task A_caller_who_talked_to_her_and_comes_back_by_the_fallback_is_not_shut_in_the_room_alone()
    {
        await using var house = await ReachHouse.OpenAsync(ReachWay.AtOnce);
        await house.DanniHoldsAsync();
        await house.Cell.PicksUp().Hears("Press 1").Presses("1").Hears("DAN-ee").Presses("1");
        await house.Danni.Hears("I have her for you").Says("It is Danni");
        await house.Cell.Hears("It is Danni");

        // The carrier lost what we said after the talk: it asks at the fallback address, and holds as that says.
        var fallback = await house.Desk.PostAsync(house.Desk.Webhook("/twilio/voice/fallback", house.Danni.Call.CallSid, ("ErrorCode", "11200")));
        var beat = new Uri(XDocument.Parse(fallback).Descendants("Redirect").Single().Value).PathAndQuery;
        var held = await house.Desk.PostAsync(house.Desk.Webhook(beat, house.Danni.Call.CallSid));

        Assert.Contains("<Hangup/>", held, StringComparison.Ordinal);
        Assert.DoesNotContain("<Conference", held, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_rang_again_before_the_desk_was_told_that_they_had_talked_is_still_owed()
    {
        await using var house = await ReachHouse.OpenAsync(ReachWay.AtOnce);
        house.Desk.Expects("got texts nobody expected");
        await house.DanniHoldsAsync();
        await house.Cell.PicksUp().Hears("Press 1").Presses("1").Hears("DAN-ee").Presses("1").HangsUp();
        await house.Danni.HangsUp();
        var talked = house.Desk.Clock.GetUtcNow();
        await house.Desk.PassesAsync(TimeSpan.FromMinutes(2));
        await house.Danni.Rings().Hears("who's calling").HangsUp();

        var reach = await house.Desk.Books.ReadAsync(look => look.FirstOrDefaultAsync<Guid?>("select id from reaches order by began_at"), ReachHouse.Cancel);
        await house.Desk.PostAsync(house.Desk.Webhook(
            $"/twilio/reach/room?reach={reach:N}", house.Danni.Call.CallSid, ("StatusCallbackEvent", "conference-start"), ("Timestamp", talked.ToString("r", CultureInfo.InvariantCulture))));

        var calls = (await house.Desk.LogAsync()).OrderBy(call => call.ReceivedAt).Select(call => call.Ball);
        Assert.Equal([Ball.Nobody, Ball.Ours], calls);
    }

    [Fact]
    public async Task C32_and_C33_the_phones_ring_for_one_caller_twice_an_hour_and_the_third_time_the_caller_cannot_tell()
    {
        await using var house = await ReachHouse.OpenAsync(ReachWay.AtOnce);
        house.AllBusy();
        var heard = new List<int>();
        for (var call = 0; call < 3; call++)
        {
            await house.DanniHoldsAsync();
            await house.Danni.Hears("not available").HangsUp();
            heard.Add(house.CallOfDanni().Count(word => word.What.Contains("One moment", StringComparison.Ordinal)));
        }

        Assert.Equal(heard[0], heard[2]);
        Assert.NotEqual(0, heard[0]);
        Assert.Equal(2, house.Desk.Carrier.Telephone("+13105550103").Calls.Count(call => call.Transcript.Lines.Count > 0 && house.IsChase(call)));
    }

    [Fact]
    public async Task What_each_phone_did_stands_on_the_sheet_and_on_the_call_s_page_and_in_the_API()
    {
        await using var house = await ReachHouse.OpenAsync(ReachWay.AtOnce);
        house.Desk.Carrier.Telephone("+13105550102").Behaviour = new Behaviour.Busy();
        await house.DanniIsNotPutThroughAsync();
        await house.Desk.PassesAsync(TimeSpan.FromMinutes(2));

        var proof = house.Desk.Services.GetRequiredService<ReachProof>();
        var call = await house.Desk.OnlyCallAsync();
        var tried = await proof.OfOwedAsync(house.Desk.Desk.Id, ReachHouse.Cancel);

        Assert.Equal(
            "Tried cell, car: no answer; home: busy. Word afterwards home: busy; car: no answer",
            ReachWords.Summary(tried[call.Id]));
        Assert.Equal(tried[call.Id], await proof.OfCallAsync(call.Id, ReachHouse.Cancel));
        Assert.Equal(tried[call.Id].OrderBy(attempt => (attempt.At, attempt.Id)), await proof.SinceAsync(house.Desk.Desk.Id, new LogPlace(DateTimeOffset.UnixEpoch, Guid.Empty), 100, ReachHouse.Cancel));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_quiet_hours_the_phones_ring_for_somebody_who_may_wake_the_boss_and_the_caller_cannot_tell(bool wakes)
    {
        await using var house = await ReachHouse.OpenAsync(ReachWay.AtOnce);
        await house.NightAsync(wakes);
        house.AllBusy();
        await house.DanniIsNotPutThroughAsync();

        Assert.Contains(house.CallOfDanni(), word => word.What.Contains("Let me see", StringComparison.Ordinal));
        Assert.Equal(wakes ? 1 : 0, house.Desk.Carrier.Telephone("+13105550103").Calls.Count(house.IsChase));
        Assert.Equal(wakes, (await house.ProofAsync()).Count > 0);
    }

    [Fact]
    public async Task A_stranger_s_call_rings_no_phone_and_nobody_holds()
    {
        await using var house = await ReachHouse.OpenAsync(ReachWay.AtOnce);

        await house.Desk.Telephone("stranger").Rings().Hears("who's calling").Says("Paula Reyes").Hears("not available").HangsUp();

        Assert.DoesNotContain(house.Desk.Telephone("stranger").Call.Heard, heard => heard.Text.Contains("Let me see", StringComparison.Ordinal));
        Assert.Empty(await house.ProofAsync());
    }

    [Fact]
    public async Task A_matter_in_progress_that_is_named_at_last_is_worth_a_try()
    {
        await using var house = await ReachHouse.OpenAsync(ReachWay.AtOnce);
        await house.MatterAsync("Big Merger", "merger");
        await house.Desk.Telephone("John").Rings()
            .Hears("who's calling").Says("John Smith")
            .Hears("not available").Says("yes")
            .Hears("reach you at").Says("yes")
            .Hears("regarding").Says("the big merger");

        await house.Cell.PicksUp().Hears("Press 1").Presses("1").Hears("John Smith").Presses("2").IsHungUpOn();
        await house.Desk.Telephone("John").IsHungUpOn();

        Assert.Contains(house.Cell.Call.Heard, heard => heard.Text.Contains("Regarding the big merger", StringComparison.Ordinal));
        Assert.EndsWith("She'll call you back as soon as she can.", house.Desk.Telephone("John").Call.Heard[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R12_the_boss_comes_last_but_for_a_caller_too_important_not_to_be_called_back()
    {
        await using var house = await ReachHouse.OpenAsync(ReachWay.AtOnce);
        await house.TooImportantAsync("Eleanor Voss", "+13105550146");
        await house.Desk.Telephone("+13105550146").Rings().Hears("who's calling").Says("Eleanor Voss");
        await house.Cell.PicksUp().Hears("Press 1").Presses("1").Hears("Eleanor Voss").Presses("1");

        await house.Desk.Telephone("+13105550146").Hears("I have her for you");
        await house.Cell.Hears("").Says("Eleanor!").HangsUp();
        await house.Desk.Telephone("+13105550146").IsHungUpOn();

        var boss = house.Cell.Call.Transcript.Lines.First(line => line.Text.StartsWith("talks in", StringComparison.Ordinal)).At;
        var connecting = house.Cell.Call.Heard.Single(heard => heard.Text.StartsWith("Connecting", StringComparison.Ordinal));
        Assert.True(boss - (connecting.At + TimeSpan.FromSeconds(connecting.Seconds)) < TimeSpan.FromSeconds(10));
    }

    /// <summary>Danni holds, and two phones have heard who it is.</summary>
    private static async Task<ReachHouse> BothAreToldAsync()
    {
        var house = await ReachHouse.OpenAsync(ReachWay.AtOnce);
        await house.DanniHoldsAsync();
        await house.Cell.PicksUp().Hears("Press 1").Presses("1").Hears("DAN-ee");
        await house.Home.PicksUp().Hears("Press 1").Presses("1").Hears("DAN-ee");
        return house;
    }

    private static async Task OnlyOneHasItAsync(ReachHouse house, StoryPhone taken, StoryPhone late)
    {
        await late.IsHungUpOn();
        Assert.Contains("That call is taken", late.Call.Heard[^1].Text, StringComparison.Ordinal);
        Assert.Contains(taken.Call.Heard, heard => heard.Text.Contains("Connecting", StringComparison.Ordinal));
        await taken.HangsUp();
        await house.Danni.IsHungUpOn();
        Assert.Equal(PhonesSaw.Of(house), await PhonesSaw.OnTheSheetAsync(house));
    }
}
