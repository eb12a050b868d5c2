using System.Collections.Concurrent;
using FrontDesk.Benchmarks.Killing;
using FrontDesk.Benchmarks.Webhooks;

namespace FrontDesk.Benchmarks.Pairing;

/// <summary>Rings again and again, each webhook to the other node than the one before, and notes what was answered and what was not.</summary>
public sealed class PairCaller(PairProxy proxy, int seed, ConcurrentQueue<AnsweredTurn> answered)
{
    private const int MostTurns = 8;

    // Nobody answers at once; and two nodes, their server and their callers are on one machine.
    private static readonly TimeSpan _longestThought = TimeSpan.FromMilliseconds(150);

    private readonly IncomingCalls calls = new(seed);
    private readonly Random random = new(seed);
    private int failed;

    /// <summary>Webhooks that were sent and came to nothing: the carrier tells those as errors.</summary>
    public int Failed => failed;

    public async Task RingAsync(CancellationToken stop, CancellationToken cancel)
    {
        var talking = new CallerTalking((url, form) => SayAsync(url, form, cancel), answered);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await talking.RingAsync(calls.Next(), MostTurns, cancel);
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException or TaskCanceledException && !cancel.IsCancellationRequested)
            {
                failed++;
            }
        }
    }

    private async Task<string> SayAsync(string url, Dictionary<string, string> form, CancellationToken cancel)
    {
        await Task.Delay(_longestThought * random.NextDouble(), TimeProvider.System, cancel);
        return await proxy.PostAsync(url, form, cancel);
    }
}
