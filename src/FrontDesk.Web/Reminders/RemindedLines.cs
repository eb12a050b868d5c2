using FrontDesk.Desks;
using FrontDesk.Sheet;
using FrontDesk.Web.Data;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Reminders;

/// <summary>The lines of the sheet a nudge was about, as far as they are still owed.</summary>
public static class RemindedLines
{
    /// <returns>Most important first.</returns>
    public static async Task<IReadOnlyList<SheetLine>> OfAsync(Look look, Guid intentId, Desk desk, DateTimeOffset now)
    {
        var calls = (await look.QueryAsync<Guid>("select call_id from reminders where intent_id is not null and intent_id = @intentId", new { intentId })).ToHashSet();
        var sheet = PhoneSheet.Of(await SheetStore.OwedAsync(look, desk.Id), new DeskClock(desk), now, desk.Office);
        return [.. sheet.Lines.Where(line => line.Calls.Any(calls.Contains))];
    }

    /// <summary>The newest nudge to the desk's boss that is about something still owed: what a bare "1" answers (T87).</summary>
    public static Task<Guid?> NewestAsync(Look look, Guid deskId) => look.FirstOrDefaultAsync<Guid?>(
        """
        select i.id
        from calls c join reminders r on r.call_id = c.id join intents i on i.id = r.intent_id
        where c.desk_id = @deskId and c.ball <> 3 and c.ball = 1 and i.sid is not null
        order by i.created_at desc, i.id desc
        """,
        new { deskId });
}
