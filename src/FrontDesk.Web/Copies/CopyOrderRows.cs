using FrontDesk.Copies;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Copies;

/// <summary>What each desk wants of its copies, and up to which set time they have been made.</summary>
internal static class CopyOrderRows
{
    /// <summary>Times that were changed count from now on: those of this morning are not made up for.</summary>
    public static async Task SaveAsync(Work work, Guid deskId, CopyOrders wanted)
    {
        var row = new { deskId, orders = CopyConfig.Write(wanted) };
        if (await work.ExecuteAsync(
            "update copy_orders set served_until = case when orders = @orders then served_until else null end, orders = @orders where desk_id = @deskId", row) == 0
            && row.orders is not null)
        {
            await work.ExecuteAsync("insert into copy_orders (desk_id, orders, served_until, last_number) values (@deskId, @orders, null, 0)", row);
        }
    }

    /// <summary>Whoever takes a number makes the desk's next copy; everybody else waits until it is made.</summary>
    public static async Task<int> NextNumberAsync(Work work, Guid deskId)
    {
        await work.PutAsync(
            "update copy_orders set last_number = last_number + 1 where desk_id = @deskId",
            "insert into copy_orders (desk_id, orders, served_until, last_number) values (@deskId, null, null, 1)",
            new { deskId });
        return await work.FirstOrDefaultAsync<int>("select last_number from copy_orders where desk_id = @deskId", new { deskId });
    }

    /// <returns>Null where none of the times as they are now was seen to yet.</returns>
    public static async Task<DateTimeOffset?> ServedUntilAsync(Look look, Guid deskId) =>
        Instant.OfMicroseconds(await look.FirstOrDefaultAsync<long?>("select served_until from copy_orders where desk_id = @deskId", new { deskId }));

    /// <summary>The times begin to count.</summary>
    public static Task BeginAsync(Work work, Guid deskId, DateTimeOffset now) =>
        work.ExecuteAsync("update copy_orders set served_until = @now where desk_id = @deskId and served_until is null", new { deskId, now });

    /// <returns>False when another node was faster.</returns>
    public static async Task<bool> TakeAsync(Work work, Guid deskId, DateTimeOffset dueAt) => await work.ExecuteAsync(
        "update copy_orders set served_until = @dueAt where desk_id = @deskId and served_until < @dueAt", new { deskId, dueAt }) == 1;
}
