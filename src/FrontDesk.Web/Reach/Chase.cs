using FrontDesk.Desks;
using FrontDesk.Reach;
using FrontDesk.Web.Calls;

namespace FrontDesk.Web.Reach;

/// <summary>The boss is tried for a caller who holds: what is written down in the transaction that asks them to.</summary>
/// <param name="Refrained">Why no phone is rung; the caller holds all the same, and cannot tell.</param>
public sealed record Chase(Guid Id, Guid DeskId, Guid CallId, string? Party, PhoneNumber Line, Refrain? Refrained, IReadOnlyList<ReachTry> Tries, DateTimeOffset At)
{
    public static Chase Of(Desk desk, LiveCall call, bool wakes, ReachesSoFar soFar, DateTimeOffset now)
    {
        var refrained = ReachPlan.Refrains(new DeskClock(desk).IsAwake(now), wakes, soFar);
        return new Chase(Guid.CreateVersion7(now), desk.Id, call.Id, call.Caller.Party, desk.Lines[0].Number, refrained, refrained is null ? ReachPlan.Tries(desk, now) : [], now);
    }
}

/// <summary>How far it got. Numbers stand in the database.</summary>
public enum ReachState
{
    /// <summary>The caller holds, phones ring.</summary>
    Trying = 1,

    /// <summary>A key was pressed that takes the call.</summary>
    Taken = 2,

    /// <summary>A key was pressed that leaves it.</summary>
    Left = 3,

    /// <summary>Time was up; or no phone was to ring.</summary>
    NotTaken = 4,

    /// <summary>The caller did not wait for it.</summary>
    CallerGone = 5,
}
