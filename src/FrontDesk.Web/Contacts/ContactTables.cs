using System.Text.Json;
using FrontDesk.Contacts;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Contacts;

/// <summary>Cards with their numbers and matters, as they stand in the books.</summary>
internal static class ContactTables
{
    public static async Task<IReadOnlyList<Contact>> OfDeskAsync(Look look, Guid desk) => Cards(
        await look.QueryAsync<ContactRow>(
            """
            select id, desk_id, name, pronunciation, company, standing, wants_to_talk, notes, version
            from contacts where desk_id = @desk
            order by name, id
            """,
            new { desk }),
        await look.QueryAsync<NumberRow>(
            "select id, contact_id, number, label from contact_numbers where desk_id = @desk order by contact_id, position",
            new { desk }),
        await look.QueryAsync<MatterRow>(
            "select id, contact_id, name, words from matters where desk_id = @desk and contact_id is not null order by name, id",
            new { desk }));

    public static async Task<Contact?> FindAsync(Look look, Guid id) => Cards(
        await look.QueryAsync<ContactRow>(
            "select id, desk_id, name, pronunciation, company, standing, wants_to_talk, notes, version from contacts where id = @id",
            new { id }),
        await look.QueryAsync<NumberRow>("select id, contact_id, number, label from contact_numbers where contact_id = @id order by position", new { id }),
        await look.QueryAsync<MatterRow>("select id, contact_id, name, words from matters where contact_id = @id order by name, id", new { id }))
        .SingleOrDefault();

    /// <param name="contact">Version 0 for a new card, else the version it was read in.</param>
    public static async Task<SaveOutcome> SaveAsync(Work work, Contact contact)
    {
        if (contact.Version == 0)
        {
            await work.ExecuteAsync(
                """
                insert into contacts (id, desk_id, name, pronunciation, company, standing, wants_to_talk, notes, version)
                values (@Id, @DeskId, @Name, @Pronunciation, @Company, @Standing, @WantsToTalk, @Notes, 1)
                """,
                contact);
        }
        else if (await work.ExecuteAsync(
            """
            update contacts set name = @Name, pronunciation = @Pronunciation, company = @Company, standing = @Standing,
              wants_to_talk = @WantsToTalk, notes = @Notes, version = version + 1
            where id = @Id and desk_id = @DeskId and version = @Version
            """,
            contact) == 0)
        {
            return await MissedAsync(work, contact.Id, contact.DeskId);
        }

        await SaveNumbersAsync(work, contact);
        await SaveMattersAsync(work, contact.DeskId, contact.Id, contact.Matters);
        return SaveOutcome.Saved;
    }

    public static async Task<SaveOutcome> DropAsync(Work work, Guid desk, Guid id, int version)
    {
        var here = await work.FirstOrDefaultAsync<int?>("select version from contacts where id = @id and desk_id = @desk", new { id, desk });
        if (here != version)
        {
            return here is null ? SaveOutcome.NotThere : SaveOutcome.Stale;
        }

        await work.ExecuteAsync("delete from contact_numbers where contact_id = @id", new { id });
        await work.ExecuteAsync("delete from matters where contact_id = @id", new { id });
        await work.ExecuteAsync("delete from contacts where id = @id", new { id });
        return SaveOutcome.Saved;
    }

    /// <summary>The desk's own matters: whoever names one of them is in it.</summary>
    public static async Task<IReadOnlyList<Matter>> MattersOfDeskAsync(Look look, Guid desk) =>
        [.. (await look.QueryAsync<MatterRow>("select id, contact_id, name, words from matters where desk_id = @desk and contact_id is null order by name, id", new { desk }))
            .Select(row => row.ToMatter())];

    /// <param name="contact">Null for the desk's own.</param>
    public static async Task SaveMattersAsync(Work work, Guid desk, Guid? contact, IReadOnlyList<Matter> matters)
    {
        await work.ExecuteAsync(
            contact is null ? "delete from matters where desk_id = @desk and contact_id is null" : "delete from matters where contact_id = @contact",
            new { desk, contact });
        foreach (var matter in matters)
        {
            await work.ExecuteAsync(
                "insert into matters (id, desk_id, contact_id, name, words) values (@Id, @desk, @contact, @Name, @words)",
                new { matter.Id, desk, contact, matter.Name, words = JsonSerializer.Serialize(matter.Words) });
        }
    }

    private static async Task SaveNumbersAsync(Work work, Contact contact)
    {
        await work.ExecuteAsync("delete from contact_numbers where contact_id = @Id", new { contact.Id });
        foreach (var (position, number) in contact.Numbers.DistinctBy(number => number.Number).Index())
        {
            await work.ExecuteAsync(
                """
                insert into contact_numbers (id, contact_id, desk_id, number, label, position)
                values (@Id, @ContactId, @DeskId, @Number, @Label, @position)
                """,
                new { number.Id, ContactId = contact.Id, contact.DeskId, number.Number, number.Label, position });
        }
    }

    private static async Task<SaveOutcome> MissedAsync(Work work, Guid id, Guid desk) =>
        await work.FirstOrDefaultAsync<int>("select count(*) from contacts where id = @id and desk_id = @desk", new { id, desk }) == 0
            ? SaveOutcome.NotThere
            : SaveOutcome.Stale;

    private static IReadOnlyList<Contact> Cards(IReadOnlyList<ContactRow> contacts, IReadOnlyList<NumberRow> numbers, IReadOnlyList<MatterRow> matters)
    {
        var numbersOf = numbers.ToLookup(number => number.ContactId, number => number.ToNumber());
        var mattersOf = matters.ToLookup(matter => matter.ContactId, matter => matter.ToMatter());
        return [.. contacts.Select(contact => contact.ToContact([.. numbersOf[contact.Id]], [.. mattersOf[contact.Id]]))];
    }

    private sealed record ContactRow
    {
        public required Guid Id { get; init; }

        public required Guid DeskId { get; init; }

        public required string Name { get; init; }

        public string? Pronunciation { get; init; }

        public string? Company { get; init; }

        public required Standing Standing { get; init; }

        public required bool WantsToTalk { get; init; }

        public string? Notes { get; init; }

        public required int Version { get; init; }

        public Contact ToContact(IReadOnlyList<ContactNumber> numbers, IReadOnlyList<Matter> matters) => new()
        {
            Id = Id,
            DeskId = DeskId,
            Name = Name,
            Pronunciation = Pronunciation,
            Company = Company,
            Standing = Standing,
            WantsToTalk = WantsToTalk,
            Notes = Notes,
            Numbers = numbers,
            Matters = matters,
            Version = Version,
        };
    }

    private sealed record NumberRow
    {
        public required Guid Id { get; init; }

        public required Guid ContactId { get; init; }

        public required PhoneNumber Number { get; init; }

        public required string Label { get; init; }

        public ContactNumber ToNumber() => new() { Id = Id, Number = Number, Label = Label };
    }

    private sealed record MatterRow
    {
        public required Guid Id { get; init; }

        public Guid? ContactId { get; init; }

        public required string Name { get; init; }

        public required string Words { get; init; }

        public Matter ToMatter() => new() { Id = Id, Name = Name, Words = JsonSerializer.Deserialize<string[]>(Words) ?? [] };
    }
}
