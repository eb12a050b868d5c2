using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Ledger;
using FrontDesk.Sheet;
using FrontDesk.Web.Connect;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reminders;

/// <summary>The desk has the boss's phone ringing: what it says, and what the keys do.</summary>
public sealed class ReminderCalls(Database database, DeskBook desks, SheetMarks marks, SheetChanges changes, ReminderBell bell, TimeProvider time)
{
    private const int MostTries = 2;

    /// <summary>Something answered: a person, a voicemail, a robot that screens calls.</summary>
    public Task<ReminderLine> AnsweredAsync(Guid intentId, string callSid, CancellationToken cancel) =>
        WithIntentAsync(intentId, callSid, (_, _) => Task.FromResult(ReminderLine.Asks(ReminderSpeech.Opening, told: false, attempt: 1)), cancel);

    /// <param name="told">Whether the message was spoken before; until then only key 1 does anything.</param>
    public Task<ReminderLine> PressedAsync(Guid intentId, string callSid, bool told, int attempt, string keys, CancellationToken cancel) =>
        WithIntentAsync(
            intentId,
            callSid,
            (work, intent) => (told, keys) switch
            {
                (false, "1") => TellAsync(work, intent, 1),
                (false, _) when attempt < MostTries => Task.FromResult(ReminderLine.Asks(ReminderSpeech.Opening, told: false, attempt + 1)),
                (true, "1") => ReturnedAsync(work, intent),
                (true, "2") => SnoozeAsync(work, intent),
                (true, "3") => ConnectAsync(work, intent),
                (true, "*") => TellAsync(work, intent, 1),
                (true, _) when attempt < MostTries => TellAsync(work, intent, attempt + 1),
                _ => Task.FromResult(ReminderLine.Says(ReminderSpeech.Goodbye)),
            },
            cancel);

    /// <summary>Nobody pressed a key: word was left at most, and the next phone is tried.</summary>
    public async Task EndedAsync(Guid intentId, string callSid, CallStatus status, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await database.WriteAsync(
            async work =>
            {
                if (await IntentLog.FindAsync(work, intentId) is { Channel: Channel.Call } intent && await IntentLog.IsOfCallAsync(work, intent, callSid, now) && status.IsOver())
                {
                    await IntentLog.PutBackAsync(work, intentId, now, null, $"{status}: no key was pressed");
                }
            },
            cancel);
        bell.Ring();
    }

    private async Task<ReminderLine> WithIntentAsync(
        Guid intentId, string callSid, Func<Work, Intent, Task<ReminderLine>> answer, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var line = await database.WriteAsync(
            async work => await IntentLog.FindAsync(work, intentId) is { Channel: Channel.Call } intent && await IntentLog.IsOfCallAsync(work, intent, callSid, now)
                ? await answer(work, intent)
                : ReminderLine.Says(ReminderSpeech.Goodbye),
            cancel);
        if (line.Changed is { } deskId)
        {
            changes.Changed(deskId);
        }

        if (line.Connects is not null)
        {
            bell.Ring();
        }

        return line;
    }

    private async Task<ReminderLine> TellAsync(Work work, Intent intent, int attempt)
    {
        await IntentLog.DoneAsync(work, intent.Id);
        return await LinesAsync(work, intent) is { Count: > 0 } lines
            ? ReminderLine.Asks(ReminderSpeech.Calls(lines), told: true, attempt)
            : ReminderLine.Says(ReminderSpeech.NothingOpen);
    }

    private async Task<ReminderLine> ReturnedAsync(Work work, Intent intent)
    {
        switch (await LinesAsync(work, intent))
        {
            case [var line]:
                await marks.MarkAsync(work, new SheetMark { CallId = line.Id, Kind = MarkKind.Returned, By = "boss, by key" });
                return ReminderLine.Says(ReminderSpeech.Returned) with { Changed = intent.DeskId };
            case { Count: 0 }:
                return ReminderLine.Says(ReminderSpeech.NothingOpen);
            case var several:
                return ReminderLine.Asks(ReminderSpeech.Calls(several), told: true, 1);
        }
    }

    /// <summary>One call only: of several nobody knows which is meant.</summary>
    private async Task<ReminderLine> ConnectAsync(Work work, Intent intent) => await LinesAsync(work, intent) switch
    {
        [var line] => ReminderLine.Says("") with { Connects = await Connecting.BeginAsync(work, DeskOf(intent), line, AskedBy.Reminder, back: null, time.GetUtcNow()) },
        { Count: 0 } => ReminderLine.Says(ReminderSpeech.NothingOpen),
        var several => ReminderLine.Asks(ReminderSpeech.Calls(several), told: true, 1),
    };

    private async Task<ReminderLine> SnoozeAsync(Work work, Intent intent)
    {
        var (desk, now) = (DeskOf(intent), time.GetUtcNow());
        var due = await ReminderRows.SnoozeAsync(work, intent, desk, now);
        return ReminderLine.Says(due is { } at ? ReminderSpeech.Snoozed(new DeskClock(desk).WhereTheBossIs(now).Local(at)) : ReminderSpeech.NothingOpen);
    }

    private Task<IReadOnlyList<SheetLine>> LinesAsync(Work work, Intent intent) =>
        RemindedLines.OfAsync(work, intent.Id, DeskOf(intent), time.GetUtcNow());

    private Desk DeskOf(Intent intent) =>
        desks.WithId(intent.DeskId) ?? throw new InvalidOperationException("An intent is of a desk on file.");
}

/// <summary>One thing a reminder call says, and whether it listens for a key.</summary>
/// <param name="Told">Whether the message itself was spoken by now.</param>
/// <param name="Attempt">0 where it hangs up.</param>
/// <param name="Changed">The desk whose sheet changed by it.</param>
/// <param name="Connects">What is said instead, while somebody is rung for her.</param>
public sealed record ReminderLine(string Say, bool Told, int Attempt, Guid? Changed = null, ConnectLine? Connects = null)
{
    public static ReminderLine Asks(string say, bool told, int attempt) => new(say, told, attempt);

    public static ReminderLine Says(string say) => new(say, Told: true, Attempt: 0);
}
