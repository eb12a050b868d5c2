using FrontDesk.Desks;
using FrontDesk.Sheet;
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

    internal IReadOnlyList<SheetLine> Rank(IEnumerable<OwedCall> owed, Guid? deskId)
    {
        var desk = deskId is { } id ? desks.WithId(id) : null;
        return PhoneSheet.Of(owed, desk is null ? NobodysClock : new DeskClock(desk), time.GetUtcNow(), desk?.Office).Lines;
    }
}
