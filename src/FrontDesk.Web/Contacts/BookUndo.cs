using FrontDesk.Web.Data;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Contacts;

/// <summary>Takes back an act on the book, unless somebody has changed one of its cards since.</summary>
public sealed class BookUndo(Database database, SheetChanges changes, ReminderBell bell, TimeProvider time)
{
    public async Task<TakeBackOutcome> TakeBackAsync(Guid actId, CancellationToken cancel)
    {
        var outcome = await database.WriteAsync(work => TakeBackAsync(work, actId), cancel);
        if (outcome is TakeBackOutcome.TakenBack done)
        {
            changes.Changed(done.DeskId);
            bell.Ring();
        }

        return outcome;
    }

    private async Task<TakeBackOutcome> TakeBackAsync(Work work, Guid actId)
    {
        var act = await work.FirstOrDefaultAsync<OpenAct>(
            "select desk_id, kind from book_acts where id = @actId and undone_at is null",
            new { actId });
        if (act is null)
        {
            return new TakeBackOutcome.TooLate();
        }

        // Cards that are there give back what they took before those that are gone come back with it.
        var rows = await work.QueryAsync<CardBefore>($"{CardBefore.Select} where act_id = @actId", new { actId });
        if (rows.Any(row => row.IsOvertaken))
        {
            return new TakeBackOutcome.Overtaken();
        }

        foreach (var row in rows.OrderBy(row => row.AfterVersion is null))
        {
            await RestoreAsync(work, row);
        }

        await RestoreCallsAsync(work, actId);
        await work.ExecuteAsync("update book_acts set undone_at = @now where id = @actId", new { now = time.GetUtcNow(), actId });
        return new TakeBackOutcome.TakenBack(act.DeskId, act.Kind);
    }

    private static async Task RestoreAsync(Work work, CardBefore row)
    {
        switch (row)
        {
            case { IsOvertaken: true }:
                return;
            case { BeforeCard: null }:
                await ContactWriting.DropAsync(work, row.DeskId!.Value, row.ContactId, row.Version!.Value);
                return;
            case { BeforeCard: var card, AfterVersion: null }:
                var dropped = CardJson.Read(card);
                await ContactWriting.InsertAsync(work, dropped, dropped.Version + 1);
                return;
            case { BeforeCard: var card, AfterVersion: var version }:
                await ContactWriting.SaveAsync(work, CardJson.Read(card) with { Version = version.Value });
                return;
        }
    }

    private static Task<int> RestoreCallsAsync(Work work, Guid actId) => work.ExecuteAsync(
        """
        update calls set
          party = (select before_party from book_calls b where b.act_id = @actId and b.call_id = calls.id),
          contact_id = (select before_contact_id from book_calls b where b.act_id = @actId and b.call_id = calls.id),
          planned = case when ended_at is null then planned else 0 end, version = version + 1
        where id in (select call_id from book_calls b where b.act_id = @actId)
        """,
        new { actId });

    private sealed record OpenAct
    {
        public Guid DeskId { get; init; }

        public BookActKind Kind { get; init; }
    }

    private sealed record CardBefore
    {
        public const string Select =
            """
            select book_cards.contact_id, before_card, after_version, version, desk_id
            from book_cards left join contacts on contacts.id = book_cards.contact_id
            """;

        public Guid ContactId { get; init; }

        public string? BeforeCard { get; init; }

        /// <summary>Null where the act took the card away.</summary>
        public int? AfterVersion { get; init; }

        /// <summary>Now; null when it is gone.</summary>
        public int? Version { get; init; }

        public Guid? DeskId { get; init; }

        public bool IsOvertaken => Version != AfterVersion;
    }
}
