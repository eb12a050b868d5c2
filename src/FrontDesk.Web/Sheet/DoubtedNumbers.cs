using FrontDesk.Web.Data;

namespace FrontDesk.Web.Sheet;

/// <summary>Whose cards have the numbers that may be forged: the callers were not taken for them, and the sheet says so.</summary>
internal static class DoubtedNumbers
{
    public static readonly IReadOnlyDictionary<string, string> NoOwners = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <returns>A name for each such number that is on a card; of several, the first by name.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> OwnersAsync(Look look, Guid deskId)
    {
        var owners = await look.QueryAsync<OwnerRow>(
            $"""
            select n.number, c.name from contact_numbers n join contacts c on c.id = n.contact_id
            where n.desk_id = @deskId and n.number in (select caller_from from calls where {SheetStore.Owed} and stir is not null)
            """,
            new { deskId });
        return owners.OrderBy(owner => owner.Name, StringComparer.Ordinal).DistinctBy(owner => owner.Number, StringComparer.Ordinal).ToDictionary(owner => owner.Number, owner => owner.Name, StringComparer.Ordinal);
    }

    private sealed record OwnerRow
    {
        public string Number { get; init; } = "";

        public string Name { get; init; } = "";
    }
}
