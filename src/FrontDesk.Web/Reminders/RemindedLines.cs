using FrontDesk.Desks;
using FrontDesk.Sheet;
using FrontDesk.Web.Data;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Texts;

namespace FrontDesk.Web.Reminders;

/// <summary>The lines of the sheet a nudge was about, as far as they are still owed.</summary>
public static class RemindedLines
{
    /// <summary>An older nudge is answered on the sheet, or where it is the only one.</summary>
    private static readonly TimeSpan OpenFor = TimeSpan.FromHours(24);

    /// <summary>What the boss was nudged about and has not answered: what a bare digit may mean (T87).</summary>
    /// <returns>Most important first; those of the newest nudge where none is open.</returns>
    public static async Task<IReadOnlyList<SheetLine>> OpenAsync(TextTurn turn)
    {
        var open = await turn.Work.QueryAsync<Guid>(
            """
            select r.call_id
            from calls c join reminders r on r.call_id = c.id join intents i on i.id = r.intent_id
            where c.desk_id = @Id and c.ball <> 3 and c.ball = 1 and r.acknowledged_at is null and i.sid is not null and i.created_at > @since
            """,
            new { turn.Desk.Id, since = turn.Now - OpenFor });
        var calls = open.ToHashSet();
        return turn.Lines.Where(line => line.Calls.Any(calls.Contains)).ToList() is { Count: > 0 } lines ? lines
            : await NewestAsync(turn.Work, turn.Desk.Id) is { } newest ? await OfAsync(turn.Work, newest, turn.Desk, turn.Now)
            : [];
    }

    /// <returns>Most important first.</returns>
    public static async Task<IReadOnlyList<SheetLine>> OfAsync(Look look, Guid intentId, Desk desk, DateTimeOffset now)
    {
        var calls = (await look.QueryAsync<Guid>("select call_id from reminders where intent_id is not null and intent_id = @intentId", new { intentId })).ToHashSet();
        var sheet = PhoneSheet.Of(await SheetStore.OwedAsync(look, desk.Id), new DeskClock(desk), now, desk.Office);
        return [.. sheet.Lines.Where(line => line.Calls.Any(calls.Contains))];
    }

    /// <summary>The newest nudge to the desk's boss that is about something still owed: what a bare digit answers.</summary>
    private static Task<Guid?> NewestAsync(Look look, Guid deskId) => look.FirstOrDefaultAsync<Guid?>(
        """
        select i.id
        from calls c join reminders r on r.call_id = c.id join intents i on i.id = r.intent_id
        where c.desk_id = @deskId and c.ball <> 3 and c.ball = 1 and i.sid is not null
        order by i.created_at desc, i.id desc
        """,
        new { deskId });
}
