using FrontDesk.Web.Desks;
using FrontDesk.Web.Nodes;
using FrontDesk.Web.Reconciling;

namespace FrontDesk.Web.Commands;

/// <summary>"reconcile".</summary>
internal static class ReconcileVerb
{
    private static readonly TimeSpan BetweenWords = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(VerbCall call, CancellationToken cancel)
    {
        call.NothingElse();
        if (call.Of<Settings>().Demo)
        {
            await Console.Error.WriteLineAsync("The demo's carrier lives within the desk that is running: see /reconcile there.");
            return Verb.Problem;
        }

        await call.OpenBooksAsync(cancel);
        await call.Of<DeskBook>().ReloadAsync(cancel);
        var run = await CompareAsync(call.Of<Reconciliation>(), call.Of<RunBook>(), call.Of<TimeProvider>(), cancel);
        await call.Of<ChangeFeed>().TellAsync(cancel);
        var differences = await call.Of<RunBook>().DifferencesAsync(cancel);
        Console.WriteLine($"Compared with the carrier: {ReconcileWords.Progress(run)}, {run.CallsRead} calls and {run.TextsRead} texts.");
        foreach (var sentence in ReconcileWords.Findings(run).Concat(ReconcileWords.Notes(run)).Concat(differences.Select(known => ReconcileWords.Of(known.Difference))))
        {
            Console.WriteLine(sentence);
        }

        if (!run.FoundSomething && differences.Count == 0)
        {
            Console.WriteLine("Nothing was missing.");
            return Verb.Fine;
        }

        return Verb.Problem;
    }

    /// <summary>Where a desk that is running is at it, its round is waited for and then made anew.</summary>
    private static async Task<ReconcileRun> CompareAsync(Reconciliation reconciliation, RunBook book, TimeProvider time, CancellationToken cancel)
    {
        while (true)
        {
            var comparing = reconciliation.RunAsync(TimeSpan.Zero, cancel);
            while (await Task.WhenAny(comparing, Task.Delay(BetweenWords, time, cancel)) != comparing)
            {
                await SayHowFarAsync(book, cancel);
            }

            if (await comparing is { } run)
            {
                return run;
            }

            await SayHowFarAsync(book, cancel);
            await Task.Delay(BetweenWords, time, cancel);
        }
    }

    private static async Task SayHowFarAsync(RunBook book, CancellationToken cancel)
    {
        if (await book.NewestAsync(cancel) is { State: RunState.UnderWay } run)
        {
            Console.WriteLine($"Under way: {ReconcileWords.Progress(run)}.");
        }
    }
}
