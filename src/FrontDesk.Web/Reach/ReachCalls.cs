using FrontDesk.Calls;
using FrontDesk.Ledger;
using FrontDesk.Reach;
using FrontDesk.Sheet;
using FrontDesk.Web.Data;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reach;

/// <summary>The boss's end of a chase: what is said on a phone that was picked up, and what the keys do. Only a key counts.</summary>
public sealed class ReachCalls(Database database, CurrentSheet sheet, SheetMarks marks, SheetChanges changes, ReminderBell bell, TimeProvider time)
{
    private const int MostTries = 2;

    internal static string RoomOf(Guid reach) => $"/twilio/reach/room?reach={reach:N}";

    /// <summary>Something answered: a person, a voicemail, a robot that screens calls.</summary>
    public Task<ReachLine> AnsweredAsync(Guid intentId, string callSid, CancellationToken cancel) => WithAttemptAsync(
        intentId,
        callSid,
        async (work, attempt) =>
        {
            await ReachRows.AnsweredAsync(work, attempt, time.GetUtcNow());
            return ReachLine.Asks(ReachSpeech.Opening, told: false, attempt: 1);
        },
        cancel);

    /// <param name="told">Whether the caller was named before; until then only key 1 does anything.</param>
    public Task<ReachLine> PressedAsync(Guid intentId, string callSid, bool told, int tries, string keys, CancellationToken cancel) => WithAttemptAsync(
        intentId,
        callSid,
        (work, attempt) => (told, keys) switch
        {
            (false, "1") => NameAsync(work, attempt, 1),
            (false, _) when tries < MostTries => Task.FromResult(ReachLine.Asks(ReachSpeech.Opening, told: false, tries + 1)),
            (true, "1") => TakeAsync(work, attempt),
            (true, "2") => LeaveAsync(work, attempt, AttemptOutcome.Declined, ReachSpeech.NotNow),
            (true, "3") => LeaveAsync(work, attempt, AttemptOutcome.CallsBack, ReachSpeech.WillCallBack),
            (true, _) when tries < MostTries => NameAsync(work, attempt, tries + 1),
            _ => Task.FromResult(ReachLine.Says(ReachSpeech.Goodbye)),
        },
        cancel);

    /// <summary>The boss was put through, and the caller did not wait for it.</summary>
    public Task<ReachLine> GoneAsync(Guid intentId, string callSid, CancellationToken cancel) =>
        WithAttemptAsync(intentId, callSid, async (work, attempt) => await LateAsync(work, attempt), cancel);

    /// <summary>The two hear each other: the call is returned, as far as anybody owes it.</summary>
    /// <param name="since">By the carrier, which may tell it hours late: who rang again meanwhile is still owed.</param>
    public async Task TalkAsync(Guid reachId, DateTimeOffset? since, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var at = CarrierTime.NoLaterThan(now, since);
        var talks = await database.WriteAsync(
            async work =>
            {
                if (await ReachRows.FindAsync(work, reachId) is not { } reach || !await ReachRows.TalkAsync(work, reachId, at))
                {
                    return null;
                }

                var label = await work.FirstOrDefaultAsync<string>($"select label from reach_attempts where reach_id = @Id and outcome = {AttemptOutcome.Taken:D}", reach);
                await marks.MarkAsync(work, new SheetMark { CallId = reach.CallId, Kind = MarkKind.TalkedTo, By = label is null ? "boss" : $"boss, on {label}", DoneAt = at });
                return reach;
            },
            cancel);
        Tell(talks?.DeskId);
    }

    /// <summary>The phone stopped ringing, or the call on it is over.</summary>
    public async Task EndedAsync(Guid intentId, string callSid, CallStatus status, CancellationToken cancel)
    {
        if (!status.IsOver())
        {
            return;
        }

        var now = time.GetUtcNow();
        var desk = await database.WriteAsync(
            async work =>
            {
                if (await AttemptAsync(work, intentId, callSid, now) is not var (intent, attempt) || await ReachRows.FindAsync(work, attempt.ReachId) is not { } reach)
                {
                    return (Guid?)null;
                }

                await ReachRows.SettleAsync(work, attempt, attempt.EndsAs(status, wanted: reach.State == ReachState.Trying), now);
                await IntentLog.DoneAsync(work, intentId);
                if (reach.State == ReachState.Trying)
                {
                    await ReachRows.HurryNextAsync(work, reach.Id, now);
                }
                else if (reach.TakenBy == attempt.Id)
                {
                    await ReachRows.UntakeAsync(work, reach.Id, ReachState.NotTaken);
                }

                return intent.DeskId;
            },
            cancel);
        Tell(desk);
    }

    private async Task<ReachLine> WithAttemptAsync(Guid intentId, string callSid, Func<Work, AttemptRow, Task<ReachLine>> answer, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var (line, desk) = await database.WriteAsync(
            async work => await AttemptAsync(work, intentId, callSid, now) is var (intent, attempt)
                ? (await answer(work, attempt), intent.DeskId)
                : (ReachLine.Says(ReachSpeech.Goodbye), (Guid?)null),
            cancel);
        Tell(desk);
        return line;
    }

    private static async Task<(Intent Intent, AttemptRow Attempt)?> AttemptAsync(Work work, Guid intentId, string callSid, DateTimeOffset now) =>
        await IntentLog.FindAsync(work, intentId) is { Purpose: IntentPurpose.Reach } intent
        && await IntentLog.IsOfCallAsync(work, intent, callSid, now)
        && await ReachRows.AttemptAsync(work, intentId) is { } attempt
            ? (intent, attempt)
            : null;

    private async Task<ReachLine> NameAsync(Work work, AttemptRow attempt, int tries) =>
        await ReachRows.FindAsync(work, attempt.ReachId) is { State: ReachState.Trying, CallEndedAt: null } && await LineAsync(work, attempt) is { } line
            ? ReachLine.Asks(ReachSpeech.Holds(line), told: true, tries)
            : await LateAsync(work, attempt);

    private async Task<ReachLine> TakeAsync(Work work, AttemptRow attempt)
    {
        if (!await ReachRows.TakeAsync(work, attempt, time.GetUtcNow()))
        {
            return await LateAsync(work, attempt);
        }

        var callerLast = await Meeting.IsCallerLastAsync(work, attempt.CallId);
        return ReachLine.Says(ReachSpeech.Connecting) with { Meets = new Meeting(attempt.ReachId, RoomOf(attempt.ReachId), Starts: !callerLast) };
    }

    private async Task<ReachLine> LeaveAsync(Work work, AttemptRow attempt, AttemptOutcome pressed, string say)
    {
        await ReachRows.SettleAsync(work, attempt, pressed, ended: null);
        await ReachRows.EndAsync(work, attempt.ReachId, ReachState.Left, time.GetUtcNow());
        return ReachLine.Says(say);
    }

    private async Task<ReachLine> LateAsync(Work work, AttemptRow attempt) =>
        await ReachRows.FindAsync(work, attempt.ReachId) is not { State: ReachState.Taken } && await LineAsync(work, attempt) is { } line
            ? ReachLine.Says(ReachSpeech.Gone(line))
            : ReachLine.Says(ReachSpeech.TakenElsewhere);

    private Task<SheetLine?> LineAsync(Work work, AttemptRow attempt) => sheet.LineOfAsync(work, attempt.DeskId, attempt.CallId);

    private void Tell(Guid? desk)
    {
        if (desk is { } changed)
        {
            changes.Changed(changed);
            bell.Ring();
        }
    }
}

/// <summary>One thing said on a phone of the boss, and what then happens.</summary>
/// <param name="Told">Whether the caller was named by now.</param>
/// <param name="Attempt">0 where no key is listened for.</param>
/// <param name="Meets">The room the boss goes to; null to hang up.</param>
public sealed record ReachLine(string Say, bool Told, int Attempt, Meeting? Meets = null)
{
    public static ReachLine Asks(string say, bool told, int attempt) => new(say, told, attempt);

    public static ReachLine Says(string say) => new(say, Told: true, Attempt: 0);
}
