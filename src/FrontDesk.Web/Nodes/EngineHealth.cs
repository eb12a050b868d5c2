using FrontDesk.Web.Data;
using FrontDesk.Web.Reconciling;
using FrontDesk.Web.Reminders;

namespace FrontDesk.Web.Nodes;

/// <summary>Whether what runs by itself does run: the reminder round of this node, and what the books say is left undone.</summary>
public sealed class EngineHealth(ReminderRound round, SentOut sent, RunBook runs, Database database, TimeProvider time)
{
    public async Task<EngineState> LookAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var due = await database.ReadAsync(ReminderRows.NextDueAsync, cancel);
        var newest = await runs.NewestAsync(cancel);
        var complete = await runs.NewestCompleteAsync(cancel);
        return new EngineState
        {
            SecondsSinceLastRound = SecondsSince(round.MadeAt, now),
            OldestDueReminder = due <= now ? due : null,
            SecondsOldestReminderIsDue = due <= now ? SecondsSince(due, now) : null,
            IntentsInDoubt = await sent.CountInDoubtAsync(now, cancel),
            LastReconciliation = newest?.StartedAt,
            LastReconciliationState = newest?.State,
            LastCompleteReconciliation = complete?.StartedAt,
        };
    }

    private static double? SecondsSince(DateTimeOffset? at, DateTimeOffset now) => at is { } then ? Math.Round((now - then).TotalSeconds, 3) : null;
}

/// <summary>What <c>/health/engine</c> tells: instants in UTC, null where there is none.</summary>
public sealed record EngineState
{
    /// <summary>This node's own; null before its first.</summary>
    public double? SecondsSinceLastRound { get; init; }

    public DateTimeOffset? OldestDueReminder { get; init; }

    public double? SecondsOldestReminderIsDue { get; init; }

    /// <summary>It may have gone out or not, and nobody has it in hand.</summary>
    public int IntentsInDoubt { get; init; }

    /// <summary>When it began, whichever node made it.</summary>
    public DateTimeOffset? LastReconciliation { get; init; }

    public RunState? LastReconciliationState { get; init; }

    public DateTimeOffset? LastCompleteReconciliation { get; init; }
}
