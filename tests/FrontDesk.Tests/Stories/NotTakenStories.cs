using FrontDesk.Ledger;
using FrontDesk.Reach;
using FrontDesk.Simulator;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>R9: whatever the boss does or does not do, a caller who is not put through hears the same, to the tick of the clock; and the proof says what the phones saw.</summary>
public sealed class NotTakenStories
{
    private static readonly string[] Phones = ["cell", "home", "car"];

    [Theory]
    [InlineData(ReachWay.AtOnce)]
    [InlineData(ReachWay.InOrder)]
    public async Task Whatever_the_boss_does_the_caller_hears_the_same_at_the_same_second(ReachWay way)
    {
        var unanswered = await HeardAsync(way, _ => Task.CompletedTask, "noAnswer", "noAnswer", "noAnswer");
        Assert.Contains(unanswered, heard => heard.Said.Contains("not available", StringComparison.Ordinal));

        Assert.Equal(unanswered, await HeardAsync(way, house => Do(house.AllBusy), "busy", "busy", "busy"));
        Assert.Equal(unanswered, await HeardAsync(way, house => Do(house.AllOff), "failed", "failed", "failed"));
        Assert.Equal(unanswered, await HeardAsync(way, house => Do(() => house.All(new Behaviour.Voicemail("You have reached the boss. Leave a message.", 6))), "screened", "screened", "screened"));
        Assert.Equal(unanswered, await HeardAsync(way, house => Do(() => house.All(new Behaviour.ScreeningRobot())), "screened", "screened", "screened"));
        Assert.Equal(unanswered, await HeardAsync(way, house => Do(() => house.All(new Behaviour.DeadAir())), "screened", "screened", "screened"));
        Assert.Equal(unanswered, await HeardAsync(way, house => house.Desk.PassesAsync(TimeSpan.FromHours(14))));
    }

    [Theory]
    [InlineData("2", "declined")]
    [InlineData("3", "callsBack")]
    [InlineData("", "screened")]
    public async Task B70_a_boss_who_says_no_or_nothing_gives_nothing_away(string key, string outcome)
    {
        var unanswered = await HeardAsync(ReachWay.AtOnce, _ => Task.CompletedTask, "noAnswer", "noAnswer", "noAnswer");

        await using var house = await ReachHouse.OpenAsync(ReachWay.AtOnce);
        await house.DanniHoldsAsync();
        await house.Cell.PicksUp().Hears("Press 1").Presses("1").Hears("DAN-ee");
        await (key.Length > 0 ? house.Cell.Presses(key).IsHungUpOn() : house.Cell.IsHungUpOn());
        await house.DanniGoesOnAsync();

        Assert.Equal(unanswered, house.HeardByDanni());
        Assert.Equal($"cell {outcome}", (await house.ProofAsync())[0]);
        Assert.Equal(Ball.Ours, (await house.Desk.OnlyCallAsync()).Ball);
    }

    [Fact]
    public async Task R60_word_is_left_on_every_phone_after_the_beep_and_texted_where_it_can_be_read()
    {
        await using var house = await ReachHouse.OpenAsync(ReachWay.AtOnce);
        house.Desk.Carrier.Telephone("+13105550102").Behaviour = new Behaviour.Voicemail("You have reached the house. Leave a message.", 6);
        house.Desk.Carrier.Telephone("+13105550103").Behaviour = new Behaviour.Voicemail("This is the car.", 3, Beep: false);

        await house.DanniIsNotPutThroughAsync();
        await house.Cell.GetsText("FrontDesk: ASAP Danni Okafor 310-555-0143");
        await house.Desk.PassesAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(["cell noAnswer", "home screened", "car screened", "home leftWord", "car leftWord"], await house.ProofAsync());
        Assert.Contains("DAN-ee oh-KAH-for. Rang at 10:00 AM", house.Desk.Carrier.Telephone("+13105550102").Voicemails[^1].Words, StringComparison.Ordinal);
        Assert.DoesNotContain(house.Desk.Carrier.Telephone("+13105550102").Voicemails[0].Message, heard => heard.Text.Contains("DAN-ee", StringComparison.Ordinal));
        Assert.Equal(2, house.Desk.Carrier.Telephone("+13105550103").Voicemails[^1].Words.Split("DAN-ee").Length - 1);
    }

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    /// <param name="proof">What came of each phone; nothing where none may be rung.</param>
    private static async Task<IReadOnlyList<(string Said, double After)>> HeardAsync(ReachWay way, Func<ReachHouse, Task> state, params string[] proof)
    {
        await using var house = await ReachHouse.OpenAsync(way);
        await state(house);
        await house.DanniIsNotPutThroughAsync();
        Assert.Equal(proof.Length == 0, (await house.ProofAsync()).Count == 0);
        Assert.Equal(Phones.Zip(proof, (phone, outcome) => $"{phone} {outcome}"), (await house.ProofAsync()).Take(proof.Length));
        return house.HeardByDanni();
    }
}
