using FrontDesk.Contacts;
using FrontDesk.Web.Calls;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Erasing;

/// <summary>Finds out what of the books is about somebody: cards, also those that are gone, numbers nobody else has, calls, names they go by.</summary>
internal static class Gathering
{
    private const string NotTheirs =
        """
        select number from lines
        union all select number from boss_phones
        union all select number from contact_numbers where desk_id = @DeskId and contact_id not in (select contact_id from erasing_cards where erasure_id = @Id)
        """;

    // A number they gave as theirs makes a call theirs, unless it is somebody's who has a card.
    private const string Calls =
        """
        insert into erasing_calls (erasure_id, call_id)
        select @Id, id from calls where id = @CallId or (desk_id = @DeskId and contact_id in (select contact_id from erasing_cards where erasure_id = @Id))
          or ((desk_id = @DeskId or desk_id is null) and (party in @cards or (contact_id is null and (party in @numbers or caller_from in @numbers or number in @numbers))))
        """;

    public static async Task<Person> OfAsync(Work work, ErasureRow row)
    {
        var cards = await CardsAsync(work, row);
        var (own, all) = await NumbersAsync(work, row, cards);
        await work.ExecuteAsync(Calls, new { row.Id, row.CallId, row.DeskId, cards = cards.Ids.Select(id => id.ToString()), numbers = all.Select(number => number.E164) });
        var calls = await work.QueryAsync<TheirCall>(
            $"select {TheirCall.Columns} from calls where id in (select call_id from erasing_calls where erasure_id = @Id)", row);
        var given = await WithoutOthersAsync(work, row, calls.SelectMany(call => call.Numbers()));
        return new Person
        {
            ErasureId = row.Id,
            DeskId = row.DeskId,
            Numbers = all,
            Own = own,
            Calls = [.. calls.Select(call => call.Id)],
            Cards = cards.Ids,
            Traces = new Traces([.. cards.Known.Select(card => card.Name), .. calls.SelectMany(call => call.Names())], [.. all, .. given]),
            Recordings = [.. calls.Select(call => call.RecordingSid).OfType<string>()],
        };
    }

    /// <summary>Nothing of it is left to the next request.</summary>
    public static async Task ForgetAsync(Work work, Guid id)
    {
        await work.ExecuteAsync("delete from erasing_calls where erasure_id = @id", new { id });
        await work.ExecuteAsync("delete from erasing_cards where erasure_id = @id", new { id });
    }

    /// <summary>The card, those that became part of it, and those with their number that were dropped: the journal could bring each of them back.</summary>
    private static async Task<TheirCards> CardsAsync(Work work, ErasureRow row)
    {
        var found = new TheirCards();
        var next = row.ContactId is { } card ? [card] : await DroppedAsync(work, row, row.Number is { } number ? [number] : []);
        while (next.Count > 0)
        {
            foreach (var id in next)
            {
                await found.AddAsync(work, row, id);
            }

            next = [.. (await MergedIntoAsync(work, row)).Concat(await DroppedAsync(work, row, found.Now?.Numbers.Select(entry => entry.Number) ?? [])).Except(found.Ids)];
        }

        return found;
    }

    private static Task<IReadOnlyList<Guid>> MergedIntoAsync(Work work, ErasureRow row) => work.QueryAsync<Guid>(
        $"""
        select distinct gone.contact_id from book_cards gone join book_acts a on a.id = gone.act_id join book_cards kept on kept.act_id = a.id
        where a.kind = {BookActKind.Merged:D} and a.undone_at is null and kept.contact_id in (select contact_id from erasing_cards where erasure_id = @Id)
          and not exists (select 1 from contacts c where c.id = gone.contact_id)
        """,
        row);

    private static async Task<IReadOnlyList<Guid>> DroppedAsync(Work work, ErasureRow row, IEnumerable<PhoneNumber> numbers)
    {
        var dropped = new List<Guid>();
        foreach (var number in await WithoutOthersAsync(work, row, numbers))
        {
            // JSON writes the plus sign in its own way.
            dropped.AddRange(await work.QueryAsync<Guid>(
                """
                select distinct k.contact_id from book_cards k join book_acts a on a.id = k.act_id
                where a.desk_id = @DeskId and k.before_card like @like and not exists (select 1 from contacts c where c.id = k.contact_id)
                """,
                new { row.DeskId, like = $"%{number.E164[1..]}\"%" }));
        }

        return dropped;
    }

    private static async Task<(IReadOnlyList<PhoneNumber> Own, IReadOnlyList<PhoneNumber> All)> NumbersAsync(Work work, ErasureRow row, TheirCards cards)
    {
        var own = await WithoutOthersAsync(work, row, row.Number is { } number ? [number] : cards.Newest().SelectMany(card => card.Numbers).Select(entry => entry.Number));
        var all = own.ToList();
        foreach (var assistant in await WithoutOthersAsync(work, row, cards.Newest().SelectMany(card => card.Assistants).Select(entry => entry.Number).OfType<PhoneNumber>()))
        {
            // Who assists two is still the other's assistant.
            if (!all.Contains(assistant) && await work.FirstOrDefaultAsync<int>(
                "select count(*) from contact_assistants where desk_id = @DeskId and number = @assistant and contact_id not in (select contact_id from erasing_cards where erasure_id = @Id)",
                new { row.Id, row.DeskId, assistant }) == 0)
            {
                all.Add(assistant);
            }
        }

        return (own, all);
    }

    private static async Task<IReadOnlyList<PhoneNumber>> WithoutOthersAsync(Work work, ErasureRow row, IEnumerable<PhoneNumber> numbers)
    {
        var theirs = new List<PhoneNumber>();
        foreach (var number in numbers.Distinct())
        {
            if (await work.FirstOrDefaultAsync<int>($"select count(*) from ({NotTheirs}) others where number = @number", new { row.Id, row.DeskId, number }) == 0)
            {
                theirs.Add(number);
            }
        }

        return theirs;
    }

    /// <summary>As they are, or were at any time.</summary>
    private sealed class TheirCards
    {
        private readonly List<Contact> lastSeen = [];

        public List<Guid> Ids { get; } = [];

        public List<Contact> Known { get; } = [];

        public Contact? Now { get; private set; }

        /// <summary>The one that is there; where none is, each as it was when it went.</summary>
        public List<Contact> Newest() => Now is { } card ? [card] : lastSeen;

        public async Task AddAsync(Work work, ErasureRow row, Guid id)
        {
            Ids.Add(id);
            await work.ExecuteAsync("insert into erasing_cards (erasure_id, contact_id) values (@erasure, @id)", new { erasure = row.Id, id });
            var before = (await work.QueryAsync<string>(
                "select k.before_card from book_cards k join book_acts a on a.id = k.act_id where k.contact_id = @id and k.before_card is not null order by a.at, a.id",
                new { id })).Select(CardJson.Read).ToList();
            Known.AddRange(before);
            if (await ContactTables.FindAsync(work, id) is { } there)
            {
                Now = there;
                Known.Add(there);
            }
            else if (before is [.., var last])
            {
                lastSeen.Add(last);
            }
        }
    }

    private sealed record TheirCall
    {
        public const string Columns = "id, caller_from, said_name, name_heard, calls_for, caller_id_name, number, numbers_given, recording_sid";

        public required Guid Id { get; init; }

        public required string CallerFrom { get; init; }

        public string? SaidName { get; init; }

        public string? NameHeard { get; init; }

        public string? CallsFor { get; init; }

        public string? CallerIdName { get; init; }

        public string? Number { get; init; }

        public string? NumbersGiven { get; init; }

        public string? RecordingSid { get; init; }

        public IEnumerable<string> Names() => new[] { SaidName, NameHeard, CallsFor, CallerIdName }.OfType<string>();

        public IEnumerable<PhoneNumber> Numbers()
        {
            foreach (var text in new[] { CallerFrom, Number })
            {
                if (PhoneNumber.TryParse(text, out var number))
                {
                    yield return number;
                }
            }

            foreach (var given in GivenJson.Read(NumbersGiven).All)
            {
                if (given.Number is { } number)
                {
                    yield return number;
                }
            }
        }
    }
}
