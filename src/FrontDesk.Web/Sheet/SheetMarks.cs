using FrontDesk.Calls;
using FrontDesk.Ledger;
using FrontDesk.Reminders;
using FrontDesk.Sheet;
using FrontDesk.Web.Data;
using FrontDesk.Web.Reminders;

namespace FrontDesk.Web.Sheet;

/// <summary>Marks lines of the sheet: returned, left word, talked to, let go, another code. Nobody overwrites what they have not seen.</summary>
public sealed class SheetMarks(Database database, CurrentSheet sheet, SheetChanges changes, ReminderBell bell, TimeProvider time)
{
    /// <summary>Marks every call of the line at once. The same transaction stops its reminders.</summary>
    public async Task<MarkOutcome> MarkAsync(SheetMark mark, CancellationToken cancel)
    {
        var place = await database.ReadAsync(look => PlaceAsync(look, mark.CallId), cancel);
        if (place is null)
        {
            return new MarkOutcome.NotOwed(Exists: false);
        }

        var outcome = await database.WriteAsync(work => MarkAsync(work, mark, place), cancel);
        if (outcome is MarkOutcome.Marked)
        {
            changes.Changed(place.DeskId ?? SheetChanges.NoDesk);
            bell.Ring();
        }

        return outcome;
    }

    /// <summary>The same within somebody's transaction; who asks tells of the change once it is committed.</summary>
    internal async Task<MarkOutcome> MarkAsync(Work work, SheetMark mark) => await PlaceAsync(work, mark.CallId) is { } place
        ? await MarkAsync(work, mark, place)
        : new MarkOutcome.NotOwed(Exists: false);

    private async Task<MarkOutcome> MarkAsync(Work work, SheetMark mark, CallPlace place)
    {
        var now = time.GetUtcNow();
        await KeepToItselfAsync(work, mark, place);
        if (await sheet.LineOfAsync(work, place.DeskId, mark.CallId) is not { } line)
        {
            return new MarkOutcome.NotOwed(Exists: true);
        }

        if (mark.Version is { } seen && (seen != line.Version || mark.CallId != line.Id))
        {
            return new MarkOutcome.Stale(line);
        }

        var act = Guid.CreateVersion7(now);
        foreach (var call in await CallsOfActAsync(work, mark, line, place, now))
        {
            await NoteAsync(work, act, call, mark, now);
        }

        await ChangeCallsAsync(work, act, mark, now);
        if (mark.Kind != MarkKind.CodeChanged)
        {
            await AcknowledgeRemindersAsync(work, act, now);
        }

        return new MarkOutcome.Marked(act, line);
    }

    /// <summary>Touched first, the line is this mark's alone: where the engine lets others in meanwhile, they wait and see it as it is left.</summary>
    private static Task<int> KeepToItselfAsync(Work work, SheetMark mark, CallPlace place) => work.ExecuteAsync(
        $"update calls set version = version where id = @CallId or (desk_id = @DeskId and {SheetStore.StillOwed} and party = @Party)",
        new { mark.CallId, place.DeskId, place.Party });

    /// <summary>The line's own calls, and ours to them: a new one where word was left, all that wait for an answer where nobody owes now.</summary>
    private static async Task<IReadOnlyList<Guid>> CallsOfActAsync(
        Work work, SheetMark mark, SheetLine line, CallPlace place, DateTimeOffset now) => mark.Kind switch
        {
            MarkKind.CodeChanged => line.Calls,
            MarkKind.LeftWord => [.. line.Calls, mark.OurCall ?? await WriteDownOurCallAsync(work, line, place, now)],
            MarkKind.Returned or MarkKind.TalkedTo or MarkKind.LetGo =>
            [
                .. line.Calls,
                .. mark.OurCall is { } ours ? [ours] : Array.Empty<Guid>(),
            .. await work.QueryAsync<Guid>(
                $"select id from calls where desk_id = @DeskId and {SheetStore.StillOwed} and direction = 2 and party = @Party", place),
        ],
        };

    /// <summary>It is what makes their next call a returned one. The act that follows gives it its ball, as to the others.</summary>
    private static async Task<Guid> WriteDownOurCallAsync(Work work, SheetLine line, CallPlace place, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        await work.ExecuteAsync(
            """
            insert into calls (id, desk_id, line_number, direction, live, status, party, contact_id, caller_from, said_name, number,
              says_urgent, step, attempt, received_at, ended_at, ball, planned, version)
            values (@id, @DeskId, @LineNumber, @direction, 0, @status, @Party, @ContactId, @LineNumber, @Name, @number,
              0, @step, 1, @now, @now, @ball, 1, 1)
            """,
            new
            {
                id,
                place.DeskId,
                place.LineNumber,
                place.Party,
                line.ContactId,
                line.Name,
                number = line.Numbers.Count > 0 ? line.Numbers[0].E164 : null,
                direction = CallDirection.Outbound,
                status = CallStatus.Completed,
                step = ScriptStep.Goodbye,
                ball = Ball.Nobody,
                now,
            });
        return id;
    }

    /// <summary>Who did it and how it was before: the history of the call, and the way back.</summary>
    private static Task<int> NoteAsync(Work work, Guid act, Guid call, SheetMark mark, DateTimeOffset now) => work.ExecuteAsync(
        """
        insert into marks (id, act_id, desk_id, call_id, kind, by_whom, why, at,
          before_ball, before_outcome, before_settled_at, before_code, before_code_by, before_code_why)
        select @id, @act, desk_id, id, @Kind, @By, @Why, @now,
          ball, outcome, settled_at, assistant_code, assistant_by, assistant_why
        from calls where id = @call and (received_at <= @doneAt or id = @CallId)
        """,
        new { id = Guid.CreateVersion7(now), act, call, mark.CallId, mark.Kind, mark.By, mark.Why, now, doneAt = mark.DoneAt ?? now });

    private static Task<int> ChangeCallsAsync(Work work, Guid act, SheetMark mark, DateTimeOffset now)
    {
        var change = mark.Kind switch
        {
            MarkKind.Returned or MarkKind.TalkedTo => $"ball = {Ball.Nobody:D}, outcome = {CallOutcome.TalkedTo:D}, settled_at = @now",
            MarkKind.LetGo => $"ball = {Ball.Nobody:D}, settled_at = @now",
            MarkKind.LeftWord => $"ball = {Ball.Theirs:D}, outcome = {CallOutcome.LeftWord:D}, settled_at = null",
            MarkKind.CodeChanged => "assistant_code = @Code, assistant_by = @By, assistant_why = @Why, planned = case when ended_at is null then planned else 0 end",
        };
        return work.ExecuteAsync(
            $"update calls set {change}, version = version + 1 where id in (select call_id from marks where act_id = @act)",
            new { act, now, mark.Code, mark.By, mark.Why });
    }

    // A reminder on its way out (Sending) is its sender's own: it finds the call settled when it comes back.
    private static Task<int> AcknowledgeRemindersAsync(Work work, Guid act, DateTimeOffset now) => work.ExecuteAsync(
        $"""
        update reminders set acknowledged_at = @now, version = version + 1,
          state = case when state = {ReminderState.Pending:D} then {ReminderState.Cancelled:D} else state end
        where call_id in (select call_id from marks where act_id = @act) and acknowledged_at is null
          and state in ({ReminderState.Pending:D}, {ReminderState.Accepted:D}, {ReminderState.Delivered:D})
        """,
        new { act, now });

    private static Task<CallPlace?> PlaceAsync(Look look, Guid callId) => look.FirstOrDefaultAsync<CallPlace>(
        "select desk_id, line_number, party from calls where id = @callId", new { callId });

    private sealed record CallPlace
    {
        public Guid? DeskId { get; init; }

        public string LineNumber { get; init; } = "";

        public string? Party { get; init; }
    }
}
