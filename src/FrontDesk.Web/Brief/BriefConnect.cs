using FrontDesk.Desks;
using FrontDesk.Web.Connect;

namespace FrontDesk.Web.Brief;

/// <summary>Key 1, "connect me": the party is rung while the boss waits, and the brief goes on with the next line afterwards.</summary>
internal static class BriefConnect
{
    public static async Task<BriefStep> AskAsync(Desk desk, BriefReading reading)
    {
        var wanted = reading.Line!;
        if (await reading.OnSheetAsync(wanted) is not { } line)
        {
            return reading.Stay(reading.Spoken.Says(BriefSpeech.AlreadyDone));
        }

        var back = $"/twilio/brief/key?turn={reading.Brief.Turn + 1}";
        var connects = await Connecting.BeginAsync(reading.Work, desk, line, AskedBy.Brief, back, reading.Now);
        var step = reading.Stay(reading.Spoken.Says(connects.Say));
        return connects.Waits is { } waits
            ? step with { Answer = step.Answer with { GoesOn = waits, Changed = desk.Id } }
            : step with { Answer = step.Answer with { Clauses = [.. step.Answer.Clauses, .. reading.Spoken.NumberOf(wanted)] } };
    }
}
