using FrontDesk.Reconciling;

namespace FrontDesk.Web.Reconciling;

/// <summary>Counts while a comparison is made, and lets whoever looks see how far it is.</summary>
internal sealed class Tally(RunBook book, ReconcileRun run, TimeProvider time)
{
    public ReconcileRun Run { get; private set; } = run;

    public int FailuresInARow { get; private set; }

    public Task BeginsAsync(int steps, CancellationToken cancel)
    {
        Run = Run with { StepsTotal = steps };
        return SaveAsync(cancel);
    }

    public Task StepAsync(CancellationToken cancel)
    {
        FailuresInARow = 0;
        Run = Run with { StepsDone = Run.StepsDone + 1 };
        return SaveAsync(cancel);
    }

    public void Read(ListKind kind, int rows) => Run = kind == ListKind.Calls
        ? Run with { CallsRead = Run.CallsRead + rows }
        : Run with { TextsRead = Run.TextsRead + rows };

    public void Missed(ListKind kind, int rows) => Run = kind == ListKind.Calls
        ? Run with { CallsMissed = Run.CallsMissed + rows }
        : Run with { TextsMissed = Run.TextsMissed + rows };

    public void PassesOver(int erased) => Run = Run with { ErasedPassed = Run.ErasedPassed + erased };

    public void Leaves(int open) => Run = Run with { LeftForLater = Run.LeftForLater + open };

    public void Settled(int intents) => Run = Run with { IntentsSettled = Run.IntentsSettled + intents };

    public void InDoubt(int intents) => Run = Run with { IntentsInDoubt = intents };

    public void Foreign(int sent) => Run = Run with { ForeignSeen = Run.ForeignSeen + sent };

    /// <summary>The first reason is told: the others follow from it more often than not.</summary>
    public void Fails(string why)
    {
        FailuresInARow++;
        BreaksOff(why);
    }

    public void BreaksOff(string why) => Run = Run with { Why = Run.Why ?? why };

    public void Stop(string? cutShort)
    {
        var why = Run.Why ?? cutShort;
        Run = Run with { Why = why, State = why is null ? RunState.Complete : RunState.BrokenOff, FinishedAt = time.GetUtcNow() };
    }

    public Task SaveAsync(CancellationToken cancel)
    {
        Run = Run with { LeasedUntil = time.GetUtcNow() + RunBook.Lease };
        return book.WriteAsync(Run, cancel);
    }
}
