using FrontDesk.Contacts;

namespace FrontDesk.Web.Contacts;

/// <summary>Two cards become one, or one becomes two; the calls go where their people go. Each can be taken back.</summary>
public sealed class BookParting(BookPen pen)
{
    /// <summary>The other card's numbers, notes, matters and calls become this one's; the other goes.</summary>
    public Task<BookOutcome> MergeAsync(CardVersion kept, CardVersion other, string by, CancellationToken cancel) => pen.ActAsync(
        BookActKind.Merged,
        by,
        kept.Id,
        async (work, act, card) =>
        {
            if (await BookPen.FindToChangeAsync(work, other.Id) is not { } gone || gone.DeskId != card.DeskId || gone.Id == card.Id)
            {
                return new BookOutcome.NotThere();
            }

            if (card.Version != kept.Version || gone.Version != other.Version)
            {
                return new BookOutcome.Stale();
            }

            await BookJournal.DropAsync(work, act, gone);
            await BookJournal.SaveAsync(work, act, card, CardMerge.Into(card, gone));
            await BookCalls.NoteAsync(work, act, new(card.DeskId, gone.Id.ToString(), card.Id.ToString(), card.Id));
            return new BookOutcome.Done(act, card.Id);
        },
        cancel);

    /// <summary>One of a card's numbers gets a card of its own, with the calls that came from it or gave it.</summary>
    public Task<BookOutcome> SplitNumberAsync(CardVersion from, PhoneNumber number, string name, string by, CancellationToken cancel) => pen.ActAsync(
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
            await BookCalls.NoteAsync(work, act, new(card.DeskId, card.Id.ToString(), own.Id.ToString(), own.Id, OnlyNumber: number.E164));
            return new BookOutcome.Done(act, own.Id);
        },
        cancel);

    /// <summary>A call that was somebody else's leaves the card, and stands under the number it came from.</summary>
    public Task<BookOutcome> SplitCallAsync(Guid contactId, Guid callId, string by, CancellationToken cancel) => pen.ActAsync(
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
            await BookCalls.NoteAsync(work, act, new(card.DeskId, card.Id.ToString(), party, null, OnlyCall: callId));
            return new BookOutcome.Done(act, card.Id);
        },
        cancel);

    private Contact NewCard(Guid deskId, string name, ContactNumber number) => new()
    {
        Id = pen.NewId(),
        DeskId = deskId,
        Name = name,
        Standing = Standing.Ordinary,
        WantsToTalk = false,
        Numbers = [number with { Id = pen.NewId() }],
        Matters = [],
    };
}
