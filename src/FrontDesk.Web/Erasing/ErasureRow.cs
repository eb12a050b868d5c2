using FrontDesk.Web.Data;

namespace FrontDesk.Web.Erasing;

/// <summary>A request to forget somebody, as it stands in the books until it is done.</summary>
internal sealed record ErasureRow
{
    public const string Columns = "id, desk_id, contact_id, number, call_id, asked_by, asked_at";

    public required Guid Id { get; init; }

    public required Guid DeskId { get; init; }

    public Guid? ContactId { get; init; }

    public PhoneNumber? Number { get; init; }

    /// <summary>Where that one call is all there is to know them by.</summary>
    public Guid? CallId { get; init; }

    public required string AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Touched first: of two nodes that find it waiting, the second finds it done.</summary>
    public static async Task<ErasureRow?> TakeAsync(Work work, Guid id) =>
        await work.ExecuteAsync("update erasures set calls = calls where id = @id and done_at is null", new { id }) == 0 ? null
            : await work.FirstOrDefaultAsync<ErasureRow>($"select {Columns} from erasures where id = @id", new { id });

    /// <returns>False where the same was asked before and waits.</returns>
    public async Task<bool> WriteDownAsync(Work work) => await work.ExecuteAsync(
        """
        insert into erasures (id, desk_id, contact_id, number, call_id, asked_by, asked_at, calls, texts, cards)
        select @Id, @DeskId, @ContactId, @Number, @CallId, @AskedBy, @AskedAt, 0, 0, 0
        where not exists (select 1 from erasures where done_at is null and desk_id = @DeskId
          and (contact_id = @ContactId or number = @Number or call_id = @CallId))
        """,
        this) == 1;

    /// <summary>Whom it was about goes too; how much there was stays.</summary>
    public Task DoneAsync(Work work, ErasureCount count, DateTimeOffset now) => work.ExecuteAsync(
        "update erasures set contact_id = null, number = null, call_id = null, done_at = @now, calls = @Calls, texts = @Texts, cards = @Cards where id = @Id",
        new { Id, now, count.Calls, count.Texts, count.Cards });

    /// <summary>By card where the number or the call leads to one, else by number, else by the call.</summary>
    /// <returns>What is to be said where nobody can be forgotten by it; null where somebody can.</returns>
    public async Task<(ErasureRow Row, ErasureOutcome? Refusal)> ResolveAsync(Work work) => this switch
    {
        { CallId: { } call } => await OfCallAsync(work, call),
        { Number: { } number } => await OfNumberAsync(work, number),
        { ContactId: { } card } => (this, await IsKnownAsync(work, card) ? null : new ErasureOutcome.NotThere()),
        _ => (this, new ErasureOutcome.NotThere()),
    };

    private async Task<(ErasureRow Row, ErasureOutcome? Refusal)> OfCallAsync(Work work, Guid call)
    {
        var made = await work.FirstOrDefaultAsync<MadeBy>("select contact_id, caller_from, direction, number from calls where id = @call and desk_id = @DeskId", new { call, DeskId });
        return made is null ? (this, new ErasureOutcome.NotThere())
            : made.ContactId is { } card && await IsKnownAsync(work, card) ? (this with { CallId = null, ContactId = card }, null)
            : PhoneNumber.TryParse(made.Direction == 1 ? made.CallerFrom : made.Number, out var number) ? await (this with { CallId = null, Number = number }).OfNumberAsync(work, number)
            : (this, null);
    }

    private async Task<(ErasureRow Row, ErasureOutcome? Refusal)> OfNumberAsync(Work work, PhoneNumber number)
    {
        if (await work.FirstOrDefaultAsync<int>(
            "select (select count(*) from lines where number = @number) + (select count(*) from boss_phones where number = @number) as n", new { number }) > 0)
        {
            return (this, new ErasureOutcome.Ours());
        }

        var cards = await work.QueryAsync<Guid>("select distinct contact_id from contact_numbers where desk_id = @DeskId and number = @number", new { DeskId, number });
        return cards switch
        {
            [] => (this, null),
            [var card] => (this with { Number = null, ContactId = card }, null),
            _ => (this, new ErasureOutcome.Shared(cards.Count)),
        };
    }

    // A card that was dropped is known by the journal.
    private async Task<bool> IsKnownAsync(Work work, Guid card) => await work.FirstOrDefaultAsync<int>(
        """
        select (select count(*) from contacts where id = @card and desk_id = @DeskId)
          + (select count(*) from book_cards k join book_acts a on a.id = k.act_id where k.contact_id = @card and a.desk_id = @DeskId) as n
        """,
        new { card, DeskId }) > 0;

    private sealed record MadeBy
    {
        public Guid? ContactId { get; init; }

        public string CallerFrom { get; init; } = "";

        public int Direction { get; init; }

        public string? Number { get; init; }
    }
}
