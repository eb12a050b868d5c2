using FrontDesk.Calls;
using FrontDesk.Contacts;
using FrontDesk.Web.Calls;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Contacts;

/// <summary>When a call is over, the numbers given on it go onto the card of whoever gave them: in the act that ends the call, and journalled.</summary>
internal static class CallOntoCard
{
    /// <summary>Who did it, in the card's timeline.</summary>
    public const string By = "the desk, on a call";

    private const string GivenOn = """
        select c.desk_id, c.contact_id, k.name, coalesce(c.calls_for, c.said_name), c.number, c.numbers_given,
          case when exists (select 1 from contact_numbers n where n.contact_id = c.contact_id and n.number = c.caller_from) then 1 else 0 end
        from calls c join contacts k on k.id = c.contact_id
        where c.call_sid = @call_sid and c.live = 1 and (c.number is not null or c.numbers_given is not null)
        """;

    // A number of the desk's own people is nobody else's, whoever gives it.
    private const string Taken = """
        select contact_id from contact_numbers where desk_id = @desk_id and number = @number
        union all
        select null from lines where number = @number
        union all
        select null from boss_phones where desk_id = @desk_id and number = @number
        """;

    public static async Task KeepNumbersAsync(Work work, string callSid, DateTimeOffset at)
    {
        var call = await work.Prepared(GivenOn).With(callSid).FirstOrDefaultAsync(row => NumbersFromCall.IsAgreed(row.TextOrNull(3), row.Text(2), row.Flag(6))
            ? new GivenCall(row.Id(0), row.Id(1), NumbersFromCall.Of(row.PhoneOrNull(4), GivenJson.Read(row.TextOrNull(5))))
            : null);
        if (call is null || await NewAsync(work, call) is not { Count: > 0 } numbers || await BookPen.FindToChangeAsync(work, call.CardId) is not { } card)
        {
            return;
        }

        var more = numbers.Aggregate(card, (so, number) => NumbersFromCall.On(so, number, Guid.CreateVersion7(at)));
        if (!ReferenceEquals(more, card))
        {
            var entry = new BookAct { Id = Guid.CreateVersion7(at), DeskId = call.DeskId, Kind = BookActKind.Changed, By = By, At = at };
            await BookPen.RunAsync(work, entry, act => WriteAsync(work, act, card, more));
        }
    }

    private static async Task<BookOutcome> WriteAsync(Work work, Guid act, Contact before, Contact card)
    {
        await BookJournal.SaveAsync(work, act, before, card);
        await BookCalls.AdoptAsync(work, act, card);
        return new BookOutcome.Done(act, card.Id);
    }

    private static async Task<IReadOnlyList<NumberGiven>> NewAsync(Work work, GivenCall call)
    {
        List<NumberGiven> added = [];
        foreach (var given in call.Numbers)
        {
            var holders = await work.Prepared(Taken).With(call.DeskId).With(given.Number).ListAsync(row => row.IdOrNull(0));
            // Nobody has it; or the card alone has it, and learns an extension.
            if (holders.Count == 0 || (given.Extension is not null && holders.All(holder => holder == call.CardId)))
            {
                added.Add(given);
            }
        }

        return added;
    }

    private sealed record GivenCall(Guid DeskId, Guid CardId, IReadOnlyList<NumberGiven> Numbers);
}
