using FrontDesk.Copies;
using FrontDesk.Desks;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;

namespace FrontDesk.Web.Copies;

/// <summary>Makes the copies whose set time has come: one for each desk and time, however many nodes there are, and one after an outage, not many.</summary>
public sealed class CopyRound(Database database, DeskBook desks, CopyMaking making, TimeProvider time)
{
    /// <summary>Who made a copy nobody asked for.</summary>
    public const string TheClock = "the clock";

    /// <returns>How many were made.</returns>
    public async Task<int> MakeDueAsync(CancellationToken cancel)
    {
        var made = 0;
        foreach (var desk in desks.All.Where(desk => desk.Copies.Times.Count > 0))
        {
            made += await MakeDueAsync(desk, time.GetUtcNow(), cancel) ? 1 : 0;
        }

        return made;
    }

    /// <summary>When the next copy is to be made, whatever desk's it is.</summary>
    public DateTimeOffset? NextAt()
    {
        var now = time.GetUtcNow();
        return desks.All.Select(desk => desk.Copies.NextAfter(now, new DeskClock(desk))).Min();
    }

    private async Task<bool> MakeDueAsync(Desk desk, DateTimeOffset now, CancellationToken cancel)
    {
        if (await database.ReadAsync(look => CopyOrderRows.ServedUntilAsync(look, desk.Id), cancel) is not { } served)
        {
            await database.WriteAsync(work => CopyOrderRows.BeginAsync(work, desk.Id, now), cancel);
            return false;
        }

        return desk.Copies.LatestBy(now, new DeskClock(desk)) is { } due && due > served
            && await database.WriteAsync(work => MakeAsync(work, desk, due, now), cancel);
    }

    private async Task<bool> MakeAsync(Work work, Desk desk, DateTimeOffset due, DateTimeOffset now)
    {
        if (!await CopyOrderRows.TakeAsync(work, desk.Id, due))
        {
            return false;
        }

        await making.MakeAsync(work, desk, new CopyWanted(Guid.CreateVersion7(now), CopyReason.SetTime, TheClock) { DueAt = due });
        return true;
    }
}
