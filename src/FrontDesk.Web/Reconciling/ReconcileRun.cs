namespace FrontDesk.Web.Reconciling;

/// <summary>One comparison with the carrier's lists: how far it is, and what it found.</summary>
public sealed record ReconcileRun
{
    public Guid Id { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it is under way.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Renewed with each page: when it runs out, whoever was at it is at it no more.</summary>
    public DateTimeOffset LeasedUntil { get; init; }

    public RunState State { get; init; }

    /// <summary>What is older is not ours to compare.</summary>
    public DateTimeOffset SinceAt { get; init; }

    /// <summary>Lists read, of those to read.</summary>
    public int StepsDone { get; init; }

    public int StepsTotal { get; init; }

    public int CallsRead { get; init; }

    public int TextsRead { get; init; }

    public int CallsMissed { get; init; }

    public int TextsMissed { get; init; }

    /// <summary>Erased here, and passed over.</summary>
    public int ErasedPassed { get; init; }

    /// <summary>Of what went out, settled as gone.</summary>
    public int IntentsSettled { get; init; }

    public int IntentsInDoubt { get; init; }

    /// <summary>Went out from our lines, and our books know nothing of it.</summary>
    public int ForeignSeen { get; init; }

    /// <summary>Still under way, or so fresh that we may hear of it still.</summary>
    public int LeftForLater { get; init; }

    /// <summary>Why not all could be read.</summary>
    public string? Why { get; init; }

    public bool FoundSomething => State == RunState.BrokenOff || CallsMissed + TextsMissed + IntentsSettled + IntentsInDoubt + ForeignSeen > 0;
}

/// <summary>How far a comparison got. The numbers stand in the books.</summary>
public enum RunState
{
    UnderWay = 1,
    Complete = 2,

    /// <summary>Some of the lists could not be read; what was, counts, and the next round reads the rest.</summary>
    BrokenOff = 3,
}
