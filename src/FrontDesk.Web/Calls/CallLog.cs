using System.Data.Common;
using FrontDesk.Calls;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Data;
using FrontDesk.Web.Reach;
using FrontDesk.Web.Reconciling;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Calls;

/// <summary>The log of calls: each one once, and each thing heard once, however often the carrier tells of it.</summary>
public sealed class CallLog(Database database)
{
    private const int AtOnce = 100;

    private static readonly ScriptPosition Ring = new(ScriptStep.Ring, 1);

    public Task<LiveCall?> FindAsync(string callSid, ScriptPosition asked, CancellationToken cancel) =>
        database.ReadAsync(look => look.FindAsync(callSid, asked).AsTask(), cancel);

    /// <summary>Opens the call with its greeting. A repeat gets the greeting that was said.</summary>
    /// <returns>Null for a call that is over and filed: nothing was written.</returns>
    public Task<ScriptLine?> OpenAsync(NewCall call, ScriptTurn turn, CancellationToken cancel) => OnceAsync(
        async work =>
        {
            if (await work.InsertAsync(call, turn.Line.At, turn.Notes))
            {
                await work.InsertTurnAsync(call.Id, Ring, new Heard.Nothing(), turn.Line, call.At);
                return turn.Line;
            }

            // A callback was quicker than the call itself, and may be writing still: the row is there, nothing was said yet.
            while (await work.FindAsync(call.Incoming.CallSid, Ring) is { } logged && !logged.IsStale(call.At))
            {
                if (logged.Answered is not null)
                {
                    return logged.Answered;
                }

                if (await work.NoteDownAsync(logged, turn))
                {
                    await work.InsertTurnAsync(logged.Id, Ring, new Heard.Nothing(), turn.Line, call.At);
                    return turn.Line;
                }
            }

            return null;
        },
        cancel);

    /// <summary>Writes down what was heard in answer to a question, and what is said next.</summary>
    /// <param name="chase">The boss is tried from now on; null for most turns.</param>
    /// <returns>False when somebody wrote on this call since it was found: nothing was written.</returns>
    public Task<bool> WriteDownAsync(
        LiveCall call, ScriptPosition asked, Heard heard, ScriptTurn turn, DateTimeOffset at, CancellationToken cancel, Chase? chase = null) =>
        OnceAsync(
            async work =>
            {
                var mine = await work.NoteDownAsync(call, turn);
                if (mine)
                {
                    await work.InsertTurnAsync(call.Id, asked, heard, turn.Line, at);
                    await (chase is null ? Task.CompletedTask : ReachRows.BeginAsync(work, chase));
                    if (call.EndedAt is not null)
                    {
                        await CallOntoCard.KeepNumbersAsync(work, call.CallSid, at);
                    }
                }

                return mine;
            },
            cancel);

    /// <summary>Takes note of where the call is with the carrier; never backwards. The first we hear of a call may be its end.</summary>
    /// <returns>False when that was known.</returns>
    public Task<bool> MoveOnAsync(NewCall call, CancellationToken cancel) => OnceAsync(
        async work =>
            await MoveOnAsync(work, call)
            || (!await Tombstones.StandsForSidAsync(work, call.Incoming.CallSid) && await work.InsertAsync(call, new ScriptPosition(ScriptStep.Ring, 0), CallNotes.Blank))
            // It was not there, and then it was: another node opened it in between.
            || await MoveOnAsync(work, call),
        cancel);

    /// <summary>Closes a call whose end nobody told us.</summary>
    /// <returns>False when somebody did meanwhile.</returns>
    public Task<bool> CloseAsync(string callSid, CallStatus status, int? seconds, DateTimeOffset endedAt, CancellationToken cancel) =>
        OnceAsync(work => MoveOnAsync(work, callSid, status, seconds, endedAt), cancel);

    /// <summary>Writes down calls that reached the carrier and never us. Nobody waits for it: callers who do are let in between.</summary>
    /// <returns>How many were on no log, and were not written down by somebody else meanwhile.</returns>
    public async Task<int> WriteDownMissedAsync(IReadOnlyList<MissedCall> calls, DateTimeOffset foundAt, CancellationToken cancel)
    {
        var written = 0;
        foreach (var some in calls.Chunk(AtOnce))
        {
            written += await OnceAsync(
                async work =>
                {
                    var count = 0;
                    foreach (var call in some)
                    {
                        count += await work.InsertMissedAsync(call, foundAt) ? 1 : 0;
                    }

                    return count;
                },
                cancel);
        }

        return written;
    }

    /// <summary>The line the caller heard last, or should have; null before the greeting.</summary>
    public Task<ScriptLine?> LastSaidAsync(LiveCall call, CancellationToken cancel) =>
        database.ReadAsync(
            look => look.Prepared("select said, next_step, next_attempt from turns where call_id = @call_id and next_step = @step and next_attempt = @attempt")
                .With(call.Id).With((long)call.At.Step).With((long)call.At.Attempt)
                .FirstOrDefaultAsync(row => LiveCall.LineOf(row, 0)).AsTask(),
            cancel);

    /// <summary>How often these words were heard on the call so far.</summary>
    public Task<int> TimesHeardAsync(Guid callId, string words, CancellationToken cancel) => database.ReadAsync(
        // Compared here: to SQL Server what differs in case, or in blanks at its end, is word for word the same.
        async look => (await look.Prepared("select heard from turns where call_id = @call_id and heard is not null").With(callId).ListAsync(row => row.Text(0)))
            .Count(heard => string.Equals(heard, words, StringComparison.Ordinal)),
        cancel);

    /// <summary>Notes that the carrier lost the thread of this call.</summary>
    /// <returns>True for the first time.</returns>
    public Task<bool> ApologiseOnceAsync(LiveCall call, DateTimeOffset at, CancellationToken cancel) =>
        OnceAsync(work => Inbox.IsNewAsync(work, $"fallback:{call.Id}", at), cancel);

    /// <summary>Goes over to another question without having heard anything.</summary>
    public Task<bool> TurnToAsync(LiveCall call, ScriptLine line, CancellationToken cancel) =>
        OnceAsync(work => work.NoteDownAsync(call, new ScriptTurn(line, call.Notes)).AsTask(), cancel);

    private static Task<bool> MoveOnAsync(Work work, NewCall call) =>
        MoveOnAsync(work, call.Incoming.CallSid, call.Incoming.Status, call.Incoming.Seconds, call.EndedAt);

    private static async Task<bool> MoveOnAsync(Work work, string callSid, CallStatus status, int? seconds, DateTimeOffset? endedAt)
    {
        var moved = await work.MoveOnAsync(callSid, status, seconds, endedAt);
        if (moved && endedAt is { } ended)
        {
            await CallOntoCard.KeepNumbersAsync(work, callSid, ended);
        }

        return moved;
    }

    // Two nodes may insert the same call in the same moment: the key lets one of them in, the other looks again.
    private async Task<T> OnceAsync<T>(Func<Work, Task<T>> act, CancellationToken cancel)
    {
        try
        {
            return await database.WriteAsync(act, cancel);
        }
        catch (DbException twice) when (database.Dialect.IsDuplicateKey(twice))
        {
            return await database.WriteAsync(act, cancel);
        }
    }
}
