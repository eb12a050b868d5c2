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

    public void Changed(Guid deskId)
    {
        lock (gate)
        {
            latest[deskId] = ++count;
            foreach (var watcher in watchers)
            {
                if (deskId == NoDesk || watcher.DeskId == deskId)
                {
                    watcher.Stamps.Writer.TryWrite(StampOf(watcher.DeskId));
                }
            }
        }
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
        }

        return watcher;
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
