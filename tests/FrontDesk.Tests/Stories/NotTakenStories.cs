using FrontDesk.Ledger;
using FrontDesk.Reach;
using FrontDesk.Simulator;
using FrontDesk.Tests.Support;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>R9: whatever the boss does or does not do, a caller who is not put through hears the same, to the tick of the clock; and the proof says what the phones saw.</summary>
public sealed class NotTakenStories
{
    private static readonly Behaviour Voicemail = new Behaviour.Voicemail("You have reached the boss. Leave a message.", 6);

    private static readonly Dictionary<string, Func<ReachHouse, Task>> Left = new(StringComparer.Ordinal)
    {
        ["busy on each"] = house => Do(house.AllBusy),
        ["off, all of them"] = house => Do(house.AllOff),
        ["voicemail on each"] = house => Do(() => house.All(Voicemail)),
        ["voicemail on the first"] = house => Do(() => house.Only("cell", Voicemail)),
        ["voicemail on the second"] = house => Do(() => house.Only("home", Voicemail)),
        ["voicemail on the third"] = house => Do(() => house.Only("car", Voicemail)),
        ["a screening robot on each"] = house => Do(() => house.All(new Behaviour.ScreeningRobot())),
        ["a screening robot on the first"] = house => Do(() => house.Only("cell", new Behaviour.ScreeningRobot())),
        ["a screening robot on the second"] = house => Do(() => house.Only("home", new Behaviour.ScreeningRobot())),
        ["a screening robot on the third"] = house => Do(() => house.Only("car", new Behaviour.ScreeningRobot())),
        ["dead air on each"] = house => Do(() => house.All(new Behaviour.DeadAir())),
        ["asleep"] = house => house.Desk.PassesAsync(TimeSpan.FromHours(14)),
    };

    private static readonly Dictionary<string, Func<StoryPhone, StoryPhone>> Pressed = new(StringComparer.Ordinal)
    {
        ["declines"] = phone => phone.Hears("Press 1").Presses("1").Hears("DAN-ee").Presses("2").IsHungUpOn(),
        ["will call back"] = phone => phone.Hears("Press 1").Presses("1").Hears("DAN-ee").Presses("3").IsHungUpOn(),
        ["hears who it is and presses nothing"] = phone => phone.Hears("Press 1").Presses("1").Hears("DAN-ee").IsHungUpOn(),
        ["picks up and presses nothing"] = phone => phone.Hears("Press 1").IsHungUpOn(),
        ["picks up and hangs up"] = phone => phone.Hears("Press 1").HangsUp(),
    };

    public static TheoryData<ReachWay, string> WhatIsLeft => [.. Ways(Left.Keys)];

    public static TheoryData<ReachWay, string> WhatIsPressed => [.. Ways(Pressed.Keys)];

    [Theory]
    [MemberData(nameof(WhatIsLeft))]
    public async Task However_the_boss_has_left_her_phones_the_caller_s_call_is_the_same_to_the_tick(ReachWay way, string behaviour)
    {
        await using var house = await ReachHouse.OpenAsync(way);
        await Left[behaviour](house);
        await house.DanniIsNotPutThroughAsync();

        await TheSameAsUnansweredAsync(way, house);
        Assert.Equal(behaviour == "asleep", PhonesSaw.Of(house).Count == 0);
    }

    [Theory]
    [MemberData(nameof(WhatIsPressed))]
    public async Task B70_a_boss_who_says_no_or_nothing_gives_nothing_away(ReachWay way, string behaviour)
    {
        await using var house = await ReachHouse.OpenAsync(way);
        await house.DanniHoldsAsync();
        await Pressed[behaviour](house.Cell.PicksUp());
        await house.DanniGoesOnAsync();

        await TheSameAsUnansweredAsync(way, house);
        Assert.Equal(Ball.Ours, (await house.Desk.OnlyCallAsync()).Ball);
    }

    [Fact]
    public async Task The_third_phone_declines_and_the_caller_cannot_tell()
    {
        await using var house = await ReachHouse.OpenAsync(ReachWay.InOrder);
        await house.DanniHoldsAsync();
        await Pressed["declines"](house.Car.PicksUp());
        await house.DanniGoesOnAsync();

        await TheSameAsUnansweredAsync(ReachWay.InOrder, house);
        Assert.Equal(["cell noAnswer", "home noAnswer", "car declined"], (await house.ProofAsync()).Take(3));
    }

    [Theory]
    [InlineData(ReachWay.AtOnce, false)]
    [InlineData(ReachWay.AtOnce, true)]
    [InlineData(ReachWay.InOrder, false)]
    [InlineData(ReachWay.InOrder, true)]
    public async Task A_caller_who_has_gone_before_the_key_heard_what_everybody_hears_until_then(ReachWay way, bool pickedUp)
    {
        await using var house = await ReachHouse.OpenAsync(way);
        await house.DanniHoldsAsync();
        if (pickedUp)
        {
            await house.Cell.PicksUp().Hears("Press 1").Presses("1").Hears("DAN-ee");
        }

        await house.Desk.PassesAsync(TimeSpan.FromSeconds(4));
        await house.Danni.HangsUp();
        Assert.Empty(house.RingingNow());
        if (pickedUp)
        {
            await house.Cell.Presses("1").IsHungUpOn();
            Assert.Contains("no longer holding", house.Cell.Call.Heard[^1].Text, StringComparison.Ordinal);
        }

        var heard = house.CallOfDanni().TakeWhile(word => !word.What.Contains("hangs up", StringComparison.Ordinal)).ToList();
        Assert.Contains(heard, word => word.What.Contains("Let me see", StringComparison.Ordinal));
        Assert.Equal((await UnansweredAsync(way)).Take(heard.Count), heard);
        await house.Desk.PassesAsync(TimeSpan.FromMinutes(3));
        Assert.Equal(PhonesSaw.Of(house), await PhonesSaw.OnTheSheetAsync(house));
    }

    [Fact]
    public async Task R60_word_is_left_on_every_phone_after_the_beep_and_texted_where_it_can_be_read()
    {
        await using var house = await ReachHouse.OpenAsync(ReachWay.AtOnce);
        house.Only("home", new Behaviour.Voicemail("You have reached the house. Leave a message.", 6));
        house.Only("car", new Behaviour.Voicemail("This is the car.", 3, Beep: false));

        await house.DanniIsNotPutThroughAsync();
        await house.Cell.GetsText("FrontDesk: ASAP Danni Okafor 310-555-0143");
        await house.Desk.PassesAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(["cell noAnswer", "home screened", "car screened", "home leftWord", "car leftWord"], await house.ProofAsync());
        Assert.Contains("DAN-ee oh-KAH-for. Rang at 10:00 AM", house.Desk.Carrier.Telephone("+13105550102").Voicemails[^1].Words, StringComparison.Ordinal);
        Assert.DoesNotContain(house.Desk.Carrier.Telephone("+13105550102").Voicemails[0].Message, heard => heard.Text.Contains("DAN-ee", StringComparison.Ordinal));
        Assert.Equal(2, house.Desk.Carrier.Telephone("+13105550103").Voicemails[^1].Words.Split("DAN-ee").Length - 1);
    }

    private static async Task TheSameAsUnansweredAsync(ReachWay way, ReachHouse house)
    {
        Assert.Equal(await UnansweredAsync(way), house.CallOfDanni());
        // Word is left meanwhile.
        await house.Desk.PassesAsync(TimeSpan.FromMinutes(3));
        Assert.Equal(PhonesSaw.Of(house), await PhonesSaw.OnTheSheetAsync(house));
    }

    /// <returns>The caller's call where three phones ring and nobody is there.</returns>
    private static async Task<IReadOnlyList<(string What, TimeSpan After)>> UnansweredAsync(ReachWay way)
    {
        await using var house = await ReachHouse.OpenAsync(way);
        await house.DanniIsNotPutThroughAsync();
        Assert.Equal(["cell noAnswer", "home noAnswer", "car noAnswer"], (await house.ProofAsync()).Take(3));
        var heard = house.CallOfDanni();
        Assert.Contains(heard, word => word.What.Contains("not available", StringComparison.Ordinal));
        await house.Desk.PassesAsync(TimeSpan.FromMinutes(3));
        Assert.Equal(PhonesSaw.Of(house), await PhonesSaw.OnTheSheetAsync(house));
        return heard;
    }

    private static IEnumerable<TheoryDataRow<ReachWay, string>> Ways(IEnumerable<string> behaviours) =>
        behaviours.SelectMany(behaviour => new[] { new TheoryDataRow<ReachWay, string>(ReachWay.AtOnce, behaviour), new TheoryDataRow<ReachWay, string>(ReachWay.InOrder, behaviour) });

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
