using System.Collections.Concurrent;
using FrontDesk.Contacts;

namespace FrontDesk.Web.Contacts;

/// <summary>The imports under way: how far each is, and the way to call it off.</summary>
public sealed partial class ImportDesk(BookImport import, ILogger<ImportDesk> log)
{
    private const int MostRemembered = 50;

    private readonly ConcurrentDictionary<Guid, ImportRun> runs = new();

    /// <summary>Once for each file: who starts it again finds it running.</summary>
    public ImportRun Start(Guid fileId, Guid deskId, ImportDecision decision, string by)
    {
        if (runs.Count > MostRemembered)
        {
            foreach (var over in runs.Where(run => run.Value.State is not ImportState.Running).ToList())
            {
                Forget(over.Key);
            }
        }

        var run = new ImportRun(deskId, decision);
        var running = runs.GetOrAdd(fileId, run);
        if (running == run)
        {
            _ = RunAsync(fileId, run, decision, by);
        }

        return running;
    }

    public ImportRun? Find(Guid fileId) => runs.GetValueOrDefault(fileId);

    /// <summary>The file may be looked at again.</summary>
    public void Forget(Guid fileId)
    {
        if (runs.TryRemove(fileId, out var run))
        {
            run.Dispose();
        }
    }

    private async Task RunAsync(Guid fileId, ImportRun run, ImportDecision decision, string by)
    {
        try
        {
            run.Ended(await import.ImportAsync(run.DeskId, decision, fileId, by, run.Wrote, run.Cancel));
        }
        catch (OperationCanceledException)
        {
            run.Ended(ImportState.Cancelled);
        }
        catch (Exception exception)
        {
            Failed(log, exception);
            run.Ended(ImportState.Failed);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An import failed; nothing of it is in the book.")]
    private static partial void Failed(ILogger log, Exception exception);
}

/// <summary>How an import stands.</summary>
public enum ImportState
{
    Running = 1,
    Done = 2,

    /// <summary>Called off: nothing of it is in the book.</summary>
    Cancelled = 3,

    /// <summary>One of the cards it would have merged was changed meanwhile: nothing of it is in the book.</summary>
    Stale = 4,

    /// <summary>Nothing of it is in the book; the service's log tells why.</summary>
    Failed = 5,
}

/// <summary>One import under way, or just over.</summary>
public sealed class ImportRun(Guid deskId, ImportDecision decision) : IDisposable
{
    private readonly CancellationTokenSource calledOff = new();
    private volatile int written;

    public Guid DeskId { get; } = deskId;

    public ImportState State { get; private set; } = ImportState.Running;

    public int Total { get; } = decision.Cards;

    public int Added { get; } = decision.Added.Count;

    public int Merged { get; } = decision.Merged.Count;

    public int Skipped { get; } = decision.Skipped;

    /// <summary>Of all cards, so far.</summary>
    public int Written => written;

    /// <summary>Names the act, once it is done, to take it back.</summary>
    public Guid? ActId { get; private set; }

    internal CancellationToken Cancel => calledOff.Token;

    public void CallOff()
    {
        if (State == ImportState.Running)
        {
            calledOff.Cancel();
        }
    }

    public void Dispose() => calledOff.Dispose();

    internal void Wrote(int cards) => written = cards;

    internal void Ended(BookOutcome outcome)
    {
        ActId = (outcome as BookOutcome.Done)?.ActId;
        Ended(outcome is BookOutcome.Done ? ImportState.Done : ImportState.Stale);
    }

    internal void Ended(ImportState state) => State = state;
}
