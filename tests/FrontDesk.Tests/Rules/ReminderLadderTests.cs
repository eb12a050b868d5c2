using FrontDesk.Reminders;
using FrontDesk.Sheet;
using Xunit;
using static FrontDesk.Tests.Rules.TheDesk;

namespace FrontDesk.Tests.Rules;

/// <summary>R14: the ladder of an ASAP call is the desk's, rung after rung; what cannot be taken is passed over, and nothing is lost.</summary>
public sealed class ReminderLadderTests
{
    private static readonly PhoneNumber Cell = PhoneNumber.Parse("+13105550101");
    private static readonly PhoneNumber Home = PhoneNumber.Parse("+13105550102");
    private static readonly PhoneNumber Jamies = PhoneNumber.Parse("+13105550104");

    private static readonly ReminderLadder Four = new(
        [Rung(RungWay.Text, 0), Rung(RungWay.Call, 10), Rung(RungWay.NextPhone, 5), Rung(RungWay.Assistant, 15)], TimeSpan.FromMinutes(30));

    private static readonly RungPhones All = new([new(Cell, CanBeTexted: true), new(Home, CanBeTexted: false)], new(Jamies, CanBeTexted: true));

    [Fact]
    public void The_usual_ladder_is_at_once_after_15_30_and_60_minutes_and_then_hourly()
    {
        Assert.Equal([0, 15, 30, 60, 120, 180], Enumerable.Range(0, 6).Select(slot => ReminderLadder.Usual.Delay(slot).TotalMinutes));
        Assert.Equal([-1, 0, 0, 1, 2, 2, 3, 3, 4], new[] { -1, 0, 14, 15, 30, 59, 60, 119, 120 }.Select(minutes => ReminderLadder.Usual.LastPassed(TimeSpan.FromMinutes(minutes))));
    }

    [Fact]
    public void A_ladder_of_its_own_waits_before_each_rung_and_repeats_the_last()
    {
        var slot = ReminderPlan.First(CallCode.CallAsap, At(11, 10), Clock, Four);
        var climbed = new List<(int Rung, DateTimeOffset Due)>();
        for (var nudge = 0; nudge < 6; nudge++)
        {
            climbed.Add((slot!.Value.Rung, slot.Value.DueAt));
            slot = ReminderPlan.After(slot.Value, At(11, 10), slot.Value.DueAt, Clock, Four);
        }

        Assert.Equal([(0, At(11, 10)), (1, At(11, 20)), (2, At(11, 25)), (3, At(11, 40)), (3, At(12, 10)), (3, At(12, 40))], climbed);
    }

    [Fact]
    public void A_night_and_an_outage_spend_time_and_no_rungs()
    {
        var first = ReminderPlan.First(CallCode.CallAsap, At(3, 0), Clock, Four)!.Value;
        Assert.Equal((0, At(7, 0)), (first.Rung, first.DueAt));
        Assert.Equal(1, ReminderPlan.After(first, At(3, 0), At(9, 17), Clock, Four)!.Value.Rung);
    }

    [Fact]
    public void Snoozed_it_begins_at_the_foot_of_the_ladder() =>
        Assert.Equal((0, At(12, 0)), (ReminderPlan.Snoozed(new(ReminderKind.Asap, 3, At(11, 25), Rung: 3), At(11, 10), At(11, 30), Clock, Four) is var next ? next.Rung : -1, next.DueAt));

    [Fact]
    public void Each_rung_has_its_own_phone() => Assert.Equal(
        [(0, Cell, false), (1, Cell, true), (2, Home, true), (3, Jamies, false)],
        Enumerable.Range(0, 4).Select(rung => Goes(Next(rung, phones: All, last: Cell))));

    [Fact]
    public void After_the_last_phone_comes_the_first() => Assert.Equal((2, Cell, true), Goes(Next(2, phones: All, last: Home)));

    [Fact]
    public void A_phone_that_takes_no_texts_leads_to_the_next_rung_and_it_is_seen()
    {
        var step = Assert.IsType<RungStep.Goes>(Next(0, phones: All with { Boss = [new(Cell, CanBeTexted: false)] }));
        Assert.Equal((1, Cell, true), (step.Rung, step.To, step.ByVoice));
        Assert.Equal([new RungSkip(0, RungWay.Text, SkipReason.TextsClosed)], step.Skipped);
    }

    [Fact]
    public void A_phone_that_has_had_its_share_leads_to_the_next_rung()
    {
        var step = Assert.IsType<RungStep.Goes>(Next(0, phones: All with { Boss = [new(Cell, CanBeTexted: true, TextsThrottled: true, CallsThrottled: true), new(Home, CanBeTexted: false)] }));
        Assert.Equal((2, Home), (step.Rung, step.To));
        Assert.Equal([(0, SkipReason.Throttled), (1, SkipReason.Throttled)], step.Skipped.Select(skip => (skip.Rung, skip.Why)));
    }

    [Fact]
    public void Without_an_assistant_or_another_phone_every_phone_is_rung_rather_than_none()
    {
        var step = Assert.IsType<RungStep.Rings>(Next(2, phones: new([new(Cell, CanBeTexted: true)], Assistant: null)));
        Assert.Equal(4, step.Rung);
        Assert.Equal([(2, SkipReason.NoPhone), (3, SkipReason.NoAssistant)], step.Skipped.Select(skip => (skip.Rung, skip.Why)));
    }

    [Fact]
    public void An_assistant_who_takes_no_texts_is_passed_over() =>
        Assert.Equal(SkipReason.TextsClosed, Assert.Single(Assert.IsType<RungStep.Rings>(Next(3, phones: All with { Assistant = new(Jamies, CanBeTexted: false) })).Skipped).Why);

    [Fact]
    public void A_text_that_did_not_arrive_leads_on_at_once_and_a_phone_that_rang_waits_for_the_next_rung()
    {
        Assert.Equal((1, Cell, true), Goes(Next(0, LastTry.TextLost, All)));
        Assert.Equal((2, Home, true), Goes(Next(1, LastTry.CallRefused, All)));
        Assert.IsType<RungStep.HasRung>(Next(1, LastTry.CallPlaced, All));
        Assert.Equal(4, Assert.IsType<RungStep.Rings>(Next(3, LastTry.TextLost, All)).Rung);
    }

    [Fact]
    public void On_the_usual_ladder_a_text_is_followed_by_calls_and_a_phone_with_its_share_by_nothing_sooner()
    {
        var tired = new RungPhones([new(Cell, CanBeTexted: true, TextsThrottled: true)], Assistant: null);
        Assert.Equal((0, Cell, false), Goes(LadderWalk.Next(ReminderLadder.Usual, default, tired)));
        Assert.IsType<RungStep.Rings>(LadderWalk.Next(ReminderLadder.Usual, new(0, LastTry.TextLost, Cell), All));
        Assert.IsType<RungStep.Rings>(LadderWalk.Next(ReminderLadder.Usual, default, new([new(Cell, CanBeTexted: false)], Assistant: null)));
    }

    [Fact]
    public void What_stood_higher_than_a_ladder_now_goes_stands_on_its_last_rung() => Assert.Equal((3, Jamies, false), Goes(Next(7)));

    [Fact]
    public void T77_a_nudge_about_a_Call_today_call_expires_after_twelve_hours_and_one_about_an_ASAP_call_never_does_unless_the_desk_says_so()
    {
        Assert.False(Reminding.Usual.IsExpired(ReminderKind.Digest, At(7, 0), At(19, 0)));
        Assert.True(Reminding.Usual.IsExpired(ReminderKind.Digest, At(7, 0), At(19, 1)));
        Assert.False(Reminding.Usual.IsExpired(ReminderKind.Asap, At(7, 0), At(7, 0, day: 30)));
        Assert.True((Reminding.Usual with { AsapUsefulFor = TimeSpan.FromHours(2) }).IsExpired(ReminderKind.Asap, At(7, 0), At(9, 1)));
    }

    private static RungStep Next(int rung, LastTry tried = LastTry.None, RungPhones? phones = null, PhoneNumber? last = null) =>
        LadderWalk.Next(Four, new(rung, tried, last), phones ?? All);

    private static (int, PhoneNumber, bool) Goes(RungStep step) => step is RungStep.Goes goes ? (goes.Rung, goes.To, goes.ByVoice) : throw new InvalidOperationException($"It {step}.");

    private static Rung Rung(RungWay by, int minutes) => new(by, TimeSpan.FromMinutes(minutes));
}
