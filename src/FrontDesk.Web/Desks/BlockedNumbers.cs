using System.Data.Common;
using FrontDesk.Desks;
using FrontDesk.Web.Data;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Desks;

/// <summary>The numbers each desk takes no calls from.</summary>
public sealed class BlockedNumbers(Database database, SheetChanges changes, ReminderBell bell)
{
    /// <summary>The one blocked last comes first.</summary>
    public Task<IReadOnlyList<BlockedNumber>> AllAsync(Guid deskId, CancellationToken cancel) =>
        database.ReadAsync(look => BlockedTables.OfDeskAsync(look, deskId), cancel);

    public Task<BlockedNumber?> FindAsync(Guid deskId, PhoneNumber number, CancellationToken cancel) =>
        database.ReadAsync(look => BlockedTables.FindAsync(look, deskId, number), cancel);

    /// <summary>From now on. The calls there are already sink on the sheet, and no reminder of them goes out.</summary>
    /// <returns>False when it was blocked already.</returns>
    public Task<bool> BlockAsync(Guid deskId, BlockedNumber blocked, CancellationToken cancel) =>
        ChangeAsync(deskId, blocked.Number, work => BlockedTables.AddAsync(work, deskId, blocked), cancel);

    /// <summary>Its calls rise again to where they belong.</summary>
    /// <returns>False when it was not blocked.</returns>
    public Task<bool> UnblockAsync(Guid deskId, PhoneNumber number, CancellationToken cancel) =>
        ChangeAsync(deskId, number, work => BlockedTables.RemoveAsync(work, deskId, number), cancel);

    private async Task<bool> ChangeAsync(Guid deskId, PhoneNumber number, Func<Work, Task<bool>> change, CancellationToken cancel)
    {
        var changed = false;
        try
        {
            changed = await database.WriteAsync(
                async work => await change(work) && await BlockedTables.PlanAnewAsync(work, deskId, number) >= 0, cancel);
        }
        catch (DbException twice) when (database.Dialect.IsDuplicateKey(twice))
        {
            // Somebody blocked it in the same moment.
        }

        if (changed)
        {
            changes.Changed(deskId);
            bell.Ring();
        }

        return changed;
    }
}
