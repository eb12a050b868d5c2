using FrontDesk.Web.Data;

namespace FrontDesk.Web.Contacts;

/// <summary>Takes back an act on the book, unless somebody has changed one of its cards since.</summary>
public sealed class BookUndo(Database database, BookPen pen, TimeProvider time)
{
    public async Task<TakeBackOutcome> TakeBackAsync(Guid actId, CancellationToken cancel)
    {
        var outcome = await database.WriteAsync(work => TakeBackAsync(work, actId), cancel);
        if (outcome is TakeBackOutcome.TakenBack done)
        {
            pen.Tell(done.DeskId);
        }

        return outcome;
    }

    /// <summary>An act that can still be taken back; null when there is none.</summary>
    public Task<OpenAct?> FindAsync(Guid actId, CancellationToken cancel) => database.ReadAsync(look => FindAsync(look, actId), cancel);

    private static Task<OpenAct?> FindAsync(Look look, Guid actId) => look.FirstOrDefaultAsync<OpenAct>(
        "select id, desk_id, kind, by_whom, at from book_acts where id = @actId and undone_at is null", new { actId });

    private async Task<TakeBackOutcome> TakeBackAsync(Work work, Guid actId)
    {
        if (await FindAsync(work, actId) is not { } act)
        {
            return new TakeBackOutcome.TooLate();
        }

        var rows = await work.QueryAsync<CardBefore>($"{CardBefore.Select} where act_id = @actId", new { actId });
        var overtaken = rows.Count(row => row.IsOvertaken);
        // An import is many cards that have nothing to do with each other: what somebody changed since stays, the others go.
        if (overtaken > 0 && (act.Kind != BookActKind.Imported || overtaken == rows.Count))
        {
            return new TakeBackOutcome.Overtaken();
        }

        await RestoreAsync(work, act, rows);
        await work.ExecuteAsync("update book_acts set undone_at = @now where id = @actId", new { now = time.GetUtcNow(), actId });
        return new TakeBackOutcome.TakenBack(act.DeskId, act.Kind, overtaken);
    }

    private static async Task RestoreAsync(Work work, OpenAct act, IReadOnlyList<CardBefore> rows)
    {
        await ContactWriting.DropMadeAsync(work, act.Id);
        // Cards that are there give back what they took before those that are gone come back with it.
        var before = rows.Where(row => row is { IsOvertaken: false, BeforeCard: not null }).OrderBy(row => row.AfterVersion is null).ToList();
        foreach (var row in before)
        {
            await RestoreAsync(work, row);
        }

        await BookCalls.MoveBackAsync(work, act.Id);
        foreach (var row in before)
        {
            var card = CardJson.Read(row.BeforeCard!);
            await BookCalls.ReclaimAsync(work, act.Id, act.At, card);
            await BookCalls.ReplanAsync(work, act.DeskId, card.Id);
        }

        await BookCalls.ReleaseAsync(work, act.Id, act.DeskId, act.At);
    }

    private static async Task RestoreAsync(Work work, CardBefore row)
    {
        var card = CardJson.Read(row.BeforeCard!);
        if (row.AfterVersion is { } version)
        {
            await ContactWriting.SaveAsync(work, card with { Version = version });
        }
        else
        {
            await ContactWriting.InsertAsync(work, card, card.Version + 1);
        }
    }

    private sealed record CardBefore
    {
        public const string Select =
            """
            select before_card, after_version, version
            from book_cards left join contacts on contacts.id = book_cards.contact_id
            """;

        /// <summary>Null where the act made the card.</summary>
        public string? BeforeCard { get; init; }

        /// <summary>Null where the act took the card away.</summary>
        public int? AfterVersion { get; init; }

        /// <summary>Now; null when it is gone.</summary>
        public int? Version { get; init; }

        public bool IsOvertaken => Version != AfterVersion;
    }
}

/// <summary>An act on the book that nobody has taken back.</summary>
public sealed record OpenAct
{
    public Guid Id { get; init; }

    public Guid DeskId { get; init; }

    public BookActKind Kind { get; init; }

    public string ByWhom { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
