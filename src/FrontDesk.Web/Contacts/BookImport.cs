using FrontDesk.Contacts;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Contacts;

/// <summary>Writes the cards of a file into the book: all of them or none, in one transaction, and it can be taken back.</summary>
public sealed class BookImport(BookPen pen)
{
    /// <param name="fileId">The file goes with it.</param>
    /// <param name="written">Told how many cards are written so far; begins anew where the engine makes the act begin anew.</param>
    /// <param name="cancel">Honoured between any two cards: then nothing of the file is in the book.</param>
    public Task<BookOutcome> ImportAsync(
        Guid deskId, ImportDecision decision, Guid fileId, string by, Action<int> written, CancellationToken cancel) => pen.MakeAsync(
        BookActKind.Imported,
        by,
        deskId,
        async (work, act) =>
        {
            // Before anything is written: what is returned is kept.
            foreach (var merged in decision.Merged)
            {
                if (!await HasAsync(work, merged.Before))
                {
                    return new BookOutcome.Stale();
                }
            }

            var done = 0;
            foreach (var merged in decision.Merged)
            {
                cancel.ThrowIfCancellationRequested();
                await BookJournal.SaveAsync(work, act, merged.Before, merged.After);
                written(++done);
            }

            foreach (var card in decision.Added)
            {
                cancel.ThrowIfCancellationRequested();
                await BookJournal.SaveAsync(work, act, before: null, card);
                written(++done);
            }

            foreach (var card in decision.Added.Concat(decision.Merged.Select(merged => merged.After)))
            {
                cancel.ThrowIfCancellationRequested();
                await BookCalls.AdoptAsync(work, act, card);
            }

            await work.ExecuteAsync("delete from book_files where id = @fileId", new { fileId });
            return new BookOutcome.Done(act, null);
        },
        cancel);

    /// <summary>Touching it keeps others from changing it until this act is over.</summary>
    private static async Task<bool> HasAsync(Work work, Contact card) => await work
        .Prepared("update contacts set version = version where id = @id and version = @version").With(card.Id).With((long)card.Version).ExecuteAsync() == 1;
}
