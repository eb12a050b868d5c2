using FrontDesk.Contacts;
using FrontDesk.Ledger;
using FrontDesk.Sheet;
using FrontDesk.Web.Data;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Copies;

/// <summary>Calls of ours that wait for an answer, to people none of whose own calls is owed: no line of the sheet tells of them.</summary>
internal static class OurOpenCalls
{
    public static async Task<IReadOnlyList<OwedCall>> OfAsync(Look look, Guid deskId)
    {
        // A caller who withheld the number is nobody in particular afterwards: there is no one to wait for.
        var rows = await look.QueryAsync<OpenRow>(
            $"""
            select calls.id, party, contact_id, coalesce(contacts.name, said_name) as name, pronunciation, company, standing, number, regarding, received_at, ball, calls.version
            from calls left join contacts on contacts.id = calls.contact_id
            where calls.{SheetStore.Owed} and direction = 2 and party is not null and not exists (
              select 1 from calls theirs
              where theirs.desk_id = @deskId and theirs.ball in (1, 2) and theirs.ball <> 3 and theirs.direction = 1 and theirs.party = calls.party)
            """,
            new { deskId });
        var numbers = (await look.QueryAsync<NumberRow>(
            $"""
            select contact_id, number from contact_numbers
            where contact_id in (select contact_id from calls where {SheetStore.Owed} and direction = 2 and contact_id is not null)
            order by contact_id, position
            """,
            new { deskId })).ToLookup(row => row.ContactId, row => row.Number);
        return [.. rows.Select(row => row.ToOwedCall(numbers[row.ContactId ?? Guid.Empty]))];
    }

    private sealed record OpenRow
    {
        public Guid Id { get; init; }

        public string? Party { get; init; }

        public Guid? ContactId { get; init; }

        public string? Name { get; init; }

        public string? Pronunciation { get; init; }

        public string? Company { get; init; }

        public Standing? Standing { get; init; }

        public PhoneNumber? Number { get; init; }

        public string? Regarding { get; init; }

        public DateTimeOffset ReceivedAt { get; init; }

        public Ball Ball { get; init; }

        public int Version { get; init; }

        public OwedCall ToOwedCall(IEnumerable<PhoneNumber> card) => new()
        {
            Id = Id,
            Party = Party,
            ContactId = ContactId,
            Name = Name,
            Pronunciation = Pronunciation,
            Company = Company,
            Standing = Standing ?? FrontDesk.Contacts.Standing.Ordinary,
            Numbers = [.. (Number is { } number ? [number] : Array.Empty<PhoneNumber>()).Concat(card).Distinct()],
            Regarding = Regarding,
            ReceivedAt = ReceivedAt,
            Ball = Ball,
            Version = Version,
        };
    }

    private sealed record NumberRow
    {
        public Guid ContactId { get; init; }

        public PhoneNumber Number { get; init; }
    }
}
