using FrontDesk.Contacts;
using FrontDesk.Ledger;
using FrontDesk.Web.Data;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Contacts;

/// <summary>What was between the desk and one person: calls, texts, marks and reminders, both ways, and what was done to the card.</summary>
public sealed class Timeline(Database database)
{
    private const string Theirs =
        $"""
        (select id from calls where party in @parties and desk_id = @DeskId and {BookCalls.Filed}
         union all select id from calls where party in @parties and desk_id = @DeskId and {BookCalls.Living})
        """;

    /// <summary>Newest first.</summary>
    /// <param name="before">Where the page before ended; null for the first.</param>
    /// <param name="count">Of each kind; what happened in the same moment is never torn apart.</param>
    public Task<TimelinePage> PageAsync(Contact card, DateTimeOffset? before, int count, CancellationToken cancel)
    {
        var numbers = card.Numbers.Select(entry => entry.Number).Concat(card.Assistants.Select(assistant => assistant.Number).OfType<PhoneNumber>())
            .Select(number => number.E164).Distinct(StringComparer.Ordinal).ToList();
        var arguments = new { card.Id, card.DeskId, parties = numbers.Prepend(card.Id.ToString()), numbers, before = before ?? DateTimeOffset.MaxValue };
        return database.ReadAsync(
            async look =>
            {
                List<TimelineEntry> entries =
                [
                    .. (await CallsAsync(look, arguments, count)).Select(call => new TimelineEntry.OfCall(call)),
                    .. (await MarksAsync(look, arguments, count)).Select(mark => new TimelineEntry.OfMark(mark)),
                    .. (await RemindersAsync(look, arguments, count)).Select(reminder => new TimelineEntry.OfReminder(reminder)),
                    .. (await TextsAsync(look, arguments, count)).Select(text => new TimelineEntry.OfText(text)),
                    .. (await ActsAsync(look, arguments, count)).Select(act => new TimelineEntry.OfAct(act)),
                ];
                return TimelinePage.Of(entries, count);
            },
            cancel);
    }

    public async Task<Ball> CourtAsync(Contact card, CancellationToken cancel) => Court.Of(await database.ReadAsync(
        look => look.QueryAsync<Ball>($"select ball from calls where id in {Theirs} and ball in (1, 2)", new { card.DeskId, parties = new[] { card.Id.ToString() } }),
        cancel));

    private Task<IReadOnlyList<LoggedCall>> CallsAsync(Look look, object arguments, int count) => look.QueryAsync<LoggedCall>(
        $"{CallHistory.Columns} where calls.id in {Theirs} and received_at < @before order by received_at desc{First(count)}", arguments);

    // That word was left is told by the call that left it.
    private Task<IReadOnlyList<LoggedMark>> MarksAsync(Look look, object arguments, int count) => look.QueryAsync<LoggedMark>(
        $"""
        select act_id, min(kind) as kind, min(by_whom) as by_whom, min(why) as why, min(at) as at from marks
        where call_id in {Theirs} and at < @before and undone_at is null and kind <> {MarkKind.LeftWord:D}
        group by act_id order by min(at) desc{First(count)}
        """,
        arguments);

    // Due and told, or tried: not those that were never needed.
    private Task<IReadOnlyList<LoggedReminder>> RemindersAsync(Look look, object arguments, int count) => look.QueryAsync<LoggedReminder>(
        $"""
        select id, call_id, kind, slot, due_at, case when expired_at is null then state else 8 end as state, acknowledged_at, last_error from reminders
        where call_id in {Theirs} and due_at < @before and (state in (2, 3, 4, 5, 7) or expired_at is not null) order by due_at desc{First(count)}
        """,
        arguments);

    private Task<IReadOnlyList<LoggedText>> TextsAsync(Look look, object arguments, int count) => look.QueryAsync<LoggedText>(
        $"""
        select id, direction, from_number, to_number, body, status, at from texts
        where desk_id = @DeskId and at < @before and (from_number in @numbers or to_number in @numbers) order by at desc{First(count)}
        """,
        arguments);

    private Task<IReadOnlyList<LoggedAct>> ActsAsync(Look look, object arguments, int count) => look.QueryAsync<LoggedAct>(
        $"""
        select a.id, a.kind, a.by_whom, a.at, a.undone_at from book_cards k join book_acts a on a.id = k.act_id
        where k.contact_id = @Id and a.at < @before order by a.at desc{First(count)}
        """,
        arguments);

    private string First(int count) => database.Dialect.FirstRows(count);
}
