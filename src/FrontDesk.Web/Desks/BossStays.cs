using FrontDesk.Desks;
using FrontDesk.Web.Data;
using FrontDesk.Web.Reminders;

namespace FrontDesk.Web.Desks;

/// <summary>Where the boss is when she is not in the desk's zone, as people and programs change it.</summary>
public sealed class BossStays(Database database, DeskBook desks, ReminderBell bell, TimeProvider time)
{
    /// <param name="version">The desk's, as it was read.</param>
    public async Task<StayOutcome> SaveAsync(Desk desk, IReadOnlyList<Stay> stays, int version, CancellationToken cancel)
    {
        if (Stay.Objection(stays) is { } objection)
        {
            return new StayOutcome.Refused(objection);
        }

        var (before, after) = (new DeskClock(desk), new DeskClock(desk with { Stays = stays }));
        var outcome = await database.WriteAsync(
            async work =>
            {
                var saved = await DeskTables.SaveStaysAsync(work, desk.Id, version, stays);
                await (saved == SaveOutcome.Saved ? ReminderRows.WakeAnewAsync(work, desk.Id, before, after, time.GetUtcNow()) : Task.CompletedTask);
                return saved;
            },
            cancel);
        await desks.ReloadAsync(CancellationToken.None);
        bell.Ring();
        return outcome == SaveOutcome.Saved ? new StayOutcome.Saved() : new StayOutcome.Stale();
    }
}

/// <summary>What came of saying where the boss is.</summary>
public abstract record StayOutcome
{
    private StayOutcome()
    {
    }

    public sealed record Saved : StayOutcome;

    /// <param name="Why">In a sentence.</param>
    public sealed record Refused(string Why) : StayOutcome;

    /// <summary>Somebody changed the desk since it was read.</summary>
    public sealed record Stale : StayOutcome;
}
