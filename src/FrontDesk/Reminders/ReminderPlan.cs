using FrontDesk.Desks;
using FrontDesk.Sheet;

namespace FrontDesk.Reminders;

/// <summary>A nudge that is to come: which of its kind, and when.</summary>
public readonly record struct ReminderSlot(ReminderKind Kind, int Slot, DateTimeOffset DueAt);

/// <summary>When the boss is reminded of a call (R14). An ASAP call: at once, after 15, 30 and 60 minutes, then hourly while she is awake; a Call-today call: once, before the desk closes.</summary>
public static class ReminderPlan
{
    public static readonly TimeSpan SnoozeFor = TimeSpan.FromMinutes(30);

    public static readonly TimeSpan BeforeClosing = TimeSpan.FromMinutes(30);

    /// <summary>The first nudge for a call of this code; null where none is due to it.</summary>
    public static ReminderSlot? First(CallCode code, DateTimeOffset endedAt, DeskClock clock) => code switch
    {
        CallCode.CallAsap => Asap(0, 0, endedAt, clock),
        CallCode.CallToday => new ReminderSlot(ReminderKind.Digest, 0, DigestAt(endedAt, clock)),
        CallCode.CallSometime or CallCode.CallMaybe => null,
    };

    /// <summary>The nudge that follows one acted upon at <paramref name="actedAt"/>: the first whose time had not passed by then, though a snooze has used up its number.</summary>
    public static ReminderSlot? After(ReminderSlot last, DateTimeOffset endedAt, DateTimeOffset actedAt, DeskClock clock) => last.Kind switch
    {
        ReminderKind.Asap => Asap(last.Slot + 1, LastPassed(endedAt, actedAt) + 1, endedAt, clock),
        ReminderKind.Digest => null,
    };

    /// <summary>"Remind me in 30 minutes": the nudge that then takes the place of all that would have come before it.</summary>
    public static ReminderSlot Snoozed(ReminderSlot last, DateTimeOffset endedAt, DateTimeOffset now, DeskClock clock)
    {
        var due = clock.NextWaking(now + SnoozeFor);
        return new ReminderSlot(last.Kind, Math.Max(last.Slot + 1, LastPassed(endedAt, due)), due);
    }

    /// <summary>A night is one nudge: of the slots that all wait for the same waking, the last stands for the others.</summary>
    private static ReminderSlot Asap(int slot, int step, DateTimeOffset endedAt, DeskClock clock)
    {
        var due = clock.NextWaking(endedAt + Delay(step));
        return new ReminderSlot(ReminderKind.Asap, Math.Max(slot, LastPassed(endedAt, due)), due);
    }

    private static DateTimeOffset DigestAt(DateTimeOffset endedAt, DeskClock clock)
    {
        var before = clock.NextClosing(endedAt) - BeforeClosing;
        return clock.NextWaking(before > endedAt ? before : endedAt);
    }

    private static TimeSpan Delay(int slot) => TimeSpan.FromMinutes(slot switch { 0 => 0, 1 => 15, 2 => 30, _ => (slot - 2) * 60 });

    /// <summary>The last slot whose time has come by then; -1 before the call ended.</summary>
    private static int LastPassed(DateTimeOffset endedAt, DateTimeOffset at) => (at - endedAt).TotalMinutes switch
    {
        < 0 => -1,
        < 15 => 0,
        < 30 => 1,
        < 60 => 2,
        var minutes => 2 + (int)(minutes / 60),
    };
}
