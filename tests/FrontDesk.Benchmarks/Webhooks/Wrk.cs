using System.Globalization;

namespace FrontDesk.Benchmarks.Webhooks;

/// <summary>The load generator: a closed loop of 32 connections, each waiting for its answer before it sends the next call.</summary>
public sealed class Wrk(LoadFile load)
{
    private const int Threads = 2;
    private const int Connections = 32;

    public Task<LoadResult> WarmUpAsync(Uri target, TimeSpan length, CancellationToken cancel) =>
        RunAsync(target, length, first: 0, load.WarmUp, cancel);

    public Task<LoadResult> MeasureAsync(Uri target, TimeSpan length, CancellationToken cancel) =>
        RunAsync(target, length, load.WarmUp, load.Measured, cancel);

    private async Task<LoadResult> RunAsync(Uri target, TimeSpan length, int first, int count, CancellationToken cancel)
    {
        var output = await Command.RunAsync(
            "wrk",
            [
                $"-t{Threads}", $"-c{Connections}", $"-d{(int)length.TotalSeconds}s", "--timeout", "10s",
                "-s", Path.Combine(AppContext.BaseDirectory, "Webhooks", "replay.lua"), target.AbsoluteUri,
                "--", load.Path, Say(load.Size), Say(first), Say(count / Threads),
            ],
            cancel);
        return LoadResult.Parse(output.Split('\n').Single(line => line.StartsWith("RESULT ", StringComparison.Ordinal)));
    }

    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);
}
