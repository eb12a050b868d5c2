using FrontDesk.Brief;
using FrontDesk.Sheet;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Brief;

/// <summary>A brief one step further, and what is said on the way.</summary>
internal sealed record BriefStep(BriefRow Brief, BriefAnswer Answer);

/// <summary>A brief being read: where it is, and where it can go.</summary>
internal sealed class BriefReading(Work work, BriefRow brief, int speed, DateTimeOffset now, Func<Look, Guid, Task<IReadOnlyList<SheetLine>>> sheet)
{
    private const int MostNamed = 3;

    public Work Work => work;

    public BriefRow Brief => brief;

    public DateTimeOffset Now => now;

    public int Speed => speed;

    public SpokenBrief Spoken { get; } = brief.Spoken(speed);

    /// <summary>Null before the first line and after the last.</summary>
    public BriefLine? Line => brief.Place < Spoken.Lines.Count ? Spoken.Lines[brief.Place] : null;

    /// <summary>The line as the sheet has it now; null where it is off it.</summary>
    public async Task<SheetLine?> OnSheetAsync(BriefLine line) => (await sheet(work, brief.DeskId)).FirstOrDefault(other => other.Calls.Any(line.Calls.Contains));

    public BriefReading At(int speedFromNow) => new(work, brief, speedFromNow, now, sheet);

    public BriefReading With(IReadOnlyList<BriefLine> lines) => new(work, brief.With(lines), speed, now, sheet);

    /// <summary>The same sheet as it stands now, from the start.</summary>
    public async Task<BriefStep> StartOverAsync()
    {
        var lines = SpokenBrief.Of(await sheet(work, brief.DeskId), brief.Since, Spoken.Timing).Lines;
        return await new BriefReading(work, (brief with { BeganAt = now, AsksWhether = false }).With(lines), speed, now, sheet).GoToAsync(0);
    }

    public async Task<BriefStep> GoToAsync(int place) =>
        Math.Max(place, 0) is var line && line < Spoken.Lines.Count ? Step(line, Spoken.At(line)) : await EndAsync();

    /// <summary>Something else than a line; the place stays.</summary>
    public BriefStep Stay(BriefSaid said) => Step(brief.Place, said);

    /// <summary>Nobody pressed a key after the last word.</summary>
    public BriefStep HangUp() => Step(brief.Place, Spoken.Says(BriefSpeech.Goodbye)) is var step ? step with { Answer = step.Answer with { HangsUp = true } } : step;

    /// <summary>B68: what was read is the sheet of the beginning; what has changed since is told now, and read like the rest.</summary>
    private async Task<BriefStep> EndAsync()
    {
        var current = await sheet(work, brief.DeskId);
        var known = Spoken.Lines.SelectMany(line => line.Calls).ToHashSet();
        var came = SpokenBrief.InOrder(current, null).Where(line => !known.Contains(line.Id)).Select(line => BriefLine.Of(line, null)).ToList();
        if (came.Count > 0)
        {
            return With([.. Spoken.Lines, .. came]).After(BriefSpeech.SinceWeBegan(came.Count), Spoken.Lines.Count);
        }

        var owed = current.SelectMany(line => line.Calls).ToHashSet();
        var gone = Spoken.Lines.Where(line => !line.IsReturned && !line.Calls.Any(owed.Contains)).Take(MostNamed).Select(line => BriefSpeech.OffTheSheet(Spoken.NameOf(line)));
        var step = Step(Spoken.Lines.Count, Spoken.Says([.. gone, Spoken.Lines.Count == 0 ? BriefSpeech.NothingToReturn : BriefSpeech.ThatsAll]));
        return step with { Brief = step.Brief with { FinishedAt = now } };
    }

    private BriefStep After(string first, int place)
    {
        var step = Step(place, Spoken.At(place));
        return step with { Answer = step.Answer.After(Spoken.Says(first)) };
    }

    private BriefStep Step(int place, BriefSaid said) => new(brief with { Place = place, AsksWhether = false }, BriefAnswer.Of(said) with { Speed = speed });
}
