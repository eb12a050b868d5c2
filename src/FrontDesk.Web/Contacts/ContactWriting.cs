using System.Text.Json;
using FrontDesk.Contacts;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Contacts;

/// <summary>Writes cards, and takes them out of the book.</summary>
internal static class ContactWriting
{
    /// <param name="contact">Version 0 for a new card, else the version it was read in.</param>
    public static async Task<SaveOutcome> SaveAsync(Work work, Contact contact)
    {
        var card = CardText.Clean(contact);
        if (card.Version == 0)
        {
            await InsertAsync(work, card, version: 1);
            return SaveOutcome.Saved;
        }

        if (await work.ExecuteAsync(
            """
            update contacts set name = @Name, sort_name = @SortName, pronunciation = @Pronunciation, ipa = @Ipa, company = @Company,
              title = @Title, standing = @Standing, wants_to_talk = @WantsToTalk, notes = @Notes, sort_key = @SortKey,
              search_text = @SearchText, version = version + 1
            where id = @Id and desk_id = @DeskId and version = @Version
            """,
            card) == 0)
        {
            return await MissedAsync(work, card.Id, card.DeskId);
        }

        await EmptyAsync(work, card.Id);
        await FillAsync(work, card);
        return SaveOutcome.Saved;
    }

    /// <summary>A card that is not there, in the version it is to have: one that was dropped comes back as it was.</summary>
    public static async Task InsertAsync(Work work, Contact contact, int version)
    {
        await work.ExecuteAsync(
            """
            insert into contacts (id, desk_id, name, sort_name, pronunciation, ipa, company, title, standing, wants_to_talk, notes,
              sort_key, search_text, version)
            values (@Id, @DeskId, @Name, @SortName, @Pronunciation, @Ipa, @Company, @Title, @Standing, @WantsToTalk, @Notes,
              @SortKey, @SearchText, @Version)
            """,
            contact with { Version = version });
        await FillAsync(work, contact);
    }

    public static async Task<SaveOutcome> DropAsync(Work work, Guid desk, Guid id, int version)
    {
        var here = await work.FirstOrDefaultAsync<int?>("select version from contacts where id = @id and desk_id = @desk", new { id, desk });
        if (here != version)
        {
            return here is null ? SaveOutcome.NotThere : SaveOutcome.Stale;
        }

        await EmptyAsync(work, id);
        await work.ExecuteAsync("delete from contacts where id = @id", new { id });
        return SaveOutcome.Saved;
    }

    /// <param name="contact">Null for the desk's own.</param>
    public static async Task SaveMattersAsync(Work work, Guid desk, Guid? contact, IReadOnlyList<Matter> matters)
    {
        await work.ExecuteAsync(
            contact is null ? "delete from matters where desk_id = @desk and contact_id is null" : "delete from matters where contact_id = @contact",
            new { desk, contact });
        await FillAsync(work, desk, contact, matters);
    }

    private static async Task EmptyAsync(Work work, Guid id)
    {
        await work.ExecuteAsync("delete from contact_numbers where contact_id = @id", new { id });
        await work.ExecuteAsync("delete from contact_assistants where contact_id = @id", new { id });
        await work.ExecuteAsync("delete from matters where contact_id = @id", new { id });
    }

    private static async Task FillAsync(Work work, Contact contact)
    {
        foreach (var (position, number) in contact.Numbers.DistinctBy(number => number.Number).Index())
        {
            await work.ExecuteAsync(
                """
                insert into contact_numbers (id, contact_id, desk_id, number, label, position)
                values (@Id, @ContactId, @DeskId, @Number, @Label, @position)
                """,
                new { number.Id, ContactId = contact.Id, contact.DeskId, number.Number, number.Label, position });
        }

        foreach (var (position, assistant) in contact.Assistants.Index())
        {
            await work.ExecuteAsync(
                """
                insert into contact_assistants (id, contact_id, desk_id, name, number, notes, position)
                values (@Id, @ContactId, @DeskId, @Name, @number, @Notes, @position)
                """,
                new { assistant.Id, ContactId = contact.Id, contact.DeskId, assistant.Name, number = assistant.Number?.E164, assistant.Notes, position });
        }

        await FillAsync(work, contact.DeskId, contact.Id, contact.Matters);
    }

    private static async Task FillAsync(Work work, Guid desk, Guid? contact, IReadOnlyList<Matter> matters)
    {
        foreach (var matter in matters)
        {
            await work.ExecuteAsync(
                "insert into matters (id, desk_id, contact_id, name, words) values (@Id, @desk, @contact, @Name, @words)",
                new { matter.Id, desk, contact, matter.Name, words = JsonSerializer.Serialize(matter.Words) });
        }
    }

    private static async Task<SaveOutcome> MissedAsync(Work work, Guid id, Guid desk) =>
        await work.FirstOrDefaultAsync<int>("select count(*) from contacts where id = @id and desk_id = @desk", new { id, desk }) == 0
            ? SaveOutcome.NotThere
            : SaveOutcome.Stale;
}
