using FrontDesk.Reconciling;

namespace FrontDesk.Web.Reconciling;

/// <summary>The words for what a comparison with the carrier came to, on its page and on the command line.</summary>
public static class ReconcileWords
{
    public static string Of(NumberSetting setting) => setting switch
    {
        NumberSetting.Voice => "a call comes in",
        NumberSetting.VoiceFallback => "the primary handler of calls fails",
        NumberSetting.VoiceStatus => "a call's status changes",
        NumberSetting.Text => "a message comes in",
        NumberSetting.TextFallback => "the primary handler of messages fails",
        NumberSetting.CallsElsewhere => "calls go to an application or trunk instead of an address",
        NumberSetting.TextsElsewhere => "messages go to an application instead of an address",
        NumberSetting.NotThere => "the account has no such number",
    };

    /// <summary>"+13105550100, a call comes in: at the carrier nothing, here https://…".</summary>
    public static string Of(NumberDifference difference) => difference.Setting == NumberSetting.NotThere
        ? $"{difference.Number}: {Of(difference.Setting)}"
        : $"{difference.Number}, {Of(difference.Setting)}: at the carrier {difference.Theirs ?? "nothing"}, here {difference.Ours ?? "nothing"}";

    public static string Progress(ReconcileRun run) => run.StepsTotal == 0 ? "it has just begun" : $"{run.StepsDone} of {run.StepsTotal} lists read";

    /// <summary>What it found, a sentence each, the worst first; nothing where all was as it should be.</summary>
    public static IReadOnlyList<string> Findings(ReconcileRun run) =>
    [
        .. run.State == RunState.BrokenOff ? [$"Not all of the carrier's lists could be read ({run.Why}). What was read counts; the next round reads the rest."] : Array.Empty<string>(),
        .. Some(run.CallsMissed, "call had never reached us and is on the sheet now, missed while we were down.", "calls had never reached us and are on the sheet now, missed while we were down."),
        .. Some(run.TextsMissed, "text had never reached us. It is on file and was not acted upon.", "texts had never reached us. They are on file and were not acted upon."),
        .. Some(run.IntentsSettled, "text or call of ours whose outcome was in doubt is settled.", "texts or calls of ours whose outcome was in doubt are settled."),
        .. Some(run.IntentsInDoubt, "text or call of ours is still in doubt.", "texts or calls of ours are still in doubt."),
        .. Some(run.ForeignSeen, "text or call went out from our lines and is not in our books.", "texts or calls went out from our lines and are not in our books."),
    ];

    /// <summary>What it saw that is as it should be.</summary>
    public static IReadOnlyList<string> Notes(ReconcileRun run) =>
    [
        .. Some(run.LeftForLater, "is under way or of a moment ago, and is looked at again.", "are under way or of a moment ago, and are looked at again."),
        .. Some(run.ErasedPassed, "was erased here, and was passed over.", "were erased here, and were passed over."),
    ];

    private static string[] Some(int count, string one, string many) => count == 0 ? [] : [$"{count} {(count == 1 ? one : many)}"];
}
