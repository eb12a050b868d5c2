using FrontDesk.Desks;
using FrontDesk.Reach;

namespace FrontDesk.Calls;

/// <summary>Where in the script a caller may be asked to hold while the boss's phones are tried (R4).</summary>
public static class Holding
{
    /// <summary>As soon as it is known who rings; else once it is known what about. Nobody without a name is put through, and nobody twice.</summary>
    /// <returns>The step to go to first; null where the script goes on as it is.</returns>
    public static ScriptStep? Before(ScriptPosition asked, ScriptPosition next, CallNotes notes, Desk desk) => notes switch
    {
        _ when desk.Office is not null || desk.Reach == ReachWay.Off || desk.Phones.Count == 0 || asked.Step.IsHold() => null,
        { Name: null } or { Unwanted: not null } or { WantsReturn: false } => null,
        _ when next is { Step: ScriptStep.CanIHaveHerReturn, Attempt: 1 } => ScriptStep.Hold,
        _ when ScriptStep.HoldAfterAll.IsAfter(asked.Step) && next.Step.IsAfter(ScriptStep.HoldAfterAll) => ScriptStep.HoldAfterAll,
        _ => null,
    };
}
