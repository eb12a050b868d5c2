using FrontDesk.Calls;
using FrontDesk.Contacts;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Contacts;

/// <summary>The cards of every desk, and who a number suggests is calling.</summary>
public sealed class PhoneBook(Database database)
{
    // Beyond the ladder's top nothing changes; how long somebody's history is costs nothing.
    private const int MostCalls = 8;

    // The row of a blocked number has no answer and a flag; it costs one look into a small index.
    private readonly string atNumber = $"""
        select id, name, preferred_answer, 0 from (
          select c.id, c.name, c.preferred_answer from contact_numbers n join contacts c on c.id = n.contact_id
          where n.desk_id = @desk and n.number = @number order by c.id{database.Dialect.FirstRows(2)}) cards
        union all
        select id, number, null, 1 from blocked_numbers where desk_id = @desk and number = @number
        """;

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
                    look => look.Prepared(atNumber).With(deskId).With(number)
                        .ListAsync(row => row.Flag(3) ? null : new Caller.Known(row.Id(0), row.Text(1), number) { PreferredAnswer = row.TextOrNull(2) }).AsTask(),
                    cancel));
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

    /// <summary>By name.</summary>
    public Task<IReadOnlyList<Contact>> AllAsync(Guid deskId, CancellationToken cancel) =>
        database.ReadAsync(look => ContactTables.OfDeskAsync(look, deskId), cancel);

    public Task<Contact?> FindAsync(Guid contactId, CancellationToken cancel) =>
        database.ReadAsync(look => ContactTables.FindAsync(look, contactId), cancel);

    /// <param name="contact">Version 0 for a new card, else the version it was read in. Of a number given twice the first stays.</param>
    public Task<SaveOutcome> SaveAsync(Contact contact, CancellationToken cancel) =>
        database.WriteAsync(work => ContactTables.SaveAsync(work, contact), cancel);

    /// <summary>The card goes; its calls stay on the log under their number.</summary>
    public Task<SaveOutcome> DropAsync(Guid deskId, Guid contactId, int version, CancellationToken cancel) =>
        database.WriteAsync(work => ContactTables.DropAsync(work, deskId, contactId, version), cancel);

    /// <summary>The desk's own matters: whoever names one of them is in it.</summary>
    public Task<IReadOnlyList<Matter>> MattersAsync(Guid deskId, CancellationToken cancel) =>
        database.ReadAsync(look => ContactTables.MattersOfDeskAsync(look, deskId), cancel);

    public Task SaveMattersAsync(Guid deskId, IReadOnlyList<Matter> matters, CancellationToken cancel) =>
        database.WriteAsync(work => ContactTables.SaveMattersAsync(work, deskId, contact: null, matters), cancel);
}
