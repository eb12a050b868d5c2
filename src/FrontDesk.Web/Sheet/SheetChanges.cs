using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Threading.Channels;

namespace FrontDesk.Web.Sheet;

/// <summary>Tells whoever watches a desk's sheet that it changed; what changed, they read for themselves.</summary>
public sealed class SheetChanges
{
    /// <summary>Stands for the lines no desk has claimed; their calls are on everybody's page.</summary>
    public static readonly Guid NoDesk = Guid.Empty;

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, long> latest = [];
    private readonly List<Watcher> watchers = [];
    // Counting starts over with the process; the run's name keeps an old stamp from looking like a new one.
    private readonly string run = RandomNumberGenerator.GetHexString(8, lowercase: true);
    private long count;
    // A node that died may have left something untold, so each one that starts bids the others look again.
    private HashSet<Guid> untold = [NoDesk];
    private TaskCompletionSource stirred = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Somebody looks on.</summary>
    public bool IsWatched
    {
        get
        {
            lock (gate)
            {
                return watchers.Count > 0;
            }
        }
    }

    public void Changed(Guid deskId)
    {
        lock (gate)
        {
            Tell(deskId);
            untold.Add(deskId);
            stirred.TrySetResult();
        }
    }

    /// <summary>Another node said so: nobody else need be told.</summary>
    public void ChangedElsewhere(Guid deskId)
    {
        lock (gate)
        {
            Tell(deskId);
        }
    }

    /// <summary>What other nodes are yet to hear of; from here on it counts as told.</summary>
    public IReadOnlyList<Guid> TakeUntold()
    {
        lock (gate)
        {
            IReadOnlyList<Guid> taken = [.. untold.Order()];
            untold = [];
            return taken;
        }
    }

    public void PutBackUntold(IEnumerable<Guid> taken)
    {
        lock (gate)
        {
            untold.UnionWith(taken);
        }
    }

    /// <summary>True as soon as something changed here or somebody began to look on, if that is within this time of the machine's.</summary>
    public async Task<bool> StirsWithinAsync(TimeSpan wait, CancellationToken cancel)
    {
        Task stirs;
        lock (gate)
        {
            stirs = stirred.Task;
        }

        await Task.WhenAny(stirs, Task.Delay(wait, TimeProvider.System, cancel));
        cancel.ThrowIfCancellationRequested();
        if (!stirs.IsCompleted)
        {
            return false;
        }

        lock (gate)
        {
            stirred = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return true;
    }

    /// <summary>Names the state of the sheet: as long as it is the same, nothing changed.</summary>
    public string Stamp(Guid deskId)
    {
        lock (gate)
        {
            return StampOf(deskId);
        }
    }

    /// <summary>The stamp now, then each new one. Who reads slowly gets the newest only.</summary>
    public async IAsyncEnumerable<string> WatchAsync(Guid deskId, [EnumeratorCancellation] CancellationToken cancel)
    {
        var watcher = Join(deskId);
        try
        {
            await foreach (var stamp in watcher.Stamps.Reader.ReadAllAsync(cancel))
            {
                yield return stamp;
            }
        }
        finally
        {
            Leave(watcher);
        }
    }

    private Watcher Join(Guid deskId)
    {
        var watcher = new Watcher(deskId);
        lock (gate)
        {
            watchers.Add(watcher);
            watcher.Stamps.Writer.TryWrite(StampOf(deskId));
            stirred.TrySetResult();
        }

        return watcher;
    }

    private void Tell(Guid deskId)
    {
        latest[deskId] = ++count;
        foreach (var watcher in watchers.Where(watcher => deskId == NoDesk || watcher.DeskId == deskId))
        {
            watcher.Stamps.Writer.TryWrite(StampOf(watcher.DeskId));
        }
    }

    private void Leave(Watcher watcher)
    {
        lock (gate)
        {
            watchers.Remove(watcher);
        }
    }

    private string StampOf(Guid deskId) =>
        $"{run}-{Math.Max(latest.GetValueOrDefault(deskId), latest.GetValueOrDefault(NoDesk))}";

    private sealed class Watcher(Guid deskId)
    {
        public Guid DeskId { get; } = deskId;

        public Channel<string> Stamps { get; } =
            Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    }
}
