using FrontDesk.Ledger;
using FrontDesk.Sheet;
using FrontDesk.Texts;
using FrontDesk.Web.Connect;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Texts;

/// <summary>What the boss can have done with one line of the sheet by text.</summary>
public sealed class LineActs(SheetMarks marks)
{
    public async Task<TextAnswer> DoAsync(TextTurn turn, LineAct act, SheetLine line) => act switch
    {
        LineAct.Returned => await ReturnedAsync(turn, line),
        LineAct.Snooze => new(await ReminderRows.SnoozeAsync(turn.Work, turn.Desk, line, turn.Now) is { } due ? TextWords.Snoozed(turn.Clock.Local(due)) : TextWords.NeverReminded(line)),
        LineAct.CallMe => new(await Connecting.CallTheBossAsync(turn.Work, turn.Desk, line, turn.From, turn.Now) ? TextWords.CallingYou(line) : TextWords.NoNumber(line)),
    };

    private async Task<TextAnswer> ReturnedAsync(TextTurn turn, SheetLine line)
    {
        await marks.MarkAsync(turn.Work, new SheetMark { CallId = line.Id, Kind = MarkKind.Returned, By = BossTexts.ByTheBoss });
        return new(TextWords.Returned(line), Sheet: true);
    }
}
