using FrontDesk.Desks;
using FrontDesk.Sheet;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;

namespace FrontDesk.Web.Sheet;

/// <summary>The phone sheet as it stands now: what is owed, ranked by the desk's own day.</summary>
public sealed class CurrentSheet(SheetStore store, DeskBook desks, TimeProvider time)
{
    // A line no desk has claimed keeps no hours; only days are told apart.
    private static readonly DeskClock NobodysClock = new("Etc/UTC", new DeskHours { WakingFrom = default, WakingTo = default, Opens = default, Closes = default });

    /// <param name="deskId">Null for the lines no desk has claimed.</param>
    public async Task<IReadOnlyList<SheetLine>> LinesAsync(Guid? deskId, CancellationToken cancel) =>
        Rank(await store.OwedAsync(deskId, cancel), deskId);

    /// <summary>The line a call is part of, as it stands within somebody's look or act; null once nobody waits for its return.</summary>
    internal async Task<SheetLine?> LineOfAsync(Look look, Guid? deskId, Guid callId) =>
        Rank(await SheetStore.OwedAsync(look, deskId), deskId).FirstOrDefault(line => line.Calls.Contains(callId));

    internal IReadOnlyList<SheetLine> Rank(IEnumerable<OwedCall> owed, Guid? deskId)
    {
        var desk = deskId is { } id ? desks.WithId(id) : null;
        return PhoneSheet.Of(owed, desk is null ? NobodysClock : new DeskClock(desk), time.GetUtcNow(), desk?.Office).Lines;
    }
}
