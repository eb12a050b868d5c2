using System.Collections.Concurrent;

namespace FrontDesk.Web;

/// <summary>Parts of a round that know nothing of each other: each has its turn, and one that fails keeps no other from it.</summary>
internal static class Turns
{
    /// <summary>Enough not to wait for one slow answer; few enough that callers on the line still find a way to the database and the carrier.</summary>
    private const int SideBySide = 4;

    /// <summary>In order. Who shuts down begins no more; what has begun is finished.</summary>
    /// <exception cref="AggregateException">Some failed; thrown when each has had its turn.</exception>
    /// <exception cref="OperationCanceledException">Not all have had it.</exception>
    public static Task OneByOneAsync<T>(IEnumerable<T> parts, Func<T, Task> act, CancellationToken cancel) => EachAsync(parts, act, atOnce: 1, cancel);

    /// <summary>A few at a time, so that one that takes long keeps no other waiting.</summary>
    /// <inheritdoc cref="OneByOneAsync"/>
    public static Task SideBySideAsync<T>(IEnumerable<T> parts, Func<T, Task> act, CancellationToken cancel) => EachAsync(parts, act, SideBySide, cancel);

    private static async Task EachAsync<T>(IEnumerable<T> parts, Func<T, Task> act, int atOnce, CancellationToken cancel)
    {
        var faults = new ConcurrentQueue<Exception>();
        await Parallel.ForEachAsync(
            parts,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancel },
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
            // Parts have parts of their own.
            throw new AggregateException(faults).Flatten();
        }
    }
}
