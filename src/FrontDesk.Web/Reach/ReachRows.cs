using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Reach;
using FrontDesk.Web.Data;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reach;

/// <summary>The chases and their tries on file. Every act happens inside somebody's transaction; who wins is decided by one conditional update.</summary>
public static class ReachRows
{
    private const string Columns = "r.id, r.desk_id, r.call_id, r.state, r.taken_by, r.joined_at, r.talked_at, c.call_sid, c.step, c.attempt, c.ended_at as call_ended_at, c.ball";

    public static async Task<bool> IsOnFileAsync(Look look, Guid callId) =>
        await look.FirstOrDefaultAsync<Guid?>("select id from reaches where call_id = @callId", new { callId }) is not null;

    public static async Task<ReachesSoFar> SoFarAsync(Look look, Guid deskId, string? party, DateTimeOffset now)
    {
        var recent = await look.QueryAsync<RecentReach>(
            "select party, state from reaches where desk_id = @deskId and began_at > @since and refrained is null", new { deskId, since = now - TimeSpan.FromHours(1) });
        var ofCaller = recent.Where(reach => party is not null && party.Equals(reach.Party, StringComparison.Ordinal)).ToList();
        return new ReachesSoFar(recent.Count, ofCaller.Count, ofCaller.Exists(reach => reach.State == ReachState.Trying));
    }

    public static async Task BeginAsync(Work work, Chase chase)
    {
        await work.ExecuteAsync(
            """
            insert into reaches (id, desk_id, call_id, party, state, refrained, began_at, word, version)
            values (@Id, @DeskId, @CallId, @Party, @state, @Refrained, @At, @word, 0)
            """,
            new { chase.Id, chase.DeskId, chase.CallId, chase.Party, chase.Refrained, chase.At, state = chase.Refrained is null ? ReachState.Trying : ReachState.NotTaken, word = chase.Refrained is null ? 1 : 0 });
        foreach (var (place, each) in chase.Tries.Index())
        {
            await AddAsync(work, chase, place, each.Phone, AttemptKind.Rang, body: null, each.DueAt);
        }
    }

    /// <summary>One phone to be tried, with the intent that does it.</summary>
    /// <param name="place">Among the tries of that kind, from 0.</param>
    /// <param name="body">Of a text; null for a call.</param>
    public static async Task AddAsync(Work work, Chase chase, int place, BossPhone phone, AttemptKind kind, string? body, DateTimeOffset dueAt)
    {
        var (channel, purpose) = (kind == AttemptKind.Text ? Channel.Text : Channel.Call, kind == AttemptKind.Rang ? IntentPurpose.Reach : IntentPurpose.Word);
        var intent = Intent.Due(dueAt, chase.DeskId, channel, purpose, phone.Number, chase.Line, body) with
        {
            // What is due at one moment goes out in the order of its ids.
            Id = Guid.CreateVersion7(dueAt.AddMilliseconds(place)),
        };
        await IntentLog.WriteDownAsync(work, intent);
        await work.ExecuteAsync(
            """
            insert into reach_attempts (id, reach_id, desk_id, call_id, phone, label, place, kind, outcome, intent_id, at, version)
            values (@id, @reachId, @DeskId, @CallId, @Number, @Label, @place, @kind, 0, @intentId, @dueAt, 0)
            """,
            new { id = Guid.CreateVersion7(dueAt), reachId = chase.Id, chase.DeskId, chase.CallId, phone.Number, phone.Label, place, kind, intentId = intent.Id, dueAt });
    }

    public static Task<ReachRow?> OfCallAsync(Look look, string callSid) => look.FirstOrDefaultAsync<ReachRow>(
        $"select {Columns} from calls c join reaches r on r.call_id = c.id where c.call_sid = @callSid and c.live = 1", new { callSid });

    public static Task<ReachRow?> FindAsync(Look look, Guid id) => look.FirstOrDefaultAsync<ReachRow>(
        $"select {Columns} from reaches r join calls c on c.id = r.call_id where r.id = @id", new { id });

    public static Task<AttemptRow?> AttemptAsync(Look look, Guid intentId) => look.FirstOrDefaultAsync<AttemptRow>(
        "select id, reach_id, desk_id, call_id, label, answered_at from reach_attempts where intent_id = @intentId", new { intentId });

    /// <summary>The first pressed key has the call, while the caller is on the line and still holds; pressed twice it is one.</summary>
    public static async Task<bool> TakeAsync(Work work, AttemptRow attempt, DateTimeOffset now)
    {
        var mine = await work.ExecuteAsync(
            $"""
            update reaches set state = {ReachState.Taken:D}, taken_by = @Id, ended_at = coalesce(ended_at, @now), version = version + 1
            where id = @ReachId and (state = {ReachState.Trying:D} or (state = {ReachState.Taken:D} and taken_by = @Id))
              and exists (select 1 from calls c where c.id = call_id and c.ended_at is null and c.step in ({ScriptStep.Hold:D}, {ScriptStep.HoldAfterAll:D}))
            """,
            new { attempt.Id, attempt.ReachId, now }) == 1;
        if (mine)
        {
            await SettleAsync(work, attempt, AttemptOutcome.Taken, ended: null);
        }

        return mine;
    }

    /// <summary>It is not tried any longer.</summary>
    /// <returns>False when it was not being tried.</returns>
    public static async Task<bool> EndAsync(Work work, Guid id, ReachState state, DateTimeOffset now) => await work.ExecuteAsync(
        $"update reaches set state = @state, ended_at = @now, version = version + 1 where id = @id and state = {ReachState.Trying:D}",
        new { id, state, now }) == 1;

    /// <summary>Somebody who was put through did not wait for the other, or has both talking.</summary>
    public static Task UntakeAsync(Work work, Guid id, ReachState state) => work.ExecuteAsync(
        $"update reaches set state = @state, version = version + 1 where id = @id and state = {ReachState.Taken:D} and talked_at is null",
        new { id, state });

    public static Task JoinAsync(Work work, Guid id, DateTimeOffset now) => work.ExecuteAsync(
        "update reaches set joined_at = @now, version = version + 1 where id = @id and joined_at is null", new { id, now });

    /// <returns>False when that was known.</returns>
    public static async Task<bool> TalkAsync(Work work, Guid id, DateTimeOffset now) => await work.ExecuteAsync(
        "update reaches set talked_at = @now, version = version + 1 where id = @id and talked_at is null", new { id, now }) == 1;

    public static Task AnsweredAsync(Work work, AttemptRow attempt, DateTimeOffset now) => work.ExecuteAsync(
        "update reach_attempts set answered_at = @now, version = version + 1 where id = @Id and answered_at is null", new { attempt.Id, now });

    /// <summary>What came of it, once; when it was over, once.</summary>
    public static Task SettleAsync(Work work, AttemptRow attempt, AttemptOutcome outcome, DateTimeOffset? ended) => work.ExecuteAsync(
        $"""
        update reach_attempts set outcome = case when outcome = {AttemptOutcome.Trying:D} then @outcome else outcome end,
          ended_at = coalesce(ended_at, @ended), version = version + 1
        where id = @Id
        """,
        new { attempt.Id, outcome, ended });

    /// <summary>The next phone in line need not wait for its time.</summary>
    public static async Task HurryNextAsync(Work work, Guid reachId, DateTimeOffset now)
    {
        var next = await work.FirstOrDefaultAsync<Guid?>(
            $"""
            select a.intent_id from reach_attempts a join intents i on i.id = a.intent_id
            where a.reach_id = @reachId and a.outcome = {AttemptOutcome.Trying:D} and i.state = {IntentState.Written:D} and i.leased_until > @now
            order by a.at, a.place
            """,
            new { reachId, now });
        await work.ExecuteAsync($"update intents set leased_until = @now, version = version + 1 where id = @next and state = {IntentState.Written:D}", new { next, now });
    }

    private sealed record RecentReach
    {
        public string? Party { get; init; }

        public ReachState State { get; init; }
    }
}

/// <summary>A chase as it stands, and where its caller is.</summary>
public sealed record ReachRow
{
    public required Guid Id { get; init; }

    public required Guid DeskId { get; init; }

    public required Guid CallId { get; init; }

    public required ReachState State { get; init; }

    /// <summary>The try whose key took the call, while somebody may wait alone for the other.</summary>
    public Guid? TakenBy { get; init; }

    /// <summary>When the caller went into the room.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>When the two met there.</summary>
    public DateTimeOffset? TalkedAt { get; init; }

    public string? CallSid { get; init; }

    public required ScriptStep Step { get; init; }

    public required int Attempt { get; init; }

    public DateTimeOffset? CallEndedAt { get; init; }

    public required Ledger.Ball Ball { get; init; }
}

/// <summary>One try as it stands.</summary>
public sealed record AttemptRow
{
    public required Guid Id { get; init; }

    public required Guid ReachId { get; init; }

    public required Guid DeskId { get; init; }

    public required Guid CallId { get; init; }

    public required string Label { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>What the end of its call says of it, where no key has.</summary>
    /// <param name="wanted">Nobody has called it off.</param>
    public AttemptOutcome EndsAs(CallStatus status, bool wanted) => status switch
    {
        _ when AnsweredAt is not null => AttemptOutcome.Screened,
        CallStatus.Busy => AttemptOutcome.Busy,
        CallStatus.NoAnswer => AttemptOutcome.NoAnswer,
        CallStatus.Failed => AttemptOutcome.Failed,
        CallStatus.Completed when wanted => AttemptOutcome.Screened,
        _ => AttemptOutcome.CalledOff,
    };
}
