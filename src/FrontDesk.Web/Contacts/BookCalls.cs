using FrontDesk.Contacts;
using FrontDesk.Web.Data;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Contacts;

/// <summary>Moves calls along with the cards they belong to: their history goes with them, and the sheet ranks them anew.</summary>
internal static class BookCalls
{
    // Each has an index of its own; the empty SID keeps SQLite to that of the living, who are few.
    internal const string Filed = "live = 0";
    internal const string Living = "live = 1 and call_sid > ''";

    private const string Holders = "select count(*) from contact_numbers where desk_id = @desk and number = @number";

    private const string Adopt =
        """
        insert into book_calls (act_id, call_id, before_party, before_contact_id, after_party, after_contact_id)
        select @act, id, party, contact_id, @to, @contact from calls where party = @number and desk_id = @desk and
        """;

    private const string AdoptFiled = $"{Adopt} {Filed}";
    private const string AdoptLiving = $"{Adopt} {Living}";

    /// <summary>A call moves when its act is written down, and is worked out anew where it is over.</summary>
    private const string Anew = "planned = case when ended_at is null then planned else 0 end, version = version + 1";

    /// <summary>Notes which calls the act will move, and where they were.</summary>
    public static async Task NoteAsync(Work work, Guid act, PartyMove move)
    {
        await NoteAsync(work, act, move, Filed);
        await NoteAsync(work, act, move, Living);
    }

    /// <summary>Calls of strangers on the card's numbers are the card's, unless somebody else has the number too.</summary>
    public static async Task AdoptAsync(Work work, Guid act, Contact card)
    {
        var to = card.Id.ToString();
        foreach (var number in card.Numbers.Select(entry => entry.Number).Distinct())
        {
            if (await work.Prepared(Holders).With(card.DeskId).With(number).FirstOrDefaultAsync(row => row.Number(0)) == 1)
            {
                await work.Prepared(AdoptFiled).With(act).With(to).With(card.Id).With(number).With(card.DeskId).ExecuteAsync();
                await work.Prepared(AdoptLiving).With(act).With(to).With(card.Id).With(number).With(card.DeskId).ExecuteAsync();
            }
        }
    }

    public static Task<int> MoveAsync(Work work, Guid act) => work.ExecuteAsync(
        $"""
        update calls set
          party = (select after_party from book_calls b where b.act_id = @act and b.call_id = calls.id),
          contact_id = (select after_contact_id from book_calls b where b.act_id = @act and b.call_id = calls.id),
          {Anew}
        where id in (select call_id from book_calls b where b.act_id = @act)
        """,
        new { act });

    /// <summary>Back where they were, except those that went elsewhere since, or to a card of the act that stays.</summary>
    public static Task<int> MoveBackAsync(Work work, Guid act) => work.ExecuteAsync(
        $"""
        update calls set
          party = (select before_party from book_calls b where b.act_id = @act and b.call_id = calls.id),
          contact_id = (select before_contact_id from book_calls b where b.act_id = @act and b.call_id = calls.id),
          {Anew}
        where id in (select call_id from book_calls b where b.act_id = @act)
          and exists (select 1 from book_calls b where b.act_id = @act and b.call_id = calls.id
            and coalesce(b.after_party, '') = coalesce(calls.party, '')
            and not exists (select 1 from book_cards k join contacts c on c.id = k.contact_id
              where k.act_id = @act and k.before_card is null and k.contact_id = b.after_contact_id))
        """,
        new { act });

    /// <summary>What rang in since the act goes to whoever has the number again.</summary>
    public static async Task ReclaimAsync(Work work, Guid act, DateTimeOffset at, Contact card)
    {
        foreach (var number in card.Numbers.Select(entry => entry.Number))
        {
            await work.ExecuteAsync(
                $"""
                update calls set party = @to, contact_id = @Id, {Anew}
                where desk_id = @DeskId and received_at >= @at and caller_from = @number and contact_id <> @Id
                  and contact_id in (select contact_id from book_cards where act_id = @act)
                """,
                new { act, at, to = card.Id.ToString(), card.Id, card.DeskId, number });
        }
    }

    /// <summary>What rang in since the act for a card that is gone with it is a stranger's.</summary>
    public static Task<int> ReleaseAsync(Work work, Guid act, Guid desk, DateTimeOffset at) => work.ExecuteAsync(
        $"""
        update calls set party = {TheirNumber}, contact_id = null, {Anew}
        where desk_id = @desk and received_at >= @at and contact_id in (select contact_id from book_cards where act_id = @act)
          and not exists (select 1 from contacts c where c.id = calls.contact_id)
        """,
        new { act, desk, at });

    /// <summary>Who the caller is to us decides how soon to call.</summary>
    public static Task<int> ReplanAsync(Work work, Guid desk, Guid contact) => work.ExecuteAsync(
        $"update calls set planned = 0, version = version + 1 where desk_id = @desk and {SheetStore.StillOwed} and contact_id = @contact and ended_at is not null",
        new { desk, contact });

    // Whoever rang without a number is never the same person twice.
    private const string TheirNumber = "case when caller_from like '+%' then caller_from else null end";

    private static Task<int> NoteAsync(Work work, Guid act, PartyMove move, string which) => work.ExecuteAsync(
        $"""
        insert into book_calls (act_id, call_id, before_party, before_contact_id, after_party, after_contact_id)
        select @act, id, party, contact_id, {(move.ToTheirNumbers ? TheirNumber : "@To")}, @ToContact from calls
        where {which} and {(move.From is null ? "party is null" : "party = @From")} and desk_id = @DeskId
          {(move.OnlyCall is null ? "" : "and id = @OnlyCall")} {(move.OnlyNumber is null ? "" : "and (caller_from = @OnlyNumber or number = @OnlyNumber)")}
          and not exists (select 1 from book_calls b where b.act_id = @act and b.call_id = calls.id)
        """,
        new { act, move.DeskId, move.From, move.To, move.ToContact, move.OnlyCall, move.OnlyNumber });
}

/// <summary>Which calls go from whom to whom, as the sheet groups them.</summary>
/// <param name="To">Null, as From, for a caller who is never the same person twice.</param>
internal sealed record PartyMove(Guid DeskId, string? From, string? To, Guid? ToContact, Guid? OnlyCall = null, string? OnlyNumber = null)
{
    /// <summary>Each call to the number it came from.</summary>
    public bool ToTheirNumbers { get; init; }
}
