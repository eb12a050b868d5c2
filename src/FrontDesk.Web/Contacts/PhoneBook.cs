using FrontDesk.Calls;
using FrontDesk.Contacts;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Contacts;

/// <summary>The cards of every desk, and who a number suggests is calling.</summary>
public sealed class PhoneBook(Database database)
{
    // Beyond the ladder's top nothing changes; how long somebody's history is costs nothing.
    private const int MostCalls = 8;

    // A switchboard with more people than this is nobody's number.
    private const int MostOnANumber = 50;

    private const string OnNumber =
        "select c.id, c.name, c.preferred_answer, c.pronunciation, c.ipa from contact_numbers n join contacts c on c.id = n.contact_id where n.desk_id = @desk and n.number = @number order by c.id";

    private readonly string bySound =
        "select id, name, preferred_answer, pronunciation, ipa from contacts where desk_id = @desk and sound = @sound order by id" + database.Dialect.FirstRows(MostOnANumber);

    // The row of a blocked number is a flag; it costs one look into a small index.
    private readonly string atNumber = $"""
        select id, name, preferred_answer, pronunciation, ipa, 0 from ({OnNumber}{database.Dialect.FirstRows(2)}) cards
        union all
        select id, number, null, null, null, 1 from blocked_numbers where desk_id = @desk and number = @number
        """;

    private readonly string allAtNumber = OnNumber + database.Dialect.FirstRows(MostOnANumber);

    private readonly string history = $"""
        select id, direction, outcome, said_name, number, regarding from (
          select id, direction, outcome, said_name, number, regarding, received_at from (
            select id, direction, outcome, said_name, number, regarding, received_at from calls
            where party = @party and desk_id = @desk and live = 0 and (nth_call is not null or direction = 2) and received_at <= @rang order by received_at desc{database.Dialect.FirstRows(MostCalls)}) filed
          union all
          select id, direction, outcome, said_name, number, regarding, received_at from (
            select id, direction, outcome, said_name, number, regarding, received_at from calls
            where party = @party and desk_id = @desk and live = 1 and nth_call is not null and received_at <= @rang and id <> @this order by received_at desc{database.Dialect.FirstRows(MostCalls)}) living) both_kinds
        order by received_at desc, id desc{database.Dialect.FirstRows(MostCalls)}
        """;

    /// <summary>A number suggests, never decides: one that several contacts share is a switchboard, and whoever calls from it a stranger.</summary>
    public async Task<Caller> IdentifyAsync(Guid deskId, CallerId from, CancellationToken cancel)
    {
        switch (from)
        {
            case CallerId.Withheld:
                return new Caller.Withheld();
            case CallerId.Phone(var number):
                return CallerOf(from, await database.ReadAsync(
                    look => look.Prepared(atNumber).With(deskId).With(number).ListAsync(row => row.Flag(5) ? null : CardOf(row, number)).AsTask(), cancel));
            case CallerId.Sip or CallerId.Client or CallerId.Raw:
                return new Caller.Stranger(from);
            default:
                throw new InvalidOperationException("A caller ID is a phone, withheld, an address, a client or raw text.");
        }
    }

    /// <param name="found">The cards; null for the entry among the blocked numbers.</param>
    private static Caller CallerOf(CallerId from, IReadOnlyList<Caller.Known?> found)
    {
        var cards = found.OfType<Caller.Known>().ToList();
        Caller caller = cards is [var only] ? only : new Caller.Stranger(from);
        return cards.Count < found.Count ? caller with { IsBlocked = true } : caller;
    }

    /// <summary>Their calls before this one, since they were last talked to; null where this is the first. Nobody waits for it but who speaks: the greeting needs none of it.</summary>
    public async Task<EarlierCalls?> EarlierCallsAsync(Guid deskId, Caller caller, Guid thisCall, DateTimeOffset rangAt, CancellationToken cancel) =>
        caller.Party is not { } party ? null : EarlierCall.SinceTalkedTo(await database.ReadAsync(
            look => look.Prepared(history).With(party).With(deskId).With(rangAt).With(thisCall).ListAsync(EarlierCall.Of).AsTask(), cancel));

    /// <summary>Who it is now that a name was said: at a switchboard one of several, on a friend's phone somebody else, from a strange phone a friend.</summary>
    public async Task<Caller> RecogniseAsync(Guid deskId, CallNotes notes, Caller caller, CancellationToken cancel) => caller.Number is not { } number
        ? caller
        : await database.ReadAsync(
            async look => WhoIsIt.Of(
                notes,
                caller,
                await CardsAsync(look, allAtNumber, deskId, number),
                NameSound.Of(notes.CallsFor ?? notes.Name) is { } sound ? await look.Prepared(bySound).With(deskId).With(sound).ListAsync(row => CardOf(row, number)) : []),
            cancel);

    private static Task<IReadOnlyList<Caller.Known>> CardsAsync(Look look, string sql, Guid deskId, PhoneNumber number) =>
        look.Prepared(sql).With(deskId).With(number).ListAsync(row => CardOf(row, number)).AsTask();

    private static Caller.Known CardOf(Row row, PhoneNumber from) => new(row.Id(0), row.Text(1), from)
    {
        PreferredAnswer = row.TextOrNull(2),
        Pronunciation = row.TextOrNull(3),
        Ipa = row.TextOrNull(4),
    };

    /// <summary>By name.</summary>
    public Task<IReadOnlyList<Contact>> AllAsync(Guid deskId, CancellationToken cancel) =>
        database.ReadAsync(look => ContactTables.OfDeskAsync(look, deskId), cancel);

    public Task<Contact?> FindAsync(Guid contactId, CancellationToken cancel) =>
        database.ReadAsync(look => ContactTables.FindAsync(look, contactId), cancel);

    /// <param name="contact">Version 0 for a new card, else the version it was read in. Of a number given twice the first stays.</param>
    public Task<SaveOutcome> SaveAsync(Contact contact, CancellationToken cancel) =>
        database.WriteAsync(work => ContactWriting.SaveAsync(work, contact), cancel);

    /// <summary>The desk's own matters: whoever names one of them is in it.</summary>
    public Task<IReadOnlyList<Matter>> MattersAsync(Guid deskId, CancellationToken cancel) =>
        database.ReadAsync(look => ContactTables.MattersOfDeskAsync(look, deskId), cancel);

    public Task SaveMattersAsync(Guid deskId, IReadOnlyList<Matter> matters, CancellationToken cancel) =>
        database.WriteAsync(work => ContactWriting.SaveMattersAsync(work, deskId, contact: null, matters), cancel);
}
