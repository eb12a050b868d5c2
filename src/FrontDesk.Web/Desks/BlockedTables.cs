using FrontDesk.Desks;
using FrontDesk.Web.Data;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Desks;

/// <summary>Blocked numbers as they stand in the books.</summary>
internal static class BlockedTables
{
    private const string Columns = "number, why, blocked_by, blocked_at";

    public static async Task<IReadOnlyList<BlockedNumber>> OfDeskAsync(Look look, Guid deskId) =>
        [.. (await look.QueryAsync<BlockedRow>($"select {Columns} from blocked_numbers where desk_id = @deskId order by blocked_at desc, number", new { deskId }))
            .Select(row => row.ToBlockedNumber())];

    public static async Task<BlockedNumber?> FindAsync(Look look, Guid deskId, PhoneNumber number) =>
        (await look.FirstOrDefaultAsync<BlockedRow>($"select {Columns} from blocked_numbers where desk_id = @deskId and number = @number", new { deskId, number }))?.ToBlockedNumber();

    public static async Task<bool> AddAsync(Work work, Guid deskId, BlockedNumber blocked) => await work.ExecuteAsync(
        """
        insert into blocked_numbers (id, desk_id, number, why, blocked_by, blocked_at)
        select @id, @deskId, @Number, @Why, @By, @At
        where not exists (select 1 from blocked_numbers where desk_id = @deskId and number = @Number)
        """,
        new { id = Guid.CreateVersion7(blocked.At), deskId, blocked.Number, blocked.Why, blocked.By, blocked.At }) == 1;

    public static async Task<bool> RemoveAsync(Work work, Guid deskId, PhoneNumber number) =>
        await work.ExecuteAsync("delete from blocked_numbers where desk_id = @deskId and number = @number", new { deskId, number }) == 1;

    /// <summary>The numbers become those of the list; what is there already keeps who blocked it, and when.</summary>
    public static async Task SaveAsync(Work work, Guid deskId, IReadOnlyList<BlockedNumber> numbers)
    {
        var there = await OfDeskAsync(work, deskId);
        foreach (var gone in there.Where(old => numbers.All(number => number.Number != old.Number)))
        {
            await RemoveAsync(work, deskId, gone.Number);
            await PlanAnewAsync(work, deskId, gone.Number);
        }

        foreach (var number in numbers)
        {
            if (await AddAsync(work, deskId, number))
            {
                await PlanAnewAsync(work, deskId, number.Number);
            }
            else
            {
                await work.ExecuteAsync(
                    "update blocked_numbers set why = @Why where desk_id = @deskId and number = @Number", new { deskId, number.Why, number.Number });
            }
        }
    }

    /// <summary>How soon its calls are to be returned is another question now, and so are their reminders.</summary>
    public static Task<int> PlanAnewAsync(Work work, Guid deskId, PhoneNumber number) => work.ExecuteAsync(
        $"update calls set planned = 0, version = version + 1 where desk_id = @deskId and {SheetStore.StillOwed} and caller_from = @number and ended_at is not null",
        new { deskId, number });

    private sealed record BlockedRow
    {
        public PhoneNumber Number { get; init; }

        public string? Why { get; init; }

        public string BlockedBy { get; init; } = "";

        public DateTimeOffset BlockedAt { get; init; }

        public BlockedNumber ToBlockedNumber() => new() { Number = Number, Why = Why, By = BlockedBy, At = BlockedAt };
    }
}
