using FrontDesk.Brief;
using FrontDesk.Desks;
using FrontDesk.Sheet;
using FrontDesk.Web.Data;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Brief;

/// <summary>The brief as it would be read now; reading it here does not count as asking.</summary>
public sealed class CurrentBrief(Database database, CurrentSheet sheet)
{
    public async Task<SpokenBrief> SpokenAsync(Desk desk, CancellationToken cancel)
    {
        var habits = await HabitsAsync(desk, cancel);
        return SpokenBrief.Of(await sheet.LinesAsync(desk.Id, cancel), habits.AskedAt, SpeechTiming.Of(SpeechTiming.Joanna)) with { Speed = habits.Speed };
    }

    /// <summary>For the eye: the same lines in the same order.</summary>
    public async Task<IReadOnlyList<SheetLine>> LinesAsync(Desk desk, CancellationToken cancel)
    {
        var habits = await HabitsAsync(desk, cancel);
        return SpokenBrief.InOrder(await sheet.LinesAsync(desk.Id, cancel), habits.AskedAt);
    }

    private Task<BriefHabits> HabitsAsync(Desk desk, CancellationToken cancel) => database.ReadAsync(look => BriefLog.HabitsAsync(look, desk.Id), cancel);
}
