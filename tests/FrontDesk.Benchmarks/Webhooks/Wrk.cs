using System.Globalization;

namespace FrontDesk.Benchmarks.Webhooks;

/// <summary>The load generator: a closed loop of 32 connections, each waiting for its answer before it sends the next call.</summary>
/// <param name="of">How many of them share the connections and the calls.</param>
/// <param name="place">Which of them this is, from 0.</param>
public sealed class Wrk(LoadFile load, int of = 1, int place = 0)
{
    private const int Threads = 2;
    private const int Connections = 32;

    public Task<LoadResult> WarmUpAsync(Uri target, TimeSpan length, CancellationToken cancel) =>
        RunAsync(target, length, place * (load.WarmUp / of), load.WarmUp / of, cancel);

    public Task<LoadResult> MeasureAsync(Uri target, TimeSpan length, CancellationToken cancel) =>
        RunAsync(target, length, load.WarmUp + (place * (load.Measured / of)), load.Measured / of, cancel);

    private async Task<LoadResult> RunAsync(Uri target, TimeSpan length, int first, int count, CancellationToken cancel)
    {
        var output = await Command.RunAsync(
            "wrk",
            [
                $"-t{Threads / of}", $"-c{Connections / of}", $"-d{(int)length.TotalSeconds}s", "--timeout", "10s",
                "-s", Path.Combine(AppContext.BaseDirectory, "Webhooks", "replay.lua"), target.AbsoluteUri,
                "--", load.Path, Say(load.Size), Say(first), Say(count / (Threads / of)),
            ],
            cancel);
        return LoadResult.Parse(output.Split('\n').Single(line => line.StartsWith("RESULT ", StringComparison.Ordinal)));
    }

    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);
}
