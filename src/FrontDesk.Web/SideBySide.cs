using System.Collections.Concurrent;

namespace FrontDesk.Web;

/// <summary>Parts of a round that know nothing of each other: a few at a time, and one that takes long or fails keeps no other from its turn.</summary>
internal static class SideBySide
{
    /// <summary>Enough not to wait for one slow answer; few enough that callers on the line still find a way to the database and the carrier.</summary>
    private const int AtOnce = 4;

    /// <summary>Who shuts down begins no more; what has begun is finished.</summary>
    /// <exception cref="AggregateException">Some failed; thrown when each has had its turn.</exception>
    /// <exception cref="OperationCanceledException">Not all have had it.</exception>
    public static async Task EachAsync<T>(IEnumerable<T> parts, Func<T, Task> act, CancellationToken cancel)
    {
        var faults = new ConcurrentQueue<Exception>();
        await Parallel.ForEachAsync(
            parts,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (part, _) =>
            {
                try
                {
                    await act(part);
                }
                catch (Exception fault) when (!cancel.IsCancellationRequested)
                {
                    faults.Enqueue(fault);
                }
            });
        if (!faults.IsEmpty)
        {
            throw new AggregateException(faults);
        }
    }
}
