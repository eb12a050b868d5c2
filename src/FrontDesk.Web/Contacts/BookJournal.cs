using FrontDesk.Contacts;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Contacts;

/// <summary>How each card and call was before an act on the book: its history, and the way back.</summary>
internal static class BookJournal
{
    public static Task<int> BeginAsync(Work work, BookAct act) => work.ExecuteAsync(
        "insert into book_acts (id, desk_id, kind, by_whom, at) values (@Id, @DeskId, @Kind, @By, @At)", act);

    /// <summary>Saves a card and keeps how it was.</summary>
    /// <param name="before">Null for a new card.</param>
    public static async Task<SaveOutcome> SaveAsync(Work work, Guid act, Contact? before, Contact card)
    {
        var outcome = await ContactWriting.SaveAsync(work, card);
        if (outcome == SaveOutcome.Saved)
        {
            await KeepAsync(work, act, card.Id, before, card.Version + 1);
        }

        return outcome;
    }

    public static async Task<SaveOutcome> DropAsync(Work work, Guid act, Contact card)
    {
        var outcome = await ContactWriting.DropAsync(work, card.DeskId, card.Id, card.Version);
        if (outcome == SaveOutcome.Saved)
        {
            await KeepAsync(work, act, card.Id, card, afterVersion: null);
        }

        return outcome;
    }

    /// <summary>Calls go from one party to another; their history moves with them, and the sheet ranks them anew.</summary>
    public static async Task MoveCallsAsync(Work work, Guid act, PartyMove move)
    {
        // Live calls are few and have their own small index; the empty SID keeps SQLite to it.
        await NoteCallsAsync(work, act, move, "live = 0");
        await NoteCallsAsync(work, act, move, "live = 1 and call_sid > ''");
        await work.ExecuteAsync(
            """
            update calls set party = @To, contact_id = @ToContact, planned = case when ended_at is null then planned else 0 end, version = version + 1
            where id in (select call_id from book_calls where act_id = @act)
            """,
            new { act, move.To, move.ToContact });
    }

    private static Task<int> NoteCallsAsync(Work work, Guid act, PartyMove move, string which) => work.ExecuteAsync(
        $"""
        insert into book_calls (act_id, call_id, before_party, before_contact_id, after_party)
        select @act, id, party, contact_id, @To from calls
        where {which} and {(move.From is null ? "party is null" : "party = @From")} and desk_id = @DeskId
          {(move.OnlyCall is null ? "" : "and id = @OnlyCall")} {(move.OnlyNumber is null ? "" : "and (caller_from = @OnlyNumber or number = @OnlyNumber)")}
        """,
        new { act, move.DeskId, move.From, move.To, move.OnlyCall, move.OnlyNumber });

    private static Task<int> KeepAsync(Work work, Guid act, Guid contact, Contact? before, int? afterVersion) => work.ExecuteAsync(
        "insert into book_cards (act_id, contact_id, before_card, after_version) values (@act, @contact, @card, @afterVersion)",
        new { act, contact, card = before is null ? null : CardJson.Of(before), afterVersion });
}

/// <summary>One act on a desk's book.</summary>
internal sealed record BookAct
{
    public required Guid Id { get; init; }

    public required Guid DeskId { get; init; }

    public required BookActKind Kind { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>Which calls go from whom to whom, as the sheet groups them.</summary>
/// <param name="To">Null, as From, for a caller who is never the same person twice.</param>
internal sealed record PartyMove(Guid DeskId, string? From, string? To, Guid? ToContact, Guid? OnlyCall = null, string? OnlyNumber = null);
