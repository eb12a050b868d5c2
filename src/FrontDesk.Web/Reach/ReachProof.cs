using FrontDesk.Reach;
using FrontDesk.Web.Data;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Reach;

/// <summary>What can be shown of each chase: which phone, when, what came of it (R4).</summary>
public sealed class ReachProof(Database database)
{
    // What became of a text is the carrier's to say, and stands with its intent.
    private const string Columns =
        """
        select a.id, a.call_id, a.phone, a.label, a.kind, a.at, a.answered_at, a.ended_at,
          case when a.kind <> 3 then a.outcome when i.state = 6 then 10 when i.state = 5 then 8 when i.state = 4 then 9 else 0 end as outcome
        from reach_attempts a join intents i on i.id = a.intent_id
        """;

    public Task<IReadOnlyList<ReachAttempt>> OfCallAsync(Guid callId, CancellationToken cancel) =>
        database.ReadAsync(look => look.QueryAsync<ReachAttempt>($"{Columns} where a.call_id = @callId order by a.at, a.place", new { callId }), cancel);

    /// <summary>Of every call somebody still waits for.</summary>
    public Task<ILookup<Guid, ReachAttempt>> OfOwedAsync(Guid deskId, CancellationToken cancel) =>
        database.ReadAsync(
            async look => (await look.QueryAsync<ReachAttempt>(
                $"{Columns} where a.call_id in (select id from calls where {SheetStore.Owed}) order by a.at, a.place", new { deskId })).ToLookup(attempt => attempt.CallId),
            cancel);

    /// <summary>Oldest first, after a place.</summary>
    public Task<IReadOnlyList<ReachAttempt>> SinceAsync(Guid deskId, LogPlace after, int count, CancellationToken cancel) =>
        database.ReadAsync(
            look => look.QueryAsync<ReachAttempt>(
                $"{Columns} where a.desk_id = @deskId and a.at >= @At and (a.at > @At or a.id > @Id) order by a.at, a.id {database.Dialect.FirstRows(count)}",
                new { deskId, after.At, after.Id }),
            cancel);

    /// <summary>Why the caller held and no phone rang; null where phones rang, or nobody held.</summary>
    public Task<Refrain?> RefrainedAsync(Guid callId, CancellationToken cancel) =>
        database.ReadAsync(look => look.FirstOrDefaultAsync<Refrain?>("select refrained from reaches where call_id = @callId", new { callId }), cancel);
}
