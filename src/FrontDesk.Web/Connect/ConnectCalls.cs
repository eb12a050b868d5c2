using FrontDesk.Calls;
using FrontDesk.Connect;
using FrontDesk.Desks;
using FrontDesk.Ledger;
using FrontDesk.Sheet;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Connect;

/// <summary>Two lines become one: the boss waits, the party is told who calls, both meet, and the boss says what came of it.</summary>
public sealed class ConnectCalls(Database database, DeskBook desks, CurrentSheet sheet, SheetMarks marks, SheetChanges changes, ReminderBell bell, TimeProvider time)
{
    // Two seconds each: longer than a phone rings.
    private const int MostBeats = 30;

    /// <summary>The boss asked by text, and something picked up her phone.</summary>
    public Task<ConnectLine> BossAnsweredAsync(Guid intentId, string callSid, CancellationToken cancel) => WithBossAsync(
        intentId, callSid, (_, _) => Task.FromResult(new ConnectLine(ConnectSpeech.Opening, Keys: $"/twilio/connect/boss/key?intent={intentId:N}")), cancel);

    public Task<ConnectLine> BossPressedAsync(Guid intentId, string callSid, string keys, CancellationToken cancel) => WithBossAsync(
        intentId,
        callSid,
        async (work, connection) =>
        {
            if (keys is not "1" || DeskOf(connection) is not { } desk || await LineAsync(work, connection) is not { } line)
            {
                return new ConnectLine(ConnectSpeech.Goodbye);
            }

            await IntentLog.DoneAsync(work, intentId);
            await ConnectRows.DialAsync(work, connection, desk.Lines[0].Number, time.GetUtcNow());
            return new ConnectLine(ConnectSpeech.Calling(line), Waits: Connecting.WaitsAt(connection.Id, beat: 1));
        },
        cancel);

    /// <summary>The boss has waited another moment.</summary>
    public async Task<ConnectLine> WaitAsync(Guid id, int beat, CancellationToken cancel) => await database.ReadAsync(
        async look => await ConnectRows.FindAsync(look, id) is not { } connection ? new ConnectLine(ConnectSpeech.Goodbye)
            : connection.State switch
            {
                ConnectionState.AwaitsBoss or ConnectionState.Dialling when beat < MostBeats => new ConnectLine("", Waits: Connecting.WaitsAt(id, beat + 1)),
                ConnectionState.Answered => new ConnectLine("", Meets: MeetingOf(connection, starts: !await Meeting.IsCallerLastAsync(look, connection.CallId), $"/twilio/connect/done?connection={id:N}")),
                _ => await NotReachedAsync(look, connection),
            },
        cancel);

    /// <summary>The party has picked up: "John, I have Margaret Miller calling."</summary>
    public async Task<ConnectLine> PartyAnsweredAsync(Guid intentId, string callSid, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return await database.WriteAsync(
            async work =>
            {
                if (await PartyAsync(work, intentId, callSid, now) is not { } connection || DeskOf(connection) is not { } desk)
                {
                    return new ConnectLine(ConnectSpeech.Goodbye);
                }

                await ConnectRows.AnsweredAsync(work, connection.Id, now);
                var partyLast = await Meeting.IsCallerLastAsync(work, connection.CallId);
                var name = (await LineAsync(work, connection))?.Name;
                return new ConnectLine(CallScript.IHaveHerCalling(desk, name), Meets: MeetingOf(connection, starts: partyLast, after: null));
            },
            cancel);
    }

    /// <summary>They picked up, and nobody came.</summary>
    public async Task<ConnectLine> AloneAsync(Guid id, CancellationToken cancel) => await database.ReadAsync(
        async look => await ConnectRows.FindAsync(look, id) is { } connection && DeskOf(connection) is { } desk
            ? new ConnectLine(CallScript.LostHer(desk))
            : new ConnectLine(ConnectSpeech.Goodbye),
        cancel);

    /// <summary>The two hear each other.</summary>
    public async Task TalkAsync(Guid id, CancellationToken cancel) =>
        await database.WriteAsync(work => ConnectRows.TalkedAsync(work, id, time.GetUtcNow()), cancel);

    public async Task PartyEndedAsync(Guid intentId, string callSid, CallStatus status, int? seconds, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (!status.IsOver())
        {
            return;
        }

        var desk = await database.WriteAsync(
            async work =>
            {
                if (await PartyAsync(work, intentId, callSid, now) is not { } connection)
                {
                    return (Guid?)null;
                }

                await ConnectRows.EndedAsync(work, connection, status, seconds, now);
                await IntentLog.DoneAsync(work, intentId);
                return connection.DeskId;
            },
            cancel);
        Tell(desk);
    }

    /// <summary>The boss's own phone was not answered, or she has hung up.</summary>
    public Task BossEndedAsync(Guid intentId, string callSid, CallStatus status, CancellationToken cancel) => status.IsOver()
        ? WithBossAsync(
            intentId,
            callSid,
            async (work, connection) =>
            {
                await ConnectRows.BossLeftAsync(work, connection.Id, time.GetUtcNow());
                await IntentLog.DoneAsync(work, intentId);
                return new ConnectLine("");
            },
            cancel)
        : Task.CompletedTask;

    /// <summary>The talk is over and the boss still there.</summary>
    public async Task<ConnectLine> DoneAsync(Guid id, CancellationToken cancel) => await database.WriteAsync(
        async work =>
        {
            await ConnectRows.BossLeftAsync(work, id, time.GetUtcNow());
            return await ConnectRows.FindAsync(work, id) switch
            {
                null => new ConnectLine(ConnectSpeech.Goodbye),
                { TalkedAt: null } connection => await NotReachedAsync(work, connection),
                _ => new ConnectLine(ConnectSpeech.WhatCameOfIt, Keys: $"/twilio/connect/key?connection={id:N}"),
            };
        },
        cancel);

    public async Task<ConnectLine> PressedAsync(Guid id, string keys, CancellationToken cancel)
    {
        var (line, desk) = await database.WriteAsync(
            async work =>
            {
                if (await ConnectRows.FindAsync(work, id) is not { } connection)
                {
                    return (new ConnectLine(ConnectSpeech.Goodbye), (Guid?)null);
                }

                if (MarkFor(keys) is not var (kind, why))
                {
                    return (new ConnectLine("", GoesOn: connection.Back), connection.DeskId);
                }

                await marks.MarkAsync(work, new SheetMark { CallId = connection.CallId, Kind = kind, By = "boss, by key", Why = why, OurCall = connection.OurCallId });
                return (new ConnectLine(ConnectSpeech.Noted, GoesOn: connection.Back), connection.DeskId);
            },
            cancel);
        Tell(desk);
        return line;
    }

    private static (MarkKind Kind, string? Why)? MarkFor(string keys) => keys switch
    {
        "1" => (MarkKind.TalkedTo, null),
        "2" => (MarkKind.LeftWord, null),
        "3" => (MarkKind.LeftWord, "they call back"),
        _ => null,
    };

    private static Meeting MeetingOf(Connection connection, bool starts, string? after) =>
        new(connection.Id, $"/twilio/connect/room?connection={connection.Id:N}", starts, after, StarLeaves: after is not null);

    private async Task<ConnectLine> NotReachedAsync(Look look, Connection connection) => await LineAsync(look, connection) is { } line
        ? new ConnectLine(ConnectSpeech.NotReached(line, connection.Reason ?? CallStatus.Failed), GoesOn: connection.Back)
        : new ConnectLine(ConnectSpeech.Goodbye, GoesOn: connection.Back);

    private async Task<ConnectLine> WithBossAsync(Guid intentId, string callSid, Func<Work, Connection, Task<ConnectLine>> answer, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var (line, desk) = await database.WriteAsync(
            async work => await IntentLog.FindAsync(work, intentId) is { Purpose: IntentPurpose.CallTheBoss } intent
                && await IntentLog.IsOfCallAsync(work, intent, callSid, now)
                && await ConnectRows.OfBossAsync(work, intentId) is { } connection
                    ? (await answer(work, connection), connection.DeskId)
                    : (new ConnectLine(ConnectSpeech.Goodbye), (Guid?)null),
            cancel);
        Tell(desk);
        return line;
    }

    private static async Task<Connection?> PartyAsync(Work work, Guid intentId, string callSid, DateTimeOffset now) =>
        await IntentLog.FindAsync(work, intentId) is { Purpose: IntentPurpose.Connect } intent && await IntentLog.IsOfCallAsync(work, intent, callSid, now)
            ? await ConnectRows.OfPartyAsync(work, intentId)
            : null;

    private Task<SheetLine?> LineAsync(Look look, Connection connection) => sheet.LineOfAsync(look, connection.DeskId, connection.CallId);

    private Desk? DeskOf(Connection connection) => desks.WithId(connection.DeskId);

    private void Tell(Guid? desk)
    {
        if (desk is { } changed)
        {
            changes.Changed(changed);
            bell.Ring();
        }
    }
}
