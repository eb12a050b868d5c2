using FrontDesk.Reach;
using FrontDesk.Reminders;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Telephony;

/// <summary>The intents on file, and the reminders tries and connections that hang on them: all move in one transaction.</summary>
public static class IntentLog
{
    /// <summary>
    /// Longer than an exchange with the carrier can take, twice over; also what the carrier's lists may lag behind. It is the net: where a node
    /// dies, the others see it and free what it held.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>A text without a receipt by then did not arrive, for all we know (T54).</summary>
    public static readonly TimeSpan ReceiptWithin = TimeSpan.FromMinutes(5);

    private const string Columns =
        "id, desk_id, channel, purpose, to_number, from_number, body, state, sid, attempt, leased_until, listed_by, created_at, version";

    public static Task WriteDownAsync(Work work, Intent intent) => work.ExecuteAsync(
        """
        insert into intents (id, desk_id, channel, purpose, to_number, from_number, body, state, sid, attempt, leased_until, holder, created_at, version)
        values (@Id, @DeskId, @Channel, @Purpose, @ToNumber, @FromNumber, @Body, @State, @Sid, @Attempt, @LeasedUntil, @Holder, @CreatedAt, 0)
        """,
        intent);

    public static Task<Intent?> FindAsync(Look look, Guid id) =>
        look.FirstOrDefaultAsync<Intent>($"select {Columns} from intents where id = @id", new { id });

    /// <summary>Whatever somebody should look into by now, oldest first.</summary>
    public static Task<IReadOnlyList<Intent>> OverdueAsync(Look look, DateTimeOffset now) =>
        look.QueryAsync<Intent>(
            $"select {Columns} from intents where state in (1, 2, 3, 4) and leased_until <= @now order by leased_until, id", new { now });

    public static async Task<DateTimeOffset?> NextAsync(Look look) =>
        Instant.OfMicroseconds(await look.FirstOrDefaultAsync<long?>("select min(leased_until) from intents where state in (1, 2, 3, 4)"));

    /// <summary>Takes it into one pair of hands. A reminder or word is taken only while its call is still owed, a phone is rung only while somebody holds.</summary>
    public static async Task<bool> TakeAsync(Work work, Intent intent, IntentState state, Guid? holder, DateTimeOffset now) => await work.ExecuteAsync(
        """
        update intents set state = @state, leased_until = @until, holder = @holder, listed_by = case when @state = 2 then @until else listed_by end,
          version = version + 1
        where id = @Id and version = @Version
          and (@state <> 2 or purpose in (3, 4, 20)
            or exists (select 1 from reminders r join calls c on c.id = r.call_id where r.intent_id = @Id and (r.state = 2 or r.expired_at is not null) and c.ball = 1)
            or exists (select 1 from reach_attempts a join reaches r on r.id = a.reach_id join calls c on c.id = a.call_id
              where a.intent_id = @Id and a.outcome = 0 and ((a.kind = 1 and r.state = 1) or (a.kind <> 1 and c.ball = 1)))
            or exists (select 1 from connections k where (k.intent_id = @Id or k.boss_intent_id = @Id) and k.state in (1, 2)))
        """,
        new { intent.Id, intent.Version, state, holder, until = now + Lease }) == 1;

    /// <summary>Whether it is still as it was read, and if so nobody else's for this act. Whoever was held up meanwhile decides nothing any more.</summary>
    public static async Task<bool> IsStillAsync(Work work, Intent intent) => await work.ExecuteAsync(
        "update intents set version = version + 1 where id = @Id and state = @State and version = @Version", intent) == 1;

    /// <summary>What nobody has begun to send is anybody's at once.</summary>
    public static Task HandBackAsync(Work work, Intent intent, DateTimeOffset now) => work.ExecuteAsync(
        "update intents set leased_until = @now, holder = null, version = version + 1 where id = @Id and state = 1 and version = @Version", new { intent.Id, intent.Version, now });

    /// <summary>Whether a call is the one this intent placed. One whose placing was left unanswered is known by the intent's id it brings.</summary>
    public static async Task<bool> IsOfCallAsync(Work work, Intent intent, string callSid, DateTimeOffset now)
    {
        if (intent.Sid is null)
        {
            await AcceptAsync(work, intent.Id, callSid, now);
        }

        return string.Equals(intent.Sid ?? callSid, callSid, StringComparison.Ordinal);
    }

    /// <summary>The carrier has it: told by its answer, by a callback that carries the intent's id, or by its lists.</summary>
    /// <returns>False when that was known already.</returns>
    public static async Task<bool> AcceptAsync(Work work, Guid id, string sid, DateTimeOffset now)
    {
        var taken = await work.ExecuteAsync(
            """
            update intents set state = case when purpose in (3, 4, 20) then 6 else 4 end, sid = @sid, leased_until = @until, holder = null, last_error = null, version = version + 1
            where id = @id and sid is null
            """,
            new { id, sid, until = now + ReceiptWithin });
        await work.ExecuteAsync(
            """
            update reminders set state = case when (select count(*) from reminders o where o.intent_id = @id) > 1 then 7 else 3 end, version = version + 1
            where intent_id = @id and state in (1, 2)
            """,
            new { id });
        return taken == 1;
    }

    /// <summary>The boss has it: a receipt came, or a key was pressed.</summary>
    public static async Task DoneAsync(Work work, Guid id)
    {
        await work.ExecuteAsync("update intents set state = 6, version = version + 1 where id = @id and state <> 6", new { id });
        await work.ExecuteAsync(
            "update reminders set state = @Delivered, last_error = null, version = version + 1 where intent_id = @id and state in (1, 2, 3, 7)",
            new { id, ReminderState.Delivered });
    }

    /// <summary>It did not go, or did not arrive: its reminders are due again, and take another way where this one was tried.</summary>
    public static async Task PutBackAsync(Work work, Guid id, DateTimeOffset dueAt, int? code, string why)
    {
        var open = await work.ExecuteAsync(
            """
            update intents set state = 5, error_code = @code, last_error = @why, version = version + 1
            where id = @id and state in (1, 2, 3, 4)
            """,
            new { id, code, why });
        if (open == 1)
        {
            await work.ExecuteAsync(
                """
                update reminders set state = 1, due_at = @dueAt, last_error = @why, version = version + 1
                where intent_id = @id and state in (2, 3, 7)
                """,
                new { id, dueAt, why });
            await work.ExecuteAsync("update connections set state = 4, reason = 13, version = version + 1 where (intent_id = @id or boss_intent_id = @id) and state in (1, 2)", new { id });
            await work.ExecuteAsync("update reach_attempts set outcome = 8, ended_at = @dueAt, version = version + 1 where intent_id = @id and outcome = 0", new { id, dueAt });
        }
    }

    /// <summary>What could not be taken because it is wanted no more is closed; what another has taken is left to it.</summary>
    public static async Task CallOffAsync(Work work, Intent intent, DateTimeOffset now)
    {
        if (intent.State == IntentState.Written && await IsStillAsync(work, intent))
        {
            await work.ExecuteAsync(
                "update reach_attempts set outcome = @CalledOff, ended_at = @now, version = version + 1 where intent_id = @Id and outcome = 0",
                new { intent.Id, AttemptOutcome.CalledOff, now });
            await PutBackAsync(work, intent.Id, now, null, "no longer wanted");
        }
    }

    /// <summary>Nobody else is to touch it until then.</summary>
    public static Task WaitAsync(Work work, Guid id, IntentState state, DateTimeOffset until, string why) => work.ExecuteAsync(
        """
        update intents set state = @state, leased_until = @until, holder = null, listed_by = case when @state = 3 then @until else listed_by end,
          last_error = @why, version = version + 1
        where id = @id and state in (1, 2, 3, 4) and (sid is null or @state = 4)
        """,
        new { id, state, until, why });
}
