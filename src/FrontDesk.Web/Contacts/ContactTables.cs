using FrontDesk.Contacts;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Contacts;

/// <summary>Cards with their numbers, assistants and matters, read from the books.</summary>
internal static class ContactTables
{
    public static async Task<IReadOnlyList<Contact>> OfDeskAsync(Look look, Guid desk) => Cards(
        await look.QueryAsync<ContactRow>($"select {ContactRow.Columns} from contacts where desk_id = @desk order by id", new { desk }),
        await look.QueryAsync<NumberRow>($"select {NumberRow.Columns} from contact_numbers where desk_id = @desk order by contact_id, position", new { desk }),
        await look.QueryAsync<AssistantRow>($"select {AssistantRow.Columns} from contact_assistants where desk_id = @desk order by contact_id, position", new { desk }),
        await look.QueryAsync<MatterRow>($"select {MatterRow.Columns} from matters where desk_id = @desk and contact_id is not null order by id", new { desk }));

    public static async Task<Contact?> FindAsync(Look look, Guid id) => Cards(
        await look.QueryAsync<ContactRow>($"select {ContactRow.Columns} from contacts where id = @id", new { id }),
        await look.QueryAsync<NumberRow>($"select {NumberRow.Columns} from contact_numbers where contact_id = @id order by position", new { id }),
        await look.QueryAsync<AssistantRow>($"select {AssistantRow.Columns} from contact_assistants where contact_id = @id order by position", new { id }),
        await look.QueryAsync<MatterRow>($"select {MatterRow.Columns} from matters where contact_id = @id order by id", new { id }))
        .SingleOrDefault();

    /// <summary>Those of the ids that are there.</summary>
    public static async Task<IReadOnlyList<Contact>> FindManyAsync(Look look, IEnumerable<Guid> ids)
    {
        // One by one: Dapper does not hand the elements of a list to the column's own writing.
        var found = new List<Contact>();
        foreach (var id in ids)
        {
            if (await FindAsync(look, id) is { } card)
            {
                found.Add(card);
            }
        }

        return found;
    }

    /// <summary>The desk's own matters: whoever names one of them is in it.</summary>
    public static async Task<IReadOnlyList<Matter>> MattersOfDeskAsync(Look look, Guid desk) =>
        [.. (await look.QueryAsync<MatterRow>($"select {MatterRow.Columns} from matters where desk_id = @desk and contact_id is null order by id", new { desk }))
            .Select(row => row.ToMatter()).OrderBy(matter => matter.Name, StringComparer.Ordinal)];

    private static IReadOnlyList<Contact> Cards(
        IReadOnlyList<ContactRow> contacts, IReadOnlyList<NumberRow> numbers, IReadOnlyList<AssistantRow> assistants, IReadOnlyList<MatterRow> matters)
    {
        var numbersOf = numbers.ToLookup(number => number.ContactId, number => number.ToNumber());
        var assistantsOf = assistants.ToLookup(assistant => assistant.ContactId, assistant => assistant.ToAssistant());
        var mattersOf = matters.ToLookup(matter => matter.ContactId, matter => matter.ToMatter());
        // Names are put in order here: each engine has an order of its own.
        return [.. contacts.OrderBy(contact => contact.Name, StringComparer.Ordinal).Select(contact => contact.ToContact([.. numbersOf[contact.Id]], [.. assistantsOf[contact.Id]], [.. mattersOf[contact.Id].OrderBy(matter => matter.Name, StringComparer.Ordinal)]))];
    }
}
