using FrontDesk.Reminders;
using FrontDesk.Web.Data;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reminders;

/// <summary>What was tried for each reminder, rung by rung: which could not be taken and why, which phone was, and what came of it.</summary>
public sealed class ReminderTries(Database database)
{
    private const string Columns =
        """
        select t.reminder_id, t.rung, t.way, t.phone, t.skipped, t.at, i.channel, i.state, i.last_error
        from reminder_tries t left join intents i on i.id = t.intent_id
        """;

    /// <summary>Of one call's reminders, in the order they were made.</summary>
    public Task<IReadOnlyList<ReminderTry>> OfCallAsync(Guid callId, CancellationToken cancel) => database.ReadAsync(
        look => look.QueryAsync<ReminderTry>($"{Columns} where t.reminder_id in (select id from reminders where call_id = @callId) order by t.at, t.rung", new { callId }), cancel);

    /// <summary>Of a desk's reminders that are due between two instants.</summary>
    public Task<IReadOnlyList<ReminderTry>> OfDeskAsync(Guid deskId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel) => database.ReadAsync(
        look => look.QueryAsync<ReminderTry>(
            $"{Columns} where t.reminder_id in (select id from reminders where desk_id = @deskId and due_at >= @from and due_at <= @until) order by t.at, t.rung", new { deskId, from, until }), cancel);

    /// <summary>One reminder takes a rung, and leaves those that could not be taken.</summary>
    public static async Task WriteDownAsync(Work work, NudgedLine nudged, Nudge nudge, Guid intentId, DateTimeOffset now)
    {
        var (rung, by, skipped) = nudged.Taken;
        foreach (var skip in skipped)
        {
            await AddAsync(work, nudged.Reminder.Id, skip.Rung, skip.By, phone: null, intentId: null, skip.Why, now);
        }

        await AddAsync(work, nudged.Reminder.Id, rung, by, nudge.To, intentId, skipped: null, now);
        await ReminderRows.StandOnAsync(work, nudged.Reminder, rung);
    }

    private static Task<int> AddAsync(Work work, Guid reminderId, int rung, RungWay by, PhoneNumber? phone, Guid? intentId, SkipReason? skipped, DateTimeOffset now) => work.ExecuteAsync(
        "insert into reminder_tries (id, reminder_id, rung, way, phone, intent_id, skipped, at) values (@id, @reminderId, @rung, @by, @phone, @intentId, @skipped, @now)",
        new { id = Guid.CreateVersion7(now), reminderId, rung, by, phone, intentId, skipped, now });
}

/// <summary>One rung of one reminder: taken or not, and what came of it.</summary>
public sealed record ReminderTry
{
    public required Guid ReminderId { get; init; }

    /// <summary>From 0; past the ladder's end: every phone is rung.</summary>
    public required int Rung { get; init; }

    public required RungWay Way { get; init; }

    /// <summary>Null where the rung could not be taken.</summary>
    public PhoneNumber? Phone { get; init; }

    public SkipReason? Skipped { get; init; }

    public required DateTimeOffset At { get; init; }

    public Channel? Channel { get; init; }

    public IntentState? State { get; init; }

    public string? LastError { get; init; }
}
