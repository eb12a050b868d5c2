using FrontDesk.Contacts;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Contacts;

/// <summary>What people do to one card: write it, change it, make it of a call, drop it. Each can be taken back.</summary>
public sealed class BookActs(BookPen pen)
{
    /// <summary>A new card, or one as it stands from now on. Calls of strangers on its numbers become its own.</summary>
    /// <param name="card">Version 0 for a new one, else the version it was read in.</param>
    public Task<BookOutcome> SaveAsync(Contact card, string by, CancellationToken cancel) => card.Version == 0
        ? pen.MakeAsync(BookActKind.Made, by, card.DeskId, (work, act) => MakeAsync(work, act, card), cancel)
        : pen.ActAsync(BookActKind.Changed, by, card.Id, (work, act, before) => ChangeAsync(work, act, before, card), cancel);

    /// <summary>The card goes; its calls stay on the log, and come back to it when the act is taken back.</summary>
    public Task<BookOutcome> DropAsync(CardVersion seen, string by, CancellationToken cancel) => pen.ActAsync(
        BookActKind.Dropped,
        by,
        seen.Id,
        async (work, act, card) =>
        {
            if (card.Version != seen.Version)
            {
                return new BookOutcome.Stale();
            }

            await BookCalls.NoteAsync(work, act, new(card.DeskId, card.Id.ToString(), null, null) { ToTheirNumbers = true });
            await BookJournal.DropAsync(work, act, card);
            return new BookOutcome.Done(act, null);
        },
        cancel);

    /// <summary>A new card takes over a stranger's call, and every other call of that party unless several people share the number.</summary>
    public Task<BookOutcome> MakeOfCallAsync(Contact card, Guid callId, string by, CancellationToken cancel) => pen.MakeAsync(
        BookActKind.MadeOfCall,
        by,
        card.DeskId,
        async (work, act) =>
        {
            var call = await work.FirstOrDefaultAsync<StrangersCall>(
                "select id, party from calls where id = @callId and desk_id = @DeskId and contact_id is null", new { callId, card.DeskId });
            if (call is null)
            {
                return new BookOutcome.NotThere();
            }

            await BookJournal.SaveAsync(work, act, before: null, card);
            await BookCalls.AdoptAsync(work, act, card);
            await BookCalls.NoteAsync(work, act, new(card.DeskId, call.Party, card.Id.ToString(), card.Id, OnlyCall: callId));
            return new BookOutcome.Done(act, card.Id);
        },
        cancel);

    private static async Task<BookOutcome> MakeAsync(Work work, Guid act, Contact card)
    {
        await BookJournal.SaveAsync(work, act, before: null, card);
        await BookCalls.AdoptAsync(work, act, card);
        return new BookOutcome.Done(act, card.Id);
    }

    private static async Task<BookOutcome> ChangeAsync(Work work, Guid act, Contact before, Contact card)
    {
        if (before.DeskId != card.DeskId)
        {
            return new BookOutcome.NotThere();
        }

        if (before.Version != card.Version)
        {
            return new BookOutcome.Stale();
        }

        await BookJournal.SaveAsync(work, act, before, card);
        await BookCalls.AdoptAsync(work, act, card);
        return new BookOutcome.Done(act, card.Id);
    }

    private sealed record StrangersCall
    {
        public Guid Id { get; init; }

        public string? Party { get; init; }
    }
}
