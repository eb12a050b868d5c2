using FrontDesk.Desks;
using FrontDesk.Reminders;
using FrontDesk.Sheet;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Nodes;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;
using FrontDesk.Web.Texts;

namespace FrontDesk.Web.Reminders;

/// <summary>
/// Takes what is due and writes down what will be sent for it, in one transaction per desk that looks at everything again:
/// is the call still owed, still of that importance, is the boss awake where she is, which rung can be taken?
/// </summary>
public sealed class ReminderClaim(Database database, DeskBook desks, Presence presence, TimeProvider time)
{
    /// <returns>The desks for which something may have to be sent by now.</returns>
    public Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancel) => database.ReadAsync(
        look => look.QueryAsync<Guid>(
            """
            select desk_id from reminders where state = 1 and due_at <= @now
            union select desk_id from reminders where expired_at is not null and intent_id is null and acknowledged_at is null
            """,
            new { now = time.GetUtcNow() }),
        cancel);

    /// <summary>Never broken off: what is taken is handed back by whoever was to send it, and he has to know of it.</summary>
    /// <returns>What is to be sent for that desk, in order.</returns>
    public async Task<IReadOnlyList<Intent>> ClaimAsync(Guid deskId) =>
        desks.WithId(deskId) is { } desk ? await database.WriteAsync(work => ClaimAsync(work, desk, time.GetUtcNow()), CancellationToken.None) : [];

    private async Task<IReadOnlyList<Intent>> ClaimAsync(Work work, Desk desk, DateTimeOffset now)
    {
        await ReminderRows.PutOffWhileTheyTalkAsync(work, desk.Id, now);
        var clock = new DeskClock(desk);
        var decided = DueNow.Of(
            await DueReminder.TakeAsync(work, desk.Id, now),
            PhoneSheet.Of(await SheetStore.OwedAsync(work, desk.Id), clock, now, desk.Office),
            await BossNow.OfAsync(work, desk, clock, now),
            desk.Reminding,
            now);
        await SettleAsync(work, desk, clock, decided, now);
        var written = new List<Intent>();
        foreach (var nudge in decided.Nudges)
        {
            if (await WriteDownAsync(work, desk, clock, nudge, now) is { } intent)
            {
                written.Add(intent);
            }
        }

        return written;
    }

    private static async Task SettleAsync(Work work, Desk desk, DeskClock clock, DueNow decided, DateTimeOffset now)
    {
        foreach (var reminder in decided.Dropped)
        {
            await ReminderRows.MoveAsync(work, reminder, ReminderState.Cancelled, reminder.DueAt);
            await ReminderRows.ForgetExpiredAsync(work, reminder, now);
        }

        foreach (var nudged in decided.Expired)
        {
            // The chase of an ASAP call goes on.
            if (await ReminderRows.ExpireAsync(work, nudged.Reminder, now))
            {
                await AddNextAsync(work, desk, nudged, clock, nudged.Reminder.Rung, nudged.Reminder.AfterPhone, now);
            }
        }

        foreach (var reminder in decided.OutOfPhones)
        {
            await ReminderRows.MoveAsync(work, reminder, ReminderState.Failed, reminder.DueAt);
        }

        foreach (var reminder in decided.PutOff)
        {
            await ReminderRows.PutOffAsync(work, reminder);
        }
    }

    /// <returns>Null when another round took it in the same moment (T78).</returns>
    private async Task<Intent?> WriteDownAsync(Work work, Desk desk, DeskClock clock, Nudge nudge, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var taken = new List<NudgedLine>();
        foreach (var nudged in nudge.Lines)
        {
            if (await TakeAsync(work, nudged.Reminder, id))
            {
                taken.Add(nudged);
                await ReminderTries.WriteDownAsync(work, nudged, nudge, id, now);
                await AddNextAsync(work, desk, nudged, clock, nudged.Taken.Rung, nudge.To == desk.AssistantNumber ? nudged.Reminder.AfterPhone : nudge.To, now);
            }
        }

        if (taken.Count == 0)
        {
            return null;
        }

        if (nudge.Channel == Channel.Text)
        {
            await TextQuestions.ForgetAsync(work, desk.Id);
        }

        var intent = new Intent
        {
            Id = id,
            DeskId = desk.Id,
            Channel = nudge.Channel,
            Purpose = nudge.Purpose,
            ToNumber = nudge.To,
            FromNumber = desk.Lines[0].Number,
            Body = nudge.Channel == Channel.Text ? Words(desk, nudge, taken, clock.WhereTheBossIs(now), now) : null,
            State = IntentState.Written,
            Attempt = taken.Max(nudged => nudged.Reminder.LastAttempt) + 1,
            LeasedUntil = now + IntentLog.Lease,
            Holder = presence.Here,
            CreatedAt = now,
        };
        await IntentLog.WriteDownAsync(work, intent);
        return intent;
    }

    private static Task<bool> TakeAsync(Work work, DueReminder reminder, Guid intentId) =>
        reminder.IsExpired ? ReminderRows.CountAsync(work, reminder, intentId)
        : ReminderRows.MoveAsync(work, reminder, ReminderState.Sending, reminder.DueAt, intentId);

    private static async Task AddNextAsync(Work work, Desk desk, NudgedLine nudged, DeskClock clock, int rung, PhoneNumber? phone, DateTimeOffset now)
    {
        var reminder = nudged.Reminder;
        var last = new ReminderSlot(reminder.Kind, reminder.Slot, reminder.DueAt, rung);
        if (ReminderPlan.After(last, reminder.EndedAt, now, nudged.Line.Wakes ? clock.Sleepless : clock, desk.Reminding.Ladder) is { } next
            && (await ReminderRows.OfCallAsync(work, reminder.CallId)).All(row => row.Kind != reminder.Kind || row.Slot <= reminder.Slot))
        {
            await ReminderRows.AddAsync(work, desk.Id, reminder.CallId, next, phone);
        }
    }

    private static string Words(Desk desk, Nudge nudge, List<NudgedLine> taken, DeskClock clock, DateTimeOffset now) =>
        nudge.Purpose == IntentPurpose.Digest ? ReminderText.Digest([.. taken.Select(nudged => nudged.Line)], clock, now, taken.Count(nudged => nudged.Reminder.IsExpired))
        : nudge.To == desk.AssistantNumber && desk.Phones.All(phone => phone.Number != nudge.To) ? ReminderText.ForAssistant(taken[0].Line, clock, now)
        : ReminderText.ForAsap(taken[0].Line, clock, now);
}
