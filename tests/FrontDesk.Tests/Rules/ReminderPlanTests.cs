using FrontDesk.Desks;
using FrontDesk.Reminders;
using FrontDesk.Sheet;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static FrontDesk.Tests.Rules.TheDesk;

namespace FrontDesk.Tests.Rules;

/// <summary>R14: an unreturned ASAP call reminds the boss until it is returned; a Call-today call is raised before the day ends.</summary>
public sealed class ReminderPlanTests
{
    [Fact]
    public void An_ASAP_call_is_told_at_once_then_at_15_30_and_60_minutes_then_hourly()
    {
        var ended = At(11, 10);
        Assert.Equal(
            [(0, At(11, 10)), (1, At(11, 25)), (2, At(11, 40)), (3, At(12, 10)), (4, At(13, 10)), (5, At(14, 10))],
            Chase(ended, nudges: 6).Select(slot => (slot.Slot, slot.DueAt)));
    }

    [Fact]
    public void A_night_is_one_nudge_and_the_day_goes_on_from_there()
    {
        var ended = At(21, 40);
        Assert.Equal(
            [(0, At(21, 40)), (1, At(21, 55)), (11, At(7, 0, day: 14)), (12, At(7, 40, day: 14)), (13, At(8, 40, day: 14))],
            Chase(ended, nudges: 5).Select(slot => (slot.Slot, slot.DueAt)));
    }

    [Fact]
    public void A_call_in_the_night_waits_for_the_morning() => Assert.Equal(At(7, 0), ReminderPlan.First(CallCode.CallAsap, At(3, 0), Clock)!.Value.DueAt);

    [Fact]
    public void Slots_that_passed_while_we_were_down_are_spent_on_one_nudge_T77()
    {
        var first = ReminderPlan.First(CallCode.CallAsap, At(9, 0), Clock)!.Value;
        var next = ReminderPlan.After(first, At(9, 0), actedAt: At(14, 20), Clock)!.Value;
        Assert.Equal((8, At(15, 0)), (next.Slot, next.DueAt));
    }

    [Fact]
    public void Snoozed_for_30_minutes_it_comes_then_and_goes_on_as_before()
    {
        var snoozed = ReminderPlan.Snoozed(new(ReminderKind.Asap, 1, At(11, 25)), At(11, 10), now: At(11, 27), Clock);
        Assert.Equal((2, At(11, 57)), (snoozed.Slot, snoozed.DueAt));
        Assert.Equal((3, At(12, 10)), Told(ReminderPlan.After(snoozed, At(11, 10), At(11, 57), Clock)));
        Assert.Equal(At(7, 0, day: 14), ReminderPlan.Snoozed(snoozed, At(11, 10), At(21, 45), Clock).DueAt);
    }

    [Fact]
    public void Snoozed_before_its_next_step_it_goes_on_with_the_first_step_after_the_snooze()
    {
        // At 11:40 it would have come next.
        var snoozed = ReminderPlan.Snoozed(new(ReminderKind.Asap, 2, At(11, 40)), At(11, 10), now: At(11, 27), Clock);
        Assert.Equal((3, At(11, 57)), (snoozed.Slot, snoozed.DueAt));
        Assert.Equal((4, At(12, 10)), Told(ReminderPlan.After(snoozed, At(11, 10), At(11, 57), Clock)));
    }

    [Fact]
    public void A_Call_today_call_is_raised_once_half_an_hour_before_the_desk_closes()
    {
        var digest = ReminderPlan.First(CallCode.CallToday, At(11, 10), Clock)!.Value;
        Assert.Equal((ReminderKind.Digest, 0, At(17, 30)), (digest.Kind, digest.Slot, digest.DueAt));
        Assert.Null(ReminderPlan.After(digest, At(11, 10), At(17, 30), Clock));
        Assert.Equal(At(17, 45), ReminderPlan.First(CallCode.CallToday, At(17, 45), Clock)!.Value.DueAt);
        Assert.Equal(At(17, 30, day: 14), ReminderPlan.First(CallCode.CallToday, At(18, 5), Clock)!.Value.DueAt);
    }

    [Theory]
    [InlineData(CallCode.CallSometime)]
    [InlineData(CallCode.CallMaybe)]
    public void Other_calls_are_on_the_sheet_and_nag_nobody(CallCode code) => Assert.Null(ReminderPlan.First(code, At(11, 10), Clock));

    [Fact]
    public void No_nudge_comes_while_the_boss_sleeps_none_comes_twice_and_none_is_far() => Prop.ForAll(AnyCall.ToArbitrary(), call =>
    {
        var clock = new DeskClock(Margarets with { Hours = call.Hours });
        var slots = Chase(call.Ended, 30, clock).ToList();
        return slots.All(slot => clock.IsAwake(slot.DueAt) && slot.DueAt >= call.Ended)
            && slots.Zip(slots.Skip(1)).All(pair => pair.First.Slot < pair.Second.Slot && pair.First.DueAt < pair.Second.DueAt)
            && slots.Skip(4).Zip(slots.Skip(5)).All(pair => pair.Second.DueAt == clock.NextWaking(pair.Second.DueAt)
                && pair.Second.DueAt <= clock.NextWaking(pair.First.DueAt.AddHours(1)));
    }).Check(Tries.Of(200));

    private static readonly Gen<(DateTimeOffset Ended, DeskHours Hours)> AnyCall =
        from minute in Gen.Choose(0, 60 * 24 * 365)
        from waking in Gen.Choose(0, 23)
        from awake in Gen.Choose(1, 23)
        select (new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute),
            Margarets.Hours with { WakingFrom = new TimeOnly(waking, 0), WakingTo = new TimeOnly((waking + awake) % 24, 0) });

    /// <summary>Each nudge acted upon when it is due.</summary>
    private static IEnumerable<ReminderSlot> Chase(DateTimeOffset ended, int nudges, DeskClock? clock = null)
    {
        var slot = ReminderPlan.First(CallCode.CallAsap, ended, clock ?? Clock);
        for (var n = 0; n < nudges; n++)
        {
            yield return slot!.Value;
            slot = ReminderPlan.After(slot.Value, ended, slot.Value.DueAt, clock ?? Clock);
        }
    }

    private static (int Slot, DateTimeOffset Due)? Told(ReminderSlot? slot) => slot is { } due ? (due.Slot, due.DueAt) : null;
}
