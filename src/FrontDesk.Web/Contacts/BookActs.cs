using FrontDesk.Contacts;
using FrontDesk.Web.Data;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Contacts;

/// <summary>What is done to whole cards: dropped, made one, split, made of a call. Each is one transaction and can be taken back.</summary>
public sealed class BookActs(Database database, SheetChanges changes, ReminderBell bell, TimeProvider time)
{
    /// <summary>The card goes; its calls stay on the log, and come back to it when the act is taken back.</summary>
    public Task<BookOutcome> DropAsync(Guid contactId, int version, string by, CancellationToken cancel) => ActAsync(
        BookActKind.Dropped,
        by,
        contactId,
        async (work, act, card) => card.Version == version && await BookJournal.DropAsync(work, act, card) == SaveOutcome.Saved
            ? new BookOutcome.Done(act, null)
            : new BookOutcome.Stale(),
        cancel);

    /// <summary>The other card's numbers, notes, matters and calls become this one's; the other goes.</summary>
    public Task<BookOutcome> MergeAsync(CardVersion kept, CardVersion other, string by, CancellationToken cancel) => ActAsync(
        BookActKind.Merged,
        by,
        kept.Id,
        async (work, act, card) =>
        {
            if (await FindToChangeAsync(work, other.Id) is not { } gone || gone.DeskId != card.DeskId || gone.Id == card.Id)
            {
                return new BookOutcome.NotThere();
            }

            if (card.Version != kept.Version || gone.Version != other.Version)
            {
                return new BookOutcome.Stale();
            }

            await BookJournal.DropAsync(work, act, gone);
            await BookJournal.SaveAsync(work, act, card, CardMerge.Into(card, gone));
            await BookJournal.MoveCallsAsync(work, act, new(card.DeskId, gone.Id.ToString(), card.Id.ToString(), card.Id));
            return new BookOutcome.Done(act, card.Id);
        },
        cancel);

    /// <summary>One of a card's numbers gets a card of its own, with the calls that came from it or gave it.</summary>
    public Task<BookOutcome> SplitNumberAsync(CardVersion from, PhoneNumber number, string name, string by, CancellationToken cancel) => ActAsync(
        BookActKind.Split,
        by,
        from.Id,
        async (work, act, card) =>
        {
            if (card.Numbers.FirstOrDefault(entry => entry.Number == number) is not { } entry)
            {
                return new BookOutcome.NotThere();
            }

            if (card.Version != from.Version)
            {
                return new BookOutcome.Stale();
            }

            await BookJournal.SaveAsync(work, act, card, card with { Numbers = [.. card.Numbers.Where(kept => kept != entry)] });
            var own = NewCard(card.DeskId, name, entry);
            await BookJournal.SaveAsync(work, act, before: null, own);
            await BookJournal.MoveCallsAsync(work, act, new(card.DeskId, card.Id.ToString(), own.Id.ToString(), own.Id, OnlyNumber: number.E164));
            return new BookOutcome.Done(act, own.Id);
        },
        cancel);

    /// <summary>A call that was somebody else's leaves the card, and stands under the number it came from.</summary>
    public Task<BookOutcome> SplitCallAsync(Guid contactId, Guid callId, string by, CancellationToken cancel) => ActAsync(
        BookActKind.Split,
        by,
        contactId,
        async (work, act, card) =>
        {
            var from = await work.FirstOrDefaultAsync<string>(
                "select caller_from from calls where id = @callId and contact_id = @contactId", new { callId, contactId });
            if (from is null)
            {
                return new BookOutcome.NotThere();
            }

            // On a number that is the card's own they are never the same person twice.
            var party = PhoneNumber.TryParse(from, out var number) && card.Numbers.All(entry => entry.Number != number) ? number.E164 : null;
            await BookJournal.MoveCallsAsync(work, act, new(card.DeskId, card.Id.ToString(), party, null, OnlyCall: callId));
            return new BookOutcome.Done(act, card.Id);
        },
        cancel);

    /// <summary>A new card takes over a stranger's call, and every other call of that party unless several people share the number.</summary>
    public async Task<BookOutcome> MakeOfCallAsync(Contact card, Guid callId, string by, CancellationToken cancel)
    {
        var outcome = await database.WriteAsync(work => MakeOfCallAsync(work, card, callId, by), cancel);
        Tell(outcome, card.DeskId);
        return outcome;
    }

    private async Task<BookOutcome> MakeOfCallAsync(Work work, Contact card, Guid callId, string by)
    {
        var call = await work.FirstOrDefaultAsync<StrangersCall>(
            "select id, party from calls where id = @callId and desk_id = @DeskId and contact_id is null", new { callId, card.DeskId });
        if (call is null)
        {
            return new BookOutcome.NotThere();
        }

        var act = NewAct(BookActKind.MadeOfCall, card.DeskId, by);
        await BookJournal.BeginAsync(work, act);
        await BookJournal.SaveAsync(work, act.Id, before: null, card);
        var shared = call.Party is null || await work.FirstOrDefaultAsync<int>(
            "select count(*) from contact_numbers where desk_id = @DeskId and number = @Party", new { card.DeskId, call.Party }) > 1;
        await BookJournal.MoveCallsAsync(work, act.Id, new(card.DeskId, call.Party, card.Id.ToString(), card.Id, OnlyCall: shared ? callId : null));
        return new BookOutcome.Done(act.Id, card.Id);
    }

    private async Task<BookOutcome> ActAsync(
        BookActKind kind, string by, Guid contactId, Func<Work, Guid, Contact, Task<BookOutcome>> act, CancellationToken cancel)
    {
        var (outcome, deskId) = await database.WriteAsync(
            async work => await FindToChangeAsync(work, contactId) is { } card
                ? (await ActAsync(work, NewAct(kind, card.DeskId, by), card, act), card.DeskId)
                : (new BookOutcome.NotThere(), Guid.Empty),
            cancel);
        Tell(outcome, deskId);
        return outcome;
    }

    private static async Task<BookOutcome> ActAsync(Work work, BookAct entry, Contact card, Func<Work, Guid, Contact, Task<BookOutcome>> act)
    {
        var outcome = await act(work, entry.Id, card);
        if (outcome is BookOutcome.Done)
        {
            await BookJournal.BeginAsync(work, entry);
        }

        return outcome;
    }

    /// <summary>Touching it first keeps others from changing it until this act is over, where the engine lets them in meanwhile.</summary>
    private static async Task<Contact?> FindToChangeAsync(Work work, Guid id) =>
        await work.ExecuteAsync("update contacts set version = version where id = @id", new { id }) == 0 ? null : await ContactTables.FindAsync(work, id);

    private BookAct NewAct(BookActKind kind, Guid deskId, string by)
    {
        var now = time.GetUtcNow();
        return new BookAct { Id = Guid.CreateVersion7(now), DeskId = deskId, Kind = kind, By = by, At = now };
    }

    private Contact NewCard(Guid deskId, string name, ContactNumber number) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        DeskId = deskId,
        Name = name,
        Standing = Standing.Ordinary,
        WantsToTalk = false,
        Numbers = [number with { Id = Guid.CreateVersion7(time.GetUtcNow()) }],
        Matters = [],
    };

    private void Tell(BookOutcome outcome, Guid deskId)
    {
        if (outcome is BookOutcome.Done)
        {
            changes.Changed(deskId);
            bell.Ring();
        }
    }

    private sealed record StrangersCall
    {
        public Guid Id { get; init; }

        public string? Party { get; init; }
    }
}

/// <summary>A card in the version somebody saw.</summary>
public sealed record CardVersion(Guid Id, int Version);
