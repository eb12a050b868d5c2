using FrontDesk.Desks;
using FrontDesk.Reminders;
using FrontDesk.Sheet;
using FrontDesk.Web.Data;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reminders;

/// <summary>The reminders on file. Every act happens inside somebody's transaction, so that it stands or falls with its cause.</summary>
public static class ReminderRows
{
    public static Task<IReadOnlyList<ReminderRow>> OfCallAsync(Look look, Guid callId) => look.QueryAsync<ReminderRow>(
        "select id, kind, slot, state, due_at, rung from reminders where call_id = @callId order by kind, slot", new { callId });

    /// <summary>When the next nudge is due, whatever desk's it is.</summary>
    public static async Task<DateTimeOffset?> NextDueAsync(Look look) =>
        Instant.OfMicroseconds(await look.FirstOrDefaultAsync<long?>("select min(due_at) from reminders where state = 1"));

    /// <summary>Whom the boss talks with, or is just being put on to, is looked at again in five minutes (T80). For an hour at most: the end of a talk may never be told.</summary>
    public static Task PutOffWhileTheyTalkAsync(Work work, Guid deskId, DateTimeOffset now) => work.ExecuteAsync(
        """
        update reminders set due_at = @later, version = version + 1
        where desk_id = @deskId and state = 1 and due_at <= @now
          and exists (select 1 from connections k where k.call_id = reminders.call_id and k.state in (2, 3) and k.began_at > case when k.talked_at is null then @justNow else @since end)
        """,
        new { deskId, now, later = now + TimeSpan.FromMinutes(5), since = now - TimeSpan.FromHours(1), justNow = now - TimeSpan.FromMinutes(2) });

    /// <summary>Once: a slot that is on file stays as it is.</summary>
    /// <param name="afterPhone">The phone tried by the nudge before.</param>
    public static Task AddAsync(Work work, Guid deskId, Guid callId, ReminderSlot slot, PhoneNumber? afterPhone = null) => work.ExecuteAsync(
        """
        insert into reminders (id, desk_id, call_id, kind, slot, due_at, rung, after_phone, state, version)
        select @id, @deskId, @callId, @Kind, @Slot, @DueAt, @Rung, @afterPhone, 1, 0
        where not exists (select 1 from reminders where call_id = @callId and kind = @Kind and slot = @Slot)
        """,
        new { id = Guid.CreateVersion7(slot.DueAt), deskId, callId, slot.Kind, slot.Slot, slot.DueAt, slot.Rung, afterPhone });

    /// <param name="except">The kind that stays.</param>
    public static Task CancelPendingAsync(Work work, Guid callId, ReminderKind? except) => work.ExecuteAsync(
        "update reminders set state = 6, version = version + 1 where call_id = @callId and state = 1 and kind <> @except",
        new { callId, except = (int?)except ?? 0 });

    /// <returns>False when somebody else was faster.</returns>
    public static async Task<bool> MoveAsync(Work work, DueReminder reminder, ReminderState state, DateTimeOffset dueAt, Guid? intentId = null) =>
        await work.ExecuteAsync(
            """
            update reminders set state = @state, due_at = @dueAt, intent_id = coalesce(@intentId, intent_id), version = version + 1
            where id = @Id and state = 1 and version = @Version
            """,
            new { reminder.Id, reminder.Version, state, dueAt, intentId }) == 1;

    /// <summary>It goes on from this rung where this one fails.</summary>
    public static Task StandOnAsync(Work work, DueReminder reminder, int rung) =>
        work.ExecuteAsync("update reminders set rung = @rung where id = @Id", new { reminder.Id, rung });

    /// <summary>It is not sent by itself any more; a digest is to count it.</summary>
    /// <returns>False when somebody else was faster.</returns>
    public static async Task<bool> ExpireAsync(Work work, DueReminder reminder, DateTimeOffset now) => await work.ExecuteAsync(
        $"""
        update reminders set state = {ReminderState.Cancelled:D}, expired_at = @now, intent_id = null, version = version + 1
        where id = @Id and state = 1 and version = @Version
        """,
        new { reminder.Id, reminder.Version, now }) == 1;

    /// <summary>A digest counts one that expired.</summary>
    /// <returns>False when another did.</returns>
    public static async Task<bool> CountAsync(Work work, DueReminder reminder, Guid intentId) => await work.ExecuteAsync(
        "update reminders set intent_id = @intentId, version = version + 1 where id = @Id and expired_at is not null and intent_id is null and acknowledged_at is null",
        new { reminder.Id, intentId }) == 1;

    /// <summary>Not owed any more, or told by another: no digest need count it.</summary>
    public static Task ForgetExpiredAsync(Work work, DueReminder reminder, DateTimeOffset now) =>
        work.ExecuteAsync("update reminders set acknowledged_at = @now, version = version + 1 where id = @Id and expired_at is not null", new { reminder.Id, now });

    /// <summary>The boss is elsewhere than was thought: what waits for her waking waits for the one there.</summary>
    public static async Task WakeAnewAsync(Work work, Guid deskId, DeskClock before, DeskClock after, DateTimeOffset now)
    {
        var pending = await work.QueryAsync<ReminderRow>("select id, kind, slot, state, due_at, rung from reminders where desk_id = @deskId and state = 1 and due_at > @now", new { deskId, now });
        foreach (var row in pending.Where(row => before.IsAwake(row.DueAt) && !before.IsAwake(row.DueAt.AddSeconds(-1))))
        {
            await work.ExecuteAsync("update reminders set due_at = @due, version = version + 1 where id = @Id and state = 1", new { row.Id, due = after.NextWaking(now) });
        }
    }

    public static Task PutOffAsync(Work work, PutOff reminder) => work.ExecuteAsync(
        """
        update reminders set due_at = @Until, throttled_until = case when @Throttled = 1 then @Until else throttled_until end, version = version + 1
        where id = @Id and state = 1 and version = @Version
        """,
        new { reminder.Reminder.Id, reminder.Reminder.Version, reminder.Until, Throttled = reminder.Throttled ? 1 : 0 });

    /// <summary>The next nudge about those calls comes in half an hour, in place of any that would have come before.</summary>
    /// <returns>When; null where nothing of it is owed any more.</returns>
    public static async Task<DateTimeOffset?> SnoozeAsync(Work work, Intent intent, Desk desk, DateTimeOffset now)
    {
        var told = await work.QueryAsync<ToldReminder>(
            """
            select r.call_id, r.kind, coalesce(c.ended_at, c.received_at) as ended_at, coalesce(k.wakes, 0) as wakes
            from reminders r join calls c on c.id = r.call_id left join contacts k on k.id = c.contact_id
            where r.intent_id is not null and r.intent_id = @Id and c.ball = 1
            """,
            intent);
        DateTimeOffset? due = null;
        foreach (var reminder in told)
        {
            due = await SnoozeAsync(work, desk, reminder, now);
        }

        return due;
    }

    /// <summary>The same for one line of the sheet, whether it was told already or not.</summary>
    /// <returns>When; null where no reminders go out for a call of that importance.</returns>
    public static async Task<DateTimeOffset?> SnoozeAsync(Work work, Desk desk, SheetLine line, DateTimeOffset now)
    {
        var over = Instant.OfMicroseconds(await work.FirstOrDefaultAsync<long?>("select coalesce(ended_at, received_at) from calls where id = @Chased", new { line.Chased }));
        return over is { } ended && ReminderPlan.First(line.Code, ended, new DeskClock(desk)) is { Kind: var kind }
            ? await SnoozeAsync(work, desk, new ToldReminder { CallId = line.Chased, Kind = kind, EndedAt = ended, Wakes = line.Wakes }, now)
            : null;
    }

    private static async Task<DateTimeOffset> SnoozeAsync(Work work, Desk desk, ToldReminder told, DateTimeOffset now)
    {
        var clock = told is { Wakes: true, Kind: ReminderKind.Asap } ? new DeskClock(desk).Sleepless : new DeskClock(desk);
        var last = (await OfCallAsync(work, told.CallId)).LastOrDefault(row => row.Kind == told.Kind);
        var snoozed = ReminderPlan.Snoozed(new ReminderSlot(told.Kind, last?.Slot ?? 0, last?.DueAt ?? now), told.EndedAt, now, clock, desk.Reminding.LadderOf(told.Kind));
        await CancelPendingAsync(work, told.CallId, except: null);
        await work.ExecuteAsync(
            "update reminders set acknowledged_at = @now, version = version + 1 where call_id = @CallId and intent_id is not null and acknowledged_at is null",
            new { told.CallId, now });
        await AddAsync(work, desk.Id, told.CallId, snoozed);
        return snoozed.DueAt;
    }

    private sealed record ToldReminder
    {
        public required Guid CallId { get; init; }

        public required ReminderKind Kind { get; init; }

        public required DateTimeOffset EndedAt { get; init; }

        public bool Wakes { get; init; }
    }
}

/// <summary>A reminder as it stands.</summary>
public sealed record ReminderRow
{
    public required Guid Id { get; init; }

    public required ReminderKind Kind { get; init; }

    public required int Slot { get; init; }

    public required ReminderState State { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public int Rung { get; init; }
}
