using FrontDesk.Brief;
using FrontDesk.Copies;
using FrontDesk.Desks;
using FrontDesk.Reminders;
using FrontDesk.Sheet;
using FrontDesk.Texts;
using FrontDesk.Web.Brief;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Data;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Texts;

/// <summary>Does what a text of the boss wants. Caller ID can be forged: nothing here cannot be undone.</summary>
public sealed class BossTexts(LineActs acts, CopyMaking copies)
{
    public const string ByTheBoss = "boss, by text";

    public async Task<TextAnswer> ObeyAsync(Work work, Desk desk, PhoneNumber from, TextCommand command, DateTimeOffset now)
    {
        var turn = await TurnAsync(work, desk, from, now);
        var asked = await TextQuestions.TakeAsync(work, desk.Id, from, now);
        if (asked?.Choice(command) is { } choice)
        {
            return await ChosenAsync(turn, asked, choice);
        }

        return command switch
        {
            TextCommand.Do { Item: null } bare => await BareAsync(turn, bare.Act),
            TextCommand.Do unshown => await AskAsync(turn, unshown.Act, await RemindedLines.OpenAsync(turn), ""),
            TextCommand.ReadSheet => await SheetAsync(turn),
            TextCommand.Next => await NextAsync(turn, asked),
            TextCommand.BackInOffice => await CopyAsync(turn),
            TextCommand.Hold hold => new(TextWords.Held(turn.Clock.Local(await Holds.BeginAsync(work, desk, hold.Hours, ByTheBoss, now)), turn.Clock.Local(now)), Sheet: true),
            TextCommand.GoOn => await Holds.LiftAsync(work, desk.Id, now) ? new(TextWords.GoesOn, Sheet: true) : new(TextWords.NothingHeld),
            _ => new(TextWords.HowTo),
        };
    }

    private static async Task<TextTurn> TurnAsync(Work work, Desk desk, PhoneNumber from, DateTimeOffset now)
    {
        var clock = new DeskClock(desk);
        return new TextTurn(work, desk, from, clock.WhereTheBossIs(now), PhoneSheet.Of(await SheetStore.OwedAsync(work, desk.Id), clock, now, desk.Office).Lines, now);
    }

    /// <summary>A bare digit is about the one nudge that is open; of several nobody knows which is meant (T87).</summary>
    private async Task<TextAnswer> BareAsync(TextTurn turn, LineAct act) => await RemindedLines.OpenAsync(turn) switch
    {
        [var only] => await acts.DoAsync(turn, act, only),
        var open => await AskAsync(turn, act, open, ""),
    };

    private async Task<TextAnswer> ChosenAsync(TextTurn turn, TextQuestion asked, ChosenLine choice)
    {
        var line = turn.Lines.FirstOrDefault(line => line.Id == choice.Line);
        if (asked.Act is not null)
        {
            var open = await RemindedLines.OpenAsync(turn);
            return line is not null && Listed(open).Select(other => other.Id).SequenceEqual(asked.Lines)
                ? await acts.DoAsync(turn, choice.Act, line)
                : await AskAsync(turn, choice.Act, open, TextWords.ListChanged);
        }

        if (line is null)
        {
            return await BareAsync(turn, choice.Act);
        }

        // She may go on from there with 8.
        await TextQuestions.PutAsync(turn.Work, turn.Desk.Id, turn.From, asked with { At = turn.Now });
        return await acts.DoAsync(turn, choice.Act, line);
    }

    private static async Task<TextAnswer> AskAsync(TextTurn turn, LineAct act, IReadOnlyList<SheetLine> open, string first)
    {
        if (open.Count == 0)
        {
            return new(TextWords.NothingWaits);
        }

        var listed = Listed(open);
        await TextQuestions.PutAsync(turn.Work, turn.Desk.Id, turn.From, new TextQuestion(act, [.. listed.Select(line => line.Id)], Place: null, turn.Now));
        return new(ReminderText.Which(first + TextWords.Which(act, open.Count - listed.Count), listed, turn.Clock, turn.Now));
    }

    private static List<SheetLine> Listed(IReadOnlyList<SheetLine> open) => [.. open.Take(TextQuestion.MostLines)];

    /// <summary>The brief for the eye, in two segments; it does not count as having asked. "1 2" is about its second line then.</summary>
    private static async Task<TextAnswer> SheetAsync(TextTurn turn)
    {
        var lines = await InOrderAsync(turn);
        if (lines.Count == 0)
        {
            return new(TextWords.NothingWaits);
        }

        var (text, told) = ReminderText.Numbered(lines, turn.Clock, turn.Now);
        await TextQuestions.PutAsync(
            turn.Work, turn.Desk.Id, turn.From, new TextQuestion(null, [.. lines.Take(Math.Min(told, TextQuestion.MostLines)).Select(line => line.Id)], Place: null, turn.Now));
        return new(text);
    }

    /// <summary>The line after the one told last, wherever that stands by now; what took its place where it is gone.</summary>
    private static async Task<TextAnswer> NextAsync(TextTurn turn, TextQuestion? told)
    {
        var lines = await InOrderAsync(turn);
        var last = told is { Place: not null } ? lines.ToList().FindIndex(line => line.Id == told.Lines[0]) : -1;
        var next = last >= 0 ? last + 1 : told is { Place: { } place } ? place - 1 : 0;
        if (next >= lines.Count)
        {
            return new(lines.Count == 0 ? TextWords.NothingWaits : TextWords.NoMore);
        }

        await TextQuestions.PutAsync(turn.Work, turn.Desk.Id, turn.From, new TextQuestion(null, [lines[next].Id], next + 1, turn.Now));
        return new(ReminderText.One(lines[next], next + 1, lines.Count, turn.Clock, turn.Now));
    }

    private static async Task<IReadOnlyList<SheetLine>> InOrderAsync(TextTurn turn) =>
        SpokenBrief.InOrder(turn.Lines, (await BriefLog.HabitsAsync(turn.Work, turn.Desk.Id)).AskedAt);

    private async Task<TextAnswer> CopyAsync(TextTurn turn)
    {
        var copy = await copies.MakeAsync(turn.Work, turn.Desk, new CopyWanted(Guid.CreateVersion7(turn.Now), CopyReason.Text, ByTheBoss));
        return new(TextWords.CopyReady(copy.Kept.Number, copy.Copy));
    }
}

/// <summary>A text of the boss, and the sheet as it stands when it comes.</summary>
/// <param name="Clock">Read where the boss is.</param>
public sealed record TextTurn(Work Work, Desk Desk, PhoneNumber From, DeskClock Clock, IReadOnlyList<SheetLine> Lines, DateTimeOffset Now);

/// <summary>What the desk answers, and whether the sheet changed by it.</summary>
public readonly record struct TextAnswer(string Words, bool Sheet = false);
