using FrontDesk.Web.Data;
using FrontDesk.Web.Office;

namespace FrontDesk.Web.Sheet;

/// <summary>Every call that reached the desk or left it, page by page: nothing is hidden because it was settled.</summary>
public sealed class CallHistory(Database database)
{
    internal const string Columns =
        """
        select calls.id, calls.desk_id, line_number, direction, call_sid, status, contact_id, caller_from,
          coalesce(contacts.name, calls_for, said_name) as name, said_name, calls_for, name_heard, name_confidence, name_confirmed, says_returning, pronunciation, company, number, number_as_heard, numbers_given, recording_consent, recording_sid, recording_seconds, regarding,
          wants_return, says_urgent, nth_call, reachable, time_critical, stir, caller_id_name, forwarded_from, unwanted, found_at, step, received_at, ended_at, seconds, ball, outcome, settled_at,
          assistant_code, assistant_by, assistant_why, calls.version,
        """ + Applications.Columns + """

        from calls left join contacts on contacts.id = calls.contact_id left join applications on applications.call_id = calls.id
        """;

    private const string Since =
        """
        where calls.desk_id = @deskId and received_at >= @At and (received_at > @At or calls.id > @Id)
        order by received_at, calls.id
        """;

    private const string Turns = "select call_id, step, attempt, heard_kind, heard, confidence, said, at from turns";
    private const string AsSpoken = "order by call_id, at, step, attempt";

    public Task<LoggedCall?> FindAsync(Guid id, CancellationToken cancel) =>
        database.ReadAsync(look => look.FirstOrDefaultAsync<LoggedCall>($"{Columns} where calls.id = @id", new { id }), cancel);

    /// <summary>Newest first, before a place or from the start. A null desk: the lines no desk has claimed.</summary>
    public Task<IReadOnlyList<LoggedCall>> NewestAsync(Guid? deskId, LogPlace? before, int count, CancellationToken cancel)
    {
        const string OnlyBefore = "and received_at <= @At and (received_at < @At or calls.id < @Id)";
        return database.ReadAsync(
            look => look.QueryAsync<LoggedCall>(
                $"""
                {Columns}
                where {(deskId is null ? "calls.desk_id is null" : "calls.desk_id = @deskId")} {(before is null ? "" : OnlyBefore)}
                order by received_at desc, calls.id desc {database.Dialect.FirstRows(count)}
                """,
                new { deskId, before?.At, before?.Id }),
            cancel);
    }

    /// <summary>Oldest first, after a place: what a program reads to keep up.</summary>
    public Task<IReadOnlyList<LoggedCall>> SinceAsync(Guid deskId, LogPlace after, int count, CancellationToken cancel) =>
        database.ReadAsync(
            look => look.QueryAsync<LoggedCall>($"{Columns} {Since} {database.Dialect.FirstRows(count)}", new { deskId, after.At, after.Id }),
            cancel);

    /// <summary>A call's transcript, in the order it was spoken.</summary>
    public Task<IReadOnlyList<CallTurn>> TurnsAsync(Guid callId, CancellationToken cancel) =>
        database.ReadAsync(look => look.QueryAsync<CallTurn>($"{Turns} where call_id = @callId {AsSpoken}", new { callId }), cancel);

    /// <summary>The transcripts of the calls that <see cref="SinceAsync"/> reads.</summary>
    public Task<IReadOnlyList<CallTurn>> TurnsSinceAsync(Guid deskId, LogPlace after, int count, CancellationToken cancel) =>
        database.ReadAsync(
            look => look.QueryAsync<CallTurn>(
                $"{Turns} where call_id in (select calls.id from calls {Since} {database.Dialect.FirstRows(count)}) {AsSpoken}",
                new { deskId, after.At, after.Id }),
            cancel);

    public Task<IReadOnlyList<LoggedMark>> MarksAsync(Guid callId, CancellationToken cancel) =>
        database.ReadAsync(
            look => look.QueryAsync<LoggedMark>(
                "select act_id, kind, by_whom, why, at, undone_at from marks where call_id = @callId order by at", new { callId }),
            cancel);

    public Task<IReadOnlyList<LoggedReminder>> RemindersAsync(Guid callId, CancellationToken cancel) =>
        database.ReadAsync(
            look => look.QueryAsync<LoggedReminder>(
                """
                select id, call_id, kind, slot, rung, due_at, case when expired_at is null then state else 8 end as state, acknowledged_at, last_error, throttled_until
                from reminders where call_id = @callId order by due_at, kind, slot
                """,
                new { callId }),
            cancel);
}
