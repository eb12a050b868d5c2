using FrontDesk.Contacts;
using FrontDesk.Web.Data;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Contacts;

/// <summary>Writes an act on the book down: one transaction, its journal with it, and who watches the sheet is told.</summary>
public sealed class BookPen(Database database, SheetChanges changes, ReminderBell bell, TimeProvider time)
{
    /// <summary>An act on a card that is there.</summary>
    internal Task<BookOutcome> ActAsync(
        BookActKind kind, string by, Guid contactId, Func<Work, Guid, Contact, Task<BookOutcome>> act, CancellationToken cancel) => WriteAsync(
        async work => await FindToChangeAsync(work, contactId) is { } card
            ? (await RunAsync(work, NewAct(kind, card.DeskId, by), id => act(work, id, card)), card.DeskId)
            : (new BookOutcome.NotThere(), Guid.Empty),
        cancel);

    /// <summary>An act that makes cards.</summary>
    internal Task<BookOutcome> MakeAsync(
        BookActKind kind, string by, Guid deskId, Func<Work, Guid, Task<BookOutcome>> act, CancellationToken cancel) => WriteAsync(
        async work => (await RunAsync(work, NewAct(kind, deskId, by), id => act(work, id)), deskId), cancel);

    internal Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());

    /// <summary>Touching it first keeps others from changing it until this act is over, where the engine lets them in meanwhile.</summary>
    internal static async Task<Contact?> FindToChangeAsync(Work work, Guid id) =>
        await work.ExecuteAsync("update contacts set version = version where id = @id", new { id }) == 0 ? null : await ContactTables.FindAsync(work, id);

    /// <summary>Cards decide how soon to call: the sheet is read and the reminders are worked out anew.</summary>
    internal void Tell(Guid deskId)
    {
        changes.Changed(deskId);
        bell.Ring();
    }

    private async Task<BookOutcome> WriteAsync(Func<Work, Task<(BookOutcome Outcome, Guid DeskId)>> act, CancellationToken cancel)
    {
        var (outcome, deskId) = await database.WriteAsync(act, cancel);
        if (outcome is BookOutcome.Done)
        {
            Tell(deskId);
        }

        return outcome;
    }

    internal static async Task<BookOutcome> RunAsync(Work work, BookAct entry, Func<Guid, Task<BookOutcome>> act)
    {
        var outcome = await act(entry.Id);
        if (outcome is BookOutcome.Done)
        {
            await BookJournal.BeginAsync(work, entry);
            await BookCalls.MoveAsync(work, entry.Id);
        }

        return outcome;
    }

    private BookAct NewAct(BookActKind kind, Guid deskId, string by)
    {
        var now = time.GetUtcNow();
        return new BookAct { Id = Guid.CreateVersion7(now), DeskId = deskId, Kind = kind, By = by, At = now };
    }
}

/// <summary>A card in the version somebody saw.</summary>
public sealed record CardVersion(Guid Id, int Version);
