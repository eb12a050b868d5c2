using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Reach;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reach;

/// <summary>Leaves word on a phone of the boss: to a machine after its greeting, to anything else only once a key was pressed.</summary>
public sealed class WordCalls(Database database, CurrentSheet sheet, DeskBook desks, SheetChanges changes, TimeProvider time)
{
    private const string AfterTheBeep = "machine_end_beep";
    private const string SomeMachine = "machine_end";

    /// <param name="answeredBy">The carrier's guess; null where it has none.</param>
    /// <returns>What to say; a machine whose beep was not heard is told twice (TWILIO.md §4.2).</returns>
    public Task<ReachLine> AnsweredAsync(Guid intentId, string callSid, string? answeredBy, CancellationToken cancel) => WithAttemptAsync(
        intentId,
        callSid,
        async (work, intent, attempt) =>
        {
            await ReachRows.AnsweredAsync(work, attempt, time.GetUtcNow());
            return answeredBy switch
            {
                AfterTheBeep => await LeaveAsync(work, intent, attempt, times: 1),
                not null when answeredBy.StartsWith(SomeMachine, StringComparison.Ordinal) => await LeaveAsync(work, intent, attempt, times: 2),
                _ => ReachLine.Asks(ReachSpeech.WordOpening, told: false, attempt: 1),
            };
        },
        cancel);

    public Task<ReachLine> PressedAsync(Guid intentId, string callSid, string keys, CancellationToken cancel) => WithAttemptAsync(
        intentId,
        callSid,
        async (work, intent, attempt) => keys is "1" ? await LeaveAsync(work, intent, attempt, times: 1) : ReachLine.Says(ReachSpeech.Goodbye),
        cancel);

    public async Task EndedAsync(Guid intentId, string callSid, CallStatus status, CancellationToken cancel)
    {
        if (status.IsOver())
        {
            await WithAttemptAsync(
                intentId,
                callSid,
                async (work, _, attempt) =>
                {
                    await ReachRows.SettleAsync(work, attempt, attempt.EndsAs(status, wanted: false), time.GetUtcNow());
                    await IntentLog.DoneAsync(work, intentId);
                    return ReachLine.Says("");
                },
                cancel);
        }
    }

    private async Task<ReachLine> LeaveAsync(Work work, Intent intent, AttemptRow attempt, int times)
    {
        await ReachRows.SettleAsync(work, attempt, AttemptOutcome.LeftWord, ended: null);
        var (desk, now) = (desks.WithId(intent.DeskId), time.GetUtcNow());
        var line = await sheet.LineOfAsync(work, intent.DeskId, attempt.CallId);
        if (desk is null || line is null)
        {
            return ReachLine.Says(ReachSpeech.Goodbye);
        }

        var word = ReachSpeech.Word(line, DeskDay.Spoken(line.ReceivedAt, new DeskClock(desk).WhereTheBossIs(now), now));
        return ReachLine.Says(string.Join(' ', Enumerable.Repeat(word, times)));
    }

    private async Task<ReachLine> WithAttemptAsync(Guid intentId, string callSid, Func<Work, Intent, AttemptRow, Task<ReachLine>> answer, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var (line, desk) = await database.WriteAsync(
            async work => await IntentLog.FindAsync(work, intentId) is { Purpose: IntentPurpose.Word, Channel: Channel.Call } intent
                && await IntentLog.IsOfCallAsync(work, intent, callSid, now)
                && await ReachRows.AttemptAsync(work, intentId) is { } attempt
                    ? (await answer(work, intent, attempt), intent.DeskId)
                    : (ReachLine.Says(ReachSpeech.Goodbye), (Guid?)null),
            cancel);
        if (desk is { } changed)
        {
            changes.Changed(changed);
        }

        return line;
    }
}
