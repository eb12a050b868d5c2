using FrontDesk.Brief;
using FrontDesk.Desks;
using FrontDesk.Ledger;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Brief;

/// <summary>What each key does while the brief is read. It means the line that was read last.</summary>
internal sealed class BriefKeys(Desk desk, BriefReading reading, SheetMarks marks)
{
    public async Task<BriefStep> PressAsync(string key) => (reading.Brief.AsksWhether, key) switch
    {
        (true, "1") => await reading.StartOverAsync(),
        (true, _) => await reading.GoToAsync(reading.Brief.Place),
        (_, "" or "9" or "#") when reading.Line is not null => await reading.GoToAsync(reading.Brief.Place + 1),
        (_, "" or "9" or "#") => reading.HangUp(),
        (_, "7") => await reading.GoToAsync(reading.Brief.Place - 1),
        (_, "*") => await reading.GoToAsync(reading.Line is null ? 0 : reading.Brief.Place),
        (_, "4") => await ListenAtAsync(BriefSpeed.Slower(reading.Speed)),
        (_, "6") => await ListenAtAsync(BriefSpeed.Faster(reading.Speed)),
        (_, "0") => reading.Stay(Assistant()),
        (_, "1" or "2" or "3") when reading.Line is null => reading.Stay(reading.Spoken.Says(BriefSpeech.ThatsAll)),
        (_, "1") => await BriefConnect.AskAsync(desk, reading),
        (_, "2") => reading.Stay(reading.Spoken.More(reading.Brief.Place, new DeskClock(desk).WhereTheBossIs(reading.Now), reading.Now)),
        (_, "3") => await ReturnedAsync(reading.Line!),
        _ => reading.Stay(reading.Spoken.Says(BriefSpeech.Keys)),
    };

    private async Task<BriefStep> ListenAtAsync(int speed)
    {
        await BriefLog.ListensAtAsync(reading.Work, desk.Id, speed);
        return await reading.At(speed).GoToAsync(reading.Line is null ? 0 : reading.Brief.Place);
    }

    /// <summary>As on the sheet, with the same way back there.</summary>
    private async Task<BriefStep> ReturnedAsync(BriefLine line)
    {
        var done = await marks.MarkAsync(reading.Work, new SheetMark { CallId = line.Id, Kind = MarkKind.Returned, By = "boss, by key" });
        var after = reading.With([.. reading.Spoken.Lines.Select(other => other.Id == line.Id ? other with { IsReturned = true } : other)]);
        var step = await after.GoToAsync(reading.Brief.Place + 1);
        var says = reading.Spoken.Says(done is MarkOutcome.Marked ? BriefSpeech.Returned : BriefSpeech.AlreadyDone);
        return step with { Answer = step.Answer.After(says) with { Changed = done is MarkOutcome.Marked ? desk.Id : null } };
    }

    private BriefSaid Assistant()
    {
        var says = reading.Spoken.Says(desk.AssistantNumber is null ? BriefSpeech.NoAssistant : BriefSpeech.Assistant);
        return desk.AssistantNumber is { } number ? says with { Clauses = [.. says.Clauses, .. reading.Spoken.Groups(number)] } : says;
    }
}
