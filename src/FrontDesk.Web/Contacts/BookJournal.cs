using FrontDesk.Contacts;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Contacts;

/// <summary>How each card was before an act on the book: its history, and the way back.</summary>
internal static class BookJournal
{
    public static Task<int> BeginAsync(Work work, BookAct act) => work.ExecuteAsync(
        "insert into book_acts (id, desk_id, kind, by_whom, at) values (@Id, @DeskId, @Kind, @By, @At)", act);

    /// <summary>Saves a card and keeps how it was.</summary>
    /// <param name="before">Null for a new card.</param>
    /// <exception cref="InvalidOperationException">Somebody was faster, though the act had the card to itself.</exception>
    public static async Task SaveAsync(Work work, Guid act, Contact? before, Contact card)
    {
        Expect(await ContactWriting.SaveAsync(work, card));
        await KeepAsync(work, act, card.Id, before, card.Version + 1);
        if (before is not null)
        {
            await BookCalls.ReplanAsync(work, card.DeskId, card.Id);
        }
    }

    public static async Task DropAsync(Work work, Guid act, Contact card)
    {
        Expect(await ContactWriting.DropAsync(work, card.DeskId, card.Id, card.Version));
        await KeepAsync(work, act, card.Id, card, afterVersion: null);
    }

    private static void Expect(SaveOutcome outcome)
    {
        if (outcome != SaveOutcome.Saved)
        {
            throw new InvalidOperationException($"A card that this act had looked at turned out to be {outcome}.");
        }
    }

    private static async Task KeepAsync(Work work, Guid act, Guid contact, Contact? before, int? afterVersion) => await work
        .Prepared("insert into book_cards (act_id, contact_id, before_card, after_version) values (@act, @contact, @card, @afterVersion)")
        .With(act).With(contact).With(before is null ? null : CardJson.Of(before)).With((long?)afterVersion).ExecuteAsync();
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
