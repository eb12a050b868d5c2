using FrontDesk.Contacts;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Erasing;

/// <summary>Cards of others that have somebody's number on them: as their assistant, or in what the journal of the book keeps.</summary>
internal static class OthersCards
{
    public static async Task WipeAsync(Work work, Person person)
    {
        foreach (var number in person.Own)
        {
            await LeaveAssistantsAsync(work, person, number);
            await LeaveJournalAsync(work, person, number);
        }
    }

    private static async Task LeaveAssistantsAsync(Work work, Person person, PhoneNumber number)
    {
        var cards = await work.QueryAsync<Guid>(
            """
            select distinct contact_id from contact_assistants
            where desk_id = @desk and number = @number and contact_id not in (select contact_id from erasing_cards where erasure_id = @erasure)
            """,
            new { desk = person.DeskId, number, erasure = person.ErasureId });
        foreach (var card in await ContactTables.FindManyAsync(work, cards))
        {
            await ContactWriting.SaveAsync(work, Without(card, number));
        }
    }

    private static async Task LeaveJournalAsync(Work work, Person person, PhoneNumber number)
    {
        var kept = await work.QueryAsync<Kept>(
            """
            select k.act_id, k.contact_id, k.before_card from book_cards k join book_acts a on a.id = k.act_id
            where a.desk_id = @desk and k.before_card like @like and k.contact_id not in (select contact_id from erasing_cards where erasure_id = @erasure)
            """,
            new { desk = person.DeskId, like = $"%{number.E164[1..]}%", erasure = person.ErasureId });
        foreach (var row in kept)
        {
            await work.ExecuteAsync(
                "update book_cards set before_card = @card where act_id = @ActId and contact_id = @ContactId",
                new { row.ActId, row.ContactId, card = CardJson.Of(Without(CardJson.Read(row.BeforeCard), number)) });
        }
    }

    private static Contact Without(Contact card, PhoneNumber number) => card with
    {
        Numbers = [.. card.Numbers.Where(entry => entry.Number != number)],
        Assistants = [.. card.Assistants.Where(assistant => assistant.Number != number)],
    };

    private sealed record Kept
    {
        public required Guid ActId { get; init; }

        public required Guid ContactId { get; init; }

        public required string BeforeCard { get; init; }
    }
}
