using FrontDesk.Reminders;
using FrontDesk.Web.Data;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Reminders;

/// <summary>A desk's reminders as people read them: what is to come, and what came of the latest.</summary>
public sealed class ReminderLog(Database database)
{
    private const int MostShown = 60;

    private const string Columns =
        """
        select r.id, r.call_id, r.kind, r.slot, r.rung, r.due_at, case when r.expired_at is null then r.state else 8 end as state, r.acknowledged_at, r.last_error, r.throttled_until,
          coalesce(k.name, c.calls_for, c.said_name, c.number) as who
        from reminders r join calls c on c.id = r.call_id left join contacts k on k.id = c.contact_id
        """;

    /// <summary>What is due next comes first.</summary>
    public Task<IReadOnlyList<LoggedReminder>> ComingAsync(Guid deskId, CancellationToken cancel) => database.ReadAsync(
        look => look.QueryAsync<LoggedReminder>($"{Columns} where r.desk_id = @deskId and r.state = 1 order by r.due_at, r.id {database.Dialect.FirstRows(MostShown)}", new { deskId }), cancel);

    /// <summary>What is over, newest first; not what was never needed.</summary>
    public Task<IReadOnlyList<LoggedReminder>> LatelyAsync(Guid deskId, CancellationToken cancel) => database.ReadAsync(
        look => look.QueryAsync<LoggedReminder>(
            $"{Columns} where r.desk_id = @deskId and r.state <> 1 and (r.state <> {ReminderState.Cancelled:D} or r.expired_at is not null) order by r.due_at desc, r.id desc {database.Dialect.FirstRows(MostShown)}",
            new { deskId }),
        cancel);
}
