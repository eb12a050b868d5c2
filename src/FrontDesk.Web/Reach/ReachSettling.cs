using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Ledger;
using FrontDesk.Reach;
using FrontDesk.Reminders;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reach;

/// <summary>What is left to do once a chase is over: phones stop ringing, nobody waits alone in the room, word is left. The rows say what; part of the round.</summary>
public sealed class ReachSettling(Database database, DeskBook desks, CurrentSheet sheet, ITelephony telephony, Settings settings, TimeProvider time)
{
    private const string EndedCalls = "select r.id from reaches r join calls c on c.id = r.call_id where r.word = 1 and c.ended_at is not null";

    private const string Alone =
        """
        select r.id, r.state, r.joined_at, c.call_sid, c.ended_at as call_ended_at, c.step, c.attempt, a.intent_id, i.sid
        from reaches r join calls c on c.id = r.call_id join reach_attempts a on a.id = r.taken_by join intents i on i.id = a.intent_id
        where r.taken_by is not null and r.state in (4, 5)
        """;

    private const string StillRinging =
        """
        select a.id, a.reach_id, a.desk_id, a.call_id, a.label, a.intent_id, i.sid
        from reach_attempts a join reaches r on r.id = a.reach_id join intents i on i.id = a.intent_id
        where a.outcome = 0 and a.answered_at is null and a.kind = 1 and r.state <> 1 and (i.sid is not null or i.state = 1)
        """;

    /// <returns>How much there was to do.</returns>
    public async Task<int> SettleAsync(CancellationToken cancel)
    {
        var over = await database.ReadAsync(look => look.QueryAsync<Guid>(EndedCalls), cancel);
        foreach (var reach in over)
        {
            await database.WriteAsync(work => CallIsOverAsync(work, reach, time.GetUtcNow()), cancel);
        }

        var alone = await database.ReadAsync(look => look.QueryAsync<AloneRow>(Alone), cancel);
        foreach (var reach in alone)
        {
            await BringBackAsync(reach, cancel);
        }

        var ringing = await database.ReadAsync(look => look.QueryAsync<RingingRow>(StillRinging), cancel);
        foreach (var phone in ringing)
        {
            await CallOffAsync(phone, cancel);
        }

        return over.Count + alone.Count + ringing.Count;
    }

    private async Task CallIsOverAsync(Work work, Guid id, DateTimeOffset now)
    {
        // Whoever takes the word away leaves it: of rounds that race the others find nothing to do.
        if (await work.ExecuteAsync("update reaches set word = 0, version = version + 1 where id = @id and word = 1", new { id }) == 0
            || await ReachRows.FindAsync(work, id) is not { } reach)
        {
            return;
        }

        await ReachRows.EndAsync(work, id, ReachState.CallerGone, now);
        await ReachRows.UntakeAsync(work, id, ReachState.CallerGone);
        var leave = reach is { TalkedAt: null, Ball: Ball.Ours } and not { State: ReachState.Left };
        if (leave && desks.WithId(reach.DeskId) is { } desk)
        {
            await LeaveWordAsync(work, reach, desk, now);
        }

        if (leave)
        {
            await work.ExecuteAsync("update reaches set word = 2 where id = @id", new { id });
        }
    }

    private async Task LeaveWordAsync(Work work, ReachRow reach, Desk desk, DateTimeOffset now)
    {
        var clock = new DeskClock(desk);
        if (await sheet.LineOfAsync(work, desk.Id, reach.CallId) is not { } line || !(line.Wakes || clock.IsAwake(now)))
        {
            return;
        }

        var chase = new Chase(reach.Id, desk.Id, reach.CallId, null, desk.Lines[0].Number, null, [], now);
        foreach (var (place, (phone, kind)) in WordPlan.Of(desk).Index())
        {
            await ReachRows.AddAsync(work, chase, place, phone, kind, kind == AttemptKind.Text ? ReminderText.Word(line, clock.WhereTheBossIs(now), now) : null, now);
        }
    }

    /// <summary>Tried once: a boss who is not told hears silence and hangs up, a caller who is not brought back does too, and is on the sheet.</summary>
    private async Task BringBackAsync(AloneRow reach, CancellationToken cancel)
    {
        if (await database.WriteAsync(
            work => work.ExecuteAsync("update reaches set taken_by = null, version = version + 1 where id = @Id and taken_by is not null", reach), cancel) == 0)
        {
            return;
        }

        if (reach.State == ReachState.CallerGone && reach.Sid is { } boss)
        {
            await telephony.MoveCallAsync(boss, Address($"/twilio/reach/gone?intent={reach.IntentId:N}"), cancel);
        }
        else if (reach is { State: ReachState.NotTaken, JoinedAt: not null, CallEndedAt: null, CallSid: { } caller })
        {
            await telephony.MoveCallAsync(caller, Address($"/twilio/voice/heard?step={(int)reach.Step}&attempt={reach.Attempt}"), cancel);
        }
    }

    /// <summary>Tried once: a phone that is not told stops by itself, and whoever answers it hears that the caller has gone.</summary>
    private async Task CallOffAsync(RingingRow phone, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await database.WriteAsync(
            async work =>
            {
                await ReachRows.SettleAsync(work, phone.ToAttempt(), AttemptOutcome.CalledOff, now);
                await (phone.Sid is null ? IntentLog.PutBackAsync(work, phone.IntentId, now, null, "called off") : IntentLog.DoneAsync(work, phone.IntentId));
            },
            cancel);
        if (phone.Sid is { } sid)
        {
            await telephony.EndCallAsync(sid, cancel);
        }
    }

    private Uri Address(string path) => new(settings.PublicUrl.OriginalString + path);

    private sealed record AloneRow
    {
        public required Guid Id { get; init; }

        public required ReachState State { get; init; }

        public DateTimeOffset? JoinedAt { get; init; }

        public string? CallSid { get; init; }

        public DateTimeOffset? CallEndedAt { get; init; }

        public required ScriptStep Step { get; init; }

        public required int Attempt { get; init; }

        public required Guid IntentId { get; init; }

        public string? Sid { get; init; }
    }

    private sealed record RingingRow
    {
        public required Guid Id { get; init; }

        public required Guid ReachId { get; init; }

        public required Guid DeskId { get; init; }

        public required Guid CallId { get; init; }

        public required string Label { get; init; }

        public required Guid IntentId { get; init; }

        public string? Sid { get; init; }

        public AttemptRow ToAttempt() => new() { Id = Id, ReachId = ReachId, DeskId = DeskId, CallId = CallId, Label = Label };
    }
}
