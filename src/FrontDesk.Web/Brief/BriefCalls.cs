using System.Data.Common;
using FrontDesk.Brief;
using FrontDesk.Desks;
using FrontDesk.Sheet;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Brief;

/// <summary>The boss is on the line and has keyed the PIN: the brief is read to her, one line at a time, and each key is obeyed once.</summary>
public sealed class BriefCalls(Database database, DeskBook desks, CurrentSheet sheet, SheetMarks marks, SheetChanges changes, ReminderBell bell, TimeProvider time)
{
    /// <summary>The brief from its start, or the question whether to go on where the line dropped.</summary>
    /// <param name="from">Where she rings from; null where that is withheld.</param>
    public async Task<BriefAnswer> BeginAsync(Desk desk, string callSid, PhoneNumber? from, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var answer = await OnceAsync(
            async work =>
            {
                if (await BriefLog.OnCallAsync(work, callSid) is { } begun)
                {
                    return await LastSaidAsync(work, begun);
                }

                await BriefLog.SettleCallsAsync(work, desk, callSid, from, now);
                return await BriefLog.BrokenOffAsync(work, desk.Id, now) is { } broken
                    ? await AskWhetherAsync(work, broken with { CallSid = callSid, LastAt = now }, now)
                    : await StartAsync(work, desk, callSid, now);
            },
            cancel);
        changes.Changed(desk.Id);
        return answer;
    }

    /// <param name="turn">As the address carries it that was given with the last words.</param>
    /// <param name="key">Empty where none was pressed.</param>
    /// <returns>Null where no brief is read on that call.</returns>
    public async Task<BriefAnswer?> PressedAsync(string callSid, int turn, string key, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var answer = await OnceAsync<BriefAnswer?>(
            async work => await BriefLog.OnCallAsync(work, callSid) is not { } brief ? null
                : await BriefLog.SaidAsync(work, brief.Id, turn) ?? (turn == brief.Turn ? await ObeyAsync(work, brief, key, now) : await LastSaidAsync(work, brief)),
            cancel);
        if (answer?.Changed is { } deskId)
        {
            changes.Changed(deskId);
            bell.Ring();
        }

        return answer;
    }

    /// <returns>What was said last on that call; null where no brief is read on it.</returns>
    public Task<BriefAnswer?> AgainAsync(string callSid, CancellationToken cancel) => database.ReadAsync(
        async look => await BriefLog.OnCallAsync(look, callSid) is { } brief ? await LastSaidAsync(look, brief) : null,
        cancel);

    private static async Task<BriefAnswer> LastSaidAsync(Look look, BriefRow brief) =>
        await BriefLog.SaidAsync(look, brief.Id, brief.Turn - 1) ?? throw new InvalidOperationException("Whoever hears a brief was told something.");

    private async Task<BriefAnswer> StartAsync(Work work, Desk desk, string callSid, DateTimeOffset now)
    {
        var habits = await BriefLog.HabitsAsync(work, desk.Id);
        var lines = SpokenBrief.Of(await SheetAsync(work, desk.Id), habits.AskedAt, SpeechTiming.Of(SpeechTiming.Joanna)).Lines;
        var brief = new BriefRow
        {
            Id = Guid.CreateVersion7(now),
            DeskId = desk.Id,
            CallSid = callSid,
            Lines = BriefRow.Write(lines),
            Place = 0,
            Turn = 0,
            AsksWhether = false,
            Since = habits.AskedAt,
            BeganAt = now,
            LastAt = now,
        };
        await BriefLog.BeginAsync(work, brief);
        await BriefLog.AskedAsync(work, desk.Id, now);
        return await WriteDownAsync(work, await new BriefReading(work, brief, habits.Speed, now, SheetAsync).GoToAsync(0), "", now);
    }

    /// <summary>B67: the place is kept.</summary>
    private static async Task<BriefAnswer> AskWhetherAsync(Work work, BriefRow brief, DateTimeOffset now)
    {
        var habits = await BriefLog.HabitsAsync(work, brief.DeskId);
        var spoken = brief.Spoken(habits.Speed);
        var says = spoken.Says(BriefSpeech.WeWereAt(spoken.NameOf(spoken.Lines[brief.Place])), BriefSpeech.StartOver) with { Listens = 2 };
        return await WriteDownAsync(work, new BriefStep(brief with { AsksWhether = true }, BriefAnswer.Of(says) with { Speed = habits.Speed }), "", now);
    }

    private async Task<BriefAnswer> ObeyAsync(Work work, BriefRow brief, string key, DateTimeOffset now)
    {
        var desk = desks.WithId(brief.DeskId) ?? throw new InvalidOperationException("A brief is of a desk on file.");
        var habits = await BriefLog.HabitsAsync(work, desk.Id);
        var reading = new BriefReading(work, brief, habits.Speed, now, SheetAsync);
        return await WriteDownAsync(work, await new BriefKeys(desk, reading, marks).PressAsync(key), key, now);
    }

    private static async Task<BriefAnswer> WriteDownAsync(Work work, BriefStep step, string key, DateTimeOffset now)
    {
        var answer = step.Answer with { Turn = step.Brief.Turn + 1 };
        await BriefLog.WriteDownAsync(work, step.Brief.Id, step.Brief.Turn, key, answer, now);
        await BriefLog.SaveAsync(work, step.Brief with { Turn = answer.Turn, LastAt = now });
        return answer;
    }

    // Two nodes may obey the same key in the same moment: the books let one of them in, the other hears what was said.
    private async Task<T> OnceAsync<T>(Func<Work, Task<T>> act, CancellationToken cancel)
    {
        try
        {
            return await database.WriteAsync(act, cancel);
        }
        catch (DbException twice) when (database.Dialect.IsDuplicateKey(twice))
        {
            return await database.WriteAsync(act, cancel);
        }
    }

    private async Task<IReadOnlyList<SheetLine>> SheetAsync(Look look, Guid deskId) => sheet.Rank(await SheetStore.OwedAsync(look, deskId), deskId);
}
