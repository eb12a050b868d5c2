using System.Data.Common;
using FrontDesk.Copies;
using FrontDesk.Desks;
using FrontDesk.Ledger;
using FrontDesk.Web.Data;
using FrontDesk.Web.Mail;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Copies;

/// <summary>Makes clean copies: the sheet as it stands, compared with the last one, kept for good and mailed where it is to be.</summary>
public sealed class CopyMaking(Database database, CurrentSheet sheet, Settings settings, TimeProvider time)
{
    /// <returns>The copy that was made, or the one already made under that id.</returns>
    public async Task<FullCopy> MakeAsync(Desk desk, CopyWanted wanted, CancellationToken cancel)
    {
        try
        {
            return await database.WriteAsync(work => MakeAsync(work, desk, wanted), cancel);
        }
        catch (DbException exception) when (database.Dialect.IsDuplicateKey(exception))
        {
            // Somebody made it, or the desk's very first, in the same moment: it is there at the second look.
            return await database.WriteAsync(work => MakeAsync(work, desk, wanted), cancel);
        }
    }

    /// <summary>The same within somebody's transaction.</summary>
    internal async Task<FullCopy> MakeAsync(Work work, Desk desk, CopyWanted wanted)
    {
        if (await CleanCopies.FindAsync(work, wanted.Id) is { } there)
        {
            return there;
        }

        // From here on nobody else makes one for the desk: each is compared with the one before.
        var number = await CopyOrderRows.NextNumberAsync(work, desk.Id);
        var now = time.GetUtcNow();
        var before = await CleanCopies.NewestAsync(work, desk.Id);
        var kept = new KeptCopy
        {
            Id = wanted.Id,
            DeskId = desk.Id,
            Number = number,
            Reason = wanted.Reason,
            MadeBy = wanted.By,
            MadeAt = now,
            DueAt = wanted.DueAt,
            Note = wanted.Note,
        };
        var copy = new FullCopy(kept, await SheetNowAsync(work, desk, before?.Copy));
        await CleanCopies.KeepAsync(work, copy);
        if (settings.SendsMail && wanted.IsMailed)
        {
            await MailRows.WriteDownAsync(work, kept, desk.Copies.MailTo, now);
        }

        return copy;
    }

    private async Task<CleanCopy> SheetNowAsync(Work work, Desk desk, CleanCopy? before)
    {
        var owed = await SheetStore.OwedAsync(work, desk.Id);
        var open = await OurOpenCalls.OfAsync(work, desk.Id);
        var notes = await NotesAsync(work, desk.Id);
        List<CopyLine> lines =
        [
            .. sheet.Rank(owed.Concat(open), desk.Id).Select(line => CopyLine.Of(line, claimed: true, line.ContactId is { } id ? notes.GetValueOrDefault(id) : null)),
            .. sheet.Rank(await SheetStore.OwedAsync(work, null), null).Select(line => CopyLine.Of(line, claimed: false)),
        ];
        var gone = before is null ? [] : CopyComparison.Gone(lines, before);
        var became = new Dictionary<Guid, Became>();
        foreach (var line in gone)
        {
            if (await BecameAsync(work, line.Id) is { } end)
            {
                became[line.Id] = end;
            }
        }

        return CleanCopy.Of(lines, before, became);
    }

    private static async Task<Dictionary<Guid, string>> NotesAsync(Look look, Guid deskId) =>
        (await look.QueryAsync<NotesRow>(
            $"select id, notes from contacts where notes is not null and id in (select contact_id from calls where {SheetStore.Owed} and contact_id is not null)",
            new { deskId }))
        .ToDictionary(row => row.Id, row => row.Notes);

    /// <summary>The last mark on the call that stands tells it; without one, the ball does.</summary>
    private static async Task<Became?> BecameAsync(Look look, Guid callId)
    {
        var mark = await look.FirstOrDefaultAsync<EndMark>(
            "select kind, by_whom, at from marks where call_id = @callId and undone_at is null and kind <> 5 order by at desc, id desc", new { callId });
        return await look.FirstOrDefaultAsync<Ball?>("select ball from calls where id = @callId", new { callId }) is not { } ball ? null
            : ball == Ball.Nobody && mark is not null ? new Became(ball, mark.Kind, mark.ByWhom, mark.At)
            : new Became(ball, null, null, null);
    }

    private sealed record NotesRow
    {
        public Guid Id { get; init; }

        public string Notes { get; init; } = "";
    }

    private sealed record EndMark
    {
        public MarkKind Kind { get; init; }

        public string ByWhom { get; init; } = "";

        public DateTimeOffset At { get; init; }
    }
}

/// <summary>Who wants a clean copy, and why.</summary>
/// <param name="Id">The same id makes one copy, however often it is asked for.</param>
public sealed record CopyWanted(Guid Id, CopyReason Reason, string By)
{
    public string? Note { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    /// <summary>To the addresses of the desk.</summary>
    public bool IsMailed { get; init; } = Reason.IsMailed();
}
