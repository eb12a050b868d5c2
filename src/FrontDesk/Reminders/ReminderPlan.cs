using FrontDesk.Desks;
using FrontDesk.Sheet;

namespace FrontDesk.Reminders;

/// <summary>A nudge that is to come: which of its kind, when, and on which rung of the ladder.</summary>
public readonly record struct ReminderSlot(ReminderKind Kind, int Slot, DateTimeOffset DueAt, int Rung = 0);

/// <summary>When the boss is reminded of a call (R14). An ASAP call: as the desk's ladder says, while she is awake; a Call-today call: once, before the desk closes.</summary>
public static class ReminderPlan
{
    public static readonly TimeSpan SnoozeFor = TimeSpan.FromMinutes(30);

    public static readonly TimeSpan BeforeClosing = TimeSpan.FromMinutes(30);

    /// <summary>The first nudge for a call of this code; null where none is due to it.</summary>
    /// <param name="ladder">Null: the usual one.</param>
    public static ReminderSlot? First(CallCode code, DateTimeOffset endedAt, DeskClock clock, ReminderLadder? ladder = null) => code switch
    {
        CallCode.CallAsap => Asap(0, 0, 0, endedAt, clock, Of(ladder)),
        CallCode.CallToday => new ReminderSlot(ReminderKind.Digest, 0, DigestAt(endedAt, clock)),
        CallCode.CallSometime or CallCode.CallMaybe => null,
    };

    /// <summary>The nudge that follows one acted upon at <paramref name="actedAt"/>: the first whose time had not passed by then, though a snooze has used up its number. Rungs are not spent by time.</summary>
    /// <inheritdoc cref="First" path="/param"/>
    public static ReminderSlot? After(ReminderSlot last, DateTimeOffset endedAt, DateTimeOffset actedAt, DeskClock clock, ReminderLadder? ladder = null) => last.Kind switch
    {
        ReminderKind.Asap => Asap(last.Slot + 1, Of(ladder).LastPassed(actedAt - endedAt) + 1, last.Rung + 1, endedAt, clock, Of(ladder)),
        ReminderKind.Digest => null,
    };

    /// <summary>"Remind me in 30 minutes": the nudge that then takes the place of all that would have come before it, from the ladder's first rung.</summary>
    /// <inheritdoc cref="First" path="/param"/>
    public static ReminderSlot Snoozed(ReminderSlot last, DateTimeOffset endedAt, DateTimeOffset now, DeskClock clock, ReminderLadder? ladder = null)
    {
        var due = clock.NextWaking(now + SnoozeFor);
        return new ReminderSlot(last.Kind, Math.Max(last.Slot + 1, Of(ladder).LastPassed(due - endedAt)), due);
    }

    /// <summary>A night is one nudge: of the slots that all wait for the same waking, the last stands for the others.</summary>
    private static ReminderSlot Asap(int slot, int step, int rung, DateTimeOffset endedAt, DeskClock clock, ReminderLadder ladder)
    {
        var due = clock.NextWaking(endedAt + ladder.Delay(step));
        return new ReminderSlot(ReminderKind.Asap, Math.Max(slot, ladder.LastPassed(due - endedAt)), due, ladder.Place(rung));
    }

    private static ReminderLadder Of(ReminderLadder? ladder) => ladder ?? ReminderLadder.Usual;

    private static DateTimeOffset DigestAt(DateTimeOffset endedAt, DeskClock clock)
    {
        var before = clock.NextClosing(endedAt) - BeforeClosing;
        return clock.NextWaking(before > endedAt ? before : endedAt);
    }
}
