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
              title = @Title, standing = @Standing, wants_to_talk = @WantsToTalk, wakes = @Wakes, preferred_answer = @PreferredAnswer, notes = @Notes, sort_key = @SortKey,
              search_text = @SearchText, sound = @Sound, version = version + 1
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
        await work.Prepared(
            """
            insert into contacts (id, desk_id, name, sort_name, pronunciation, ipa, company, title, standing, wants_to_talk, wakes, preferred_answer, notes,
              sort_key, search_text, sound, version)
            values (@Id, @DeskId, @Name, @SortName, @Pronunciation, @Ipa, @Company, @Title, @Standing, @WantsToTalk, @Wakes, @PreferredAnswer, @Notes,
              @SortKey, @SearchText, @Sound, @Version)
            """)
            .With(contact.Id).With(contact.DeskId).With(contact.Name).With(contact.SortName).With(contact.Pronunciation).With(contact.Ipa)
            .With(contact.Company).With(contact.Title).With((long)contact.Standing).With(contact.WantsToTalk).With(contact.Wakes).With(contact.PreferredAnswer)
            .With(contact.Notes).With(contact.SortKey).With(contact.SearchText).With(contact.Sound).With((long)version).ExecuteAsync();
        await FillAsync(work, contact);
    }

    /// <summary>The cards an act made go again, where nobody has changed them since.</summary>
    public static async Task DropMadeAsync(Work work, Guid act)
    {
        const string Made =
            """
            (select k.contact_id from book_cards k join contacts c on c.id = k.contact_id
              where k.act_id = @act and k.before_card is null and c.version = k.after_version)
            """;
        foreach (var part in (string[])["contact_numbers", "contact_assistants", "matters"])
        {
            await work.ExecuteAsync($"delete from {part} where contact_id in {Made}", new { act });
        }

        await work.ExecuteAsync($"delete from contacts where id in {Made}", new { act });
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
            await work.Prepared(
                """
                insert into contact_numbers (id, contact_id, desk_id, number, label, position)
                values (@Id, @ContactId, @DeskId, @Number, @Label, @position)
                """)
                .With(number.Id).With(contact.Id).With(contact.DeskId).With(number.Number).With(number.Label).With((long)position).ExecuteAsync();
        }

        foreach (var (position, assistant) in contact.Assistants.Index())
        {
            await work.Prepared(
                """
                insert into contact_assistants (id, contact_id, desk_id, name, number, notes, position)
                values (@Id, @ContactId, @DeskId, @Name, @number, @Notes, @position)
                """)
                .With(assistant.Id).With(contact.Id).With(contact.DeskId).With(assistant.Name).With(assistant.Number).With(assistant.Notes)
                .With((long)position).ExecuteAsync();
        }

        await FillAsync(work, contact.DeskId, contact.Id, contact.Matters);
    }

    private static async Task FillAsync(Work work, Guid desk, Guid? contact, IReadOnlyList<Matter> matters)
    {
        foreach (var matter in matters)
        {
            await work.Prepared("insert into matters (id, desk_id, contact_id, name, words) values (@Id, @desk, @contact, @Name, @words)")
                .With(matter.Id).With(desk).With(contact).With(matter.Name).With(JsonSerializer.Serialize(matter.Words)).ExecuteAsync();
        }
    }

    private static async Task<SaveOutcome> MissedAsync(Work work, Guid id, Guid desk) =>
        await work.FirstOrDefaultAsync<int>("select count(*) from contacts where id = @id and desk_id = @desk", new { id, desk }) == 0
            ? SaveOutcome.NotThere
            : SaveOutcome.Stale;
}
