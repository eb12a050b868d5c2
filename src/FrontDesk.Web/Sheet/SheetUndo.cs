using FrontDesk.Calls;
using FrontDesk.Ledger;
using FrontDesk.Reminders;
using FrontDesk.Web.Data;
using FrontDesk.Web.Reminders;

namespace FrontDesk.Web.Sheet;

/// <summary>Takes back an act for as long as an hour, unless somebody has marked those calls again.</summary>
public sealed class SheetUndo(Database database, SheetChanges changes, ReminderBell bell, TimeProvider time)
{
    private static readonly TimeSpan Possible = TimeSpan.FromHours(1);

    public async Task<UndoOutcome> UndoAsync(Guid actId, CancellationToken cancel)
    {
        var (outcome, deskId) = await database.WriteAsync(work => UndoAsync(work, actId), cancel);
        if (outcome is UndoOutcome.Undone)
        {
            changes.Changed(deskId ?? SheetChanges.NoDesk);
            bell.Ring();
        }

        return outcome;
    }

    /// <summary>Whether an act may still be taken back.</summary>
    public bool IsPossible(DateTimeOffset at, bool undone) => !undone && at >= time.GetUtcNow() - Possible;

    private async Task<(UndoOutcome Outcome, Guid? DeskId)> UndoAsync(Work work, Guid actId)
    {
        // Touched first, as by whoever marks them: then nobody else marks or takes back in the same moment.
        await work.ExecuteAsync("update calls set version = version where id in (select call_id from marks where act_id = @actId)", new { actId });
        var marks = await MarksAsync(work, actId);
        if (marks.Count == 0 || !IsPossible(marks[0].At, undone: false))
        {
            return (new UndoOutcome.TooLate(), null);
        }

        // An act is one thing done to a line: it is taken back whole or not at all.
        if (marks.Any(mark => mark.Overtaken))
        {
            return (new UndoOutcome.Overtaken(), null);
        }

        foreach (var mark in marks)
        {
            await RestoreAsync(work, mark);
        }

        await work.ExecuteAsync("update marks set undone_at = @now where act_id = @actId", new { now = time.GetUtcNow(), actId });
        return (new UndoOutcome.Undone(marks[0].Kind), marks[0].DeskId);
    }

    private static Task<IReadOnlyList<MarkRow>> MarksAsync(Work work, Guid actId) => work.QueryAsync<MarkRow>(
        """
        select desk_id, call_id, kind, at, before_ball, before_outcome, before_settled_at, before_code, before_code_by, before_code_why,
          case when exists (
            select 1 from marks later
            where later.call_id = marks.call_id and later.act_id <> marks.act_id and later.at >= marks.at and later.undone_at is null)
          then 1 else 0 end as overtaken
        from marks where act_id = @actId and undone_at is null
        """,
        new { actId });

    private static async Task RestoreAsync(Work work, MarkRow mark)
    {
        // Our own call that was never owed before was written down by this act: it did not happen, and the log says so.
        await work.ExecuteAsync(
            $"""
            update calls set ball = @BeforeBall, outcome = @BeforeOutcome, settled_at = @BeforeSettledAt,
              assistant_code = @BeforeCode, assistant_by = @BeforeCodeBy, assistant_why = @BeforeCodeWhy,
              status = case when direction = {CallDirection.Outbound:D} and @BeforeBall = {Ball.Nobody:D}
                then {CallStatus.Canceled:D} else status end,
              planned = case when ended_at is null then planned else 0 end, version = version + 1
            where id = @CallId
            """,
            mark);
        // The moment tells which reminders this act stopped.
        await work.ExecuteAsync(
            $"""
            update reminders set acknowledged_at = null, version = version + 1,
              state = case when state = {ReminderState.Cancelled:D} then {ReminderState.Pending:D} else state end
            where call_id = @CallId and acknowledged_at = @At
            """,
            mark);
    }

    private sealed record MarkRow
    {
        public Guid? DeskId { get; init; }

        public Guid CallId { get; init; }

        public MarkKind Kind { get; init; }

        public DateTimeOffset At { get; init; }

        public Ball BeforeBall { get; init; }

        public CallOutcome? BeforeOutcome { get; init; }

        public DateTimeOffset? BeforeSettledAt { get; init; }

        public int? BeforeCode { get; init; }

        public string? BeforeCodeBy { get; init; }

        public string? BeforeCodeWhy { get; init; }

        public bool Overtaken { get; init; }
    }
}
