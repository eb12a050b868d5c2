using FrontDesk.Desks;
using FrontDesk.Reminders;
using FrontDesk.Sheet;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Reminders;

/// <summary>Works out which nudges the calls need that ended, or changed, since the last round.</summary>
public sealed class ReminderPlanning(Database database, DeskBook desks, TimeProvider time)
{
    private const int MostAtOnce = 500;

    /// <returns>How many calls were planned; there may be more.</returns>
    public async Task<int> PlanAsync(CancellationToken cancel)
    {
        var waiting = await database.ReadAsync(
            look => look.QueryAsync<UnplannedCall>(
                "select id, desk_id, version from calls where planned = 0 and ball = 1 order by received_at" + database.Dialect.FirstRows(MostAtOnce)),
            cancel);
        await Turns.OneByOneAsync(
            waiting.GroupBy(call => call.DeskId),
            async calls =>
            {
                var desk = calls.Key is { } id ? await DeskAsync(id, cancel) : null;
                await database.WriteAsync(work => PlanAsync(work, desk, [.. calls], time.GetUtcNow()), cancel);
            },
            cancel);
        return waiting.Count;
    }

    /// <summary>Another node may have made it a moment ago.</summary>
    private async Task<Desk?> DeskAsync(Guid id, CancellationToken cancel)
    {
        if (desks.WithId(id) is null)
        {
            await desks.ReloadAsync(cancel);
        }

        return desks.WithId(id);
    }

    private static async Task PlanAsync(Work work, Desk? desk, IReadOnlyList<UnplannedCall> calls, DateTimeOffset now)
    {
        var ids = new HashSet<Guid>();
        foreach (var call in calls)
        {
            // One that another round has planned meanwhile is not planned again, and one that changed meanwhile stays to be planned.
            if (await work.ExecuteAsync("update calls set planned = 1 where id = @Id and version = @Version and planned = 0", call) == 1)
            {
                ids.Add(call.Id);
            }
        }

        if (desk is not null && ids.Count > 0)
        {
            var clock = new DeskClock(desk);
            var sheet = PhoneSheet.Of(await SheetStore.OwedAsync(work, desk.Id), clock, now, desk.Office);
            foreach (var line in sheet.Lines.Where(line => line.Calls.Any(ids.Contains)))
            {
                await PlanAsync(work, desk, line, clock);
            }
        }
    }

    /// <summary>A party is chased about its newest call that is over only: ringing five times is no reason to be texted about five times (C32).</summary>
    private static async Task PlanAsync(Work work, Desk desk, SheetLine line, DeskClock clock)
    {
        var call = await work.FirstOrDefaultAsync<EndedCall>("select coalesce(ended_at, received_at) as ended_at from calls where id = @Chased", new { line.Chased });
        var first = ReminderPlan.First(line.Code, call!.EndedAt, line.Wakes ? clock.Sleepless : clock, desk.Reminding.Ladder);
        foreach (var older in line.Calls)
        {
            await ReminderRows.CancelPendingAsync(work, older, older == line.Chased ? first?.Kind : null);
        }

        var rows = await ReminderRows.OfCallAsync(work, line.Chased);
        if (first is not { } slot || rows.Any(row => row.Kind == slot.Kind && row.State is ReminderState.Pending or ReminderState.Sending))
        {
            return;
        }

        // Raised to this code once before, then lowered: the chase goes on where it stopped.
        var used = rows.Where(row => row.Kind == slot.Kind).Select(row => row.Slot).DefaultIfEmpty(-1).Max();
        await ReminderRows.AddAsync(work, desk.Id, line.Chased, slot with { Slot = Math.Max(slot.Slot, used + 1) });
    }

    private sealed record UnplannedCall
    {
        public required Guid Id { get; init; }

        public Guid? DeskId { get; init; }

        public required int Version { get; init; }
    }

    private sealed record EndedCall
    {
        public required DateTimeOffset EndedAt { get; init; }
    }
}
