using FrontDesk.Ledger;
using FrontDesk.Reach;
using FrontDesk.Simulator;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Sheet;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>The carrier's side of a chase going wrong (TWILIO.md §8 R, B): queues, late updates, outages, machines that answer.</summary>
public sealed class CarrierTroubleStories
{
    private static readonly Mischief PartialOutage = new()
    {
        Voice = new WebhookMischief { Lost = 0.25 },
        Rest = new RestMischief { Unavailable = 0.25 },
    };

    [Fact]
    public async Task R50_in_a_partial_outage_calls_are_logged_by_the_fallback_and_reminders_come_late_and_once()
    {
        await using var desk = await DeskUnderTest.OpenAsync(seed: 7);
        desk.Expects(" 11205");
        await desk.Telephone("Danni").Rings().Hears("who's calling").HangsUp();
        await desk.Telephone("boss").GetsText("ASAP Danni Okafor");
        desk.Carrier.Options = desk.Carrier.Options with { Mischief = PartialOutage };
        for (var calls = 0; calls < 9; calls++)
        {
            await RingsThroughAsync(desk.Carrier.Telephone($"+1310555015{calls}"));
            await desk.PassesAsync(TimeSpan.FromMinutes(9));
        }

        desk.Carrier.Options = desk.Carrier.Options with { Mischief = null };
        await desk.PassesAsync(TimeSpan.FromMinutes(10));

        var boss = desk.Telephone("boss");
        // After 15, 30 and 60 minutes.
        await boss.GetsText("ASAP Danni Okafor").GetsText("ASAP Danni Okafor").GetsText("ASAP Danni Okafor");
        Assert.Contains(desk.Carrier.RestTranscript.Lines, line => line.Text.EndsWith("-> 503", StringComparison.Ordinal));
        var log = await desk.LogAsync();
        var lost = desk.Carrier.Transcripts.Where(each => each.To == DeskUnderTest.Line).Where(each => !log.Any(call => call.CallSid == each.Sid)).ToList();
        Assert.All(lost, each => Assert.DoesNotContain(each.Lines, line => line.Text.Contains("-> 200", StringComparison.Ordinal)));
        Assert.Contains(desk.Carrier.Transcripts, each => each.Lines.Any(line => line.Text.Contains("/voice/fallback", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task R56_a_phone_still_in_the_carrier_s_queue_when_another_has_the_call_is_taken_out_of_it_and_never_rings()
    {
        await using var house = await ReachHouse.OpenAsync(ReachWay.AtOnce);
        house.Desk.Carrier.Options = house.Desk.Carrier.Options with { CallsPerSecond = 0.05 };
        await house.DanniHoldsAsync();
        await house.Cell.PicksUp().Hears("Press 1").Presses("1").Hears("DAN-ee").Presses("1");
        await house.Danni.Hears("I have her for you");
        await house.Cell.Hears("").HangsUp();
        await house.Danni.IsHungUpOn();
        await house.Desk.PassesAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(["cell taken", "home calledOff", "car calledOff"], await house.ProofAsync());
        Assert.Empty(house.Desk.Carrier.Telephone("+13105550102").Calls);
        Assert.Empty(house.Desk.Carrier.Telephone("+13105550103").Calls);
        var queued = house.Desk.Carrier.Calls.Where(call => call.To is "+13105550102" or "+13105550103").ToList();
        Assert.Equal([CarrierCallStatus.Canceled, CarrierCallStatus.Canceled], queued.Select(call => call.Status));
    }

    [Fact]
    public async Task R57_calling_off_a_phone_whose_end_we_were_never_told_is_too_late_and_no_error()
    {
        await using var house = await ReachHouse.OpenAsync(ReachWay.AtOnce);
        house.Desk.Expects(" 15003");
        house.Desk.Expects(" 11205");
        house.Only("home", new Behaviour.Busy());
        house.Desk.Carrier.Options = house.Desk.Carrier.Options with { Mischief = new Mischief { VoiceStatus = new WebhookMischief { Lost = 1 } } };
        await house.DanniHoldsAsync();
        await house.Cell.PicksUp().Hears("Press 1").Presses("1").Hears("DAN-ee").Presses("1");
        await house.Danni.Hears("I have her for you");
        await house.Cell.Hears("").HangsUp();
        await house.Danni.IsHungUpOn();

        Assert.Contains(house.Desk.Carrier.RestTranscript.Lines, line => line.Text.EndsWith("-> 400", StringComparison.Ordinal));
        Assert.Equal(["cell taken", "home calledOff", "car calledOff"], await house.ProofAsync());
    }

    [Fact]
    public async Task Word_the_carrier_refused_and_nobody_wants_any_more_is_called_off_and_the_rounds_come_to_rest()
    {
        await using var house = await ReachHouse.OpenAsync(ReachWay.AtOnce);
        house.AllBusy();
        await house.DanniHoldsAsync();
        house.Desk.Carrier.Options = house.Desk.Carrier.Options with { Mischief = new Mischief { Rest = new RestMischief { Unavailable = 1 } } };
        await house.DanniGoesOnAsync();
        await house.Desk.PassesAsync(TimeSpan.FromSeconds(1));
        await house.Desk.Services.GetRequiredService<SheetMarks>().MarkAsync(
            new SheetMark { CallId = (await house.Desk.OnlyCallAsync()).Id, Kind = MarkKind.Returned, By = "Jamie" }, DeskUnderTest.Cancel);

        // A round that always finds something to do would hold up the clock for ever.
        await house.Desk.PassesAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(["cell busy", "home busy", "car busy", "home calledOff", "car calledOff"], await house.ProofAsync());
    }

    [Fact]
    public async Task R61_a_screening_robot_hears_what_it_is_and_no_name_and_the_next_phone_is_rung()
    {
        await using var house = await ReachHouse.OpenAsync(ReachWay.InOrder);
        house.Only("cell", new Behaviour.ScreeningRobot());
        await house.DanniHoldsAsync();
        await house.Home.PicksUp().Hears("Press 1").Presses("1").Hears("DAN-ee").Presses("1");
        await house.Danni.Hears("I have her for you");
        await house.Home.Hears("").HangsUp();
        await house.Danni.IsHungUpOn();

        var robot = house.Desk.Carrier.Telephone("+13105550101").Calls.First(house.IsChase);
        Assert.StartsWith("Your front desk, with a call for you.", robot.Heard[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(robot.Heard, heard => heard.Text.Contains("DAN-ee", StringComparison.Ordinal));
        Assert.Equal(["cell screened", "home taken", "car calledOff"], await house.ProofAsync());
        Assert.Equal(PhonesSaw.Of(house), await PhonesSaw.OnTheSheetAsync(house));
    }

    [Fact]
    public async Task B62_a_voicemail_that_answers_first_wins_nothing_and_the_boss_takes_it_on_another_phone()
    {
        await using var house = await ReachHouse.OpenAsync(ReachWay.AtOnce);
        house.Only("cell", new Behaviour.Voicemail("You have reached the boss. Leave a message.", 3) { RingsFor = 0.5 });
        await house.DanniHoldsAsync();
        await house.Desk.PassesAsync(TimeSpan.FromSeconds(5));
        Assert.NotEqual(PhoneCallState.Ringing, Assert.Single(house.Desk.Carrier.Telephone("+13105550101").Calls).State);
        await house.Car.PicksUp().Hears("Press 1").Presses("1").Hears("DAN-ee").Presses("1");
        await house.Danni.Hears("I have her for you").Says("It is Danni");
        await house.Car.Hears("It is Danni").HangsUp();
        await house.Danni.IsHungUpOn();
        await house.Desk.PassesAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(["cell screened", "home calledOff", "car taken"], await house.ProofAsync());
        Assert.DoesNotContain("DAN-ee", Assert.Single(house.Desk.Carrier.Telephone("+13105550101").Voicemails).Words, StringComparison.Ordinal);
        Assert.Equal(Ball.Nobody, (await house.Desk.OnlyCallAsync()).Ball);
    }

    /// <summary>Answers whatever is asked until the desk has done.</summary>
    private static async Task RingsThroughAsync(Telephone telephone)
    {
        var call = await telephone.DialAsync(DeskUnderTest.Line, DeskUnderTest.Cancel);
        while (call.State != PhoneCallState.Over)
        {
            await call.WaitUntilListeningAsync(DeskUnderTest.Cancel);
            await call.SayAsync("Paula Reyes", DeskUnderTest.Cancel);
        }
    }
}
