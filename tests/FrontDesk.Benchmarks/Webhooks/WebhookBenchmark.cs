using System.Globalization;

namespace FrontDesk.Benchmarks.Webhooks;

/// <summary>
/// A signed inbound webhook to durable TwiML at 32 connections, as a ratio to static TwiML from the same process and to the
/// usual Node way: variants in turn, a fresh copy of the database for each run, medians. Absolute figures are the machine's.
/// </summary>
public sealed class WebhookBenchmark(int rounds, TimeSpan warmUp, TimeSpan measured, IReadOnlyList<int> histories)
{
    private const string Static = "static TwiML, bare Kestrel";
    private const string Desk = "FrontDesk";
    private const string Node = "express + twilio + better-sqlite3";

    private readonly Dictionary<(string Who, int History), List<LoadResult>> runs = [];

    public async Task RunAsync(CancellationToken cancel)
    {
        await NodePeer.InstallAsync(cancel);
        // Room for 30,000 calls a second in warming up, and as many in measuring; a run that repeats a call is thrown out.
        var load = LoadFile.Write(
            Path.Combine(Places.Scratch, "calls.http"), (int)warmUp.TotalSeconds * 30_000, (int)measured.TotalSeconds * 30_000);
        var wrk = new Wrk(load);
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var history in histories)
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round} of {rounds}, {history:N0} past calls"));
                await RunDeskAsync(wrk, history, cancel);
                await RunNodeAsync(wrk, history, cancel);
            }
        }

        File.Delete(load.Path);
        Print();
    }

    private async Task RunDeskAsync(Wrk wrk, int history, CancellationToken cancel)
    {
        var (bare, desk) = await DeskNode.MeasureOnSqliteAsync(wrk, history, warmUp, measured, cancel);
        Note(Static, history, bare);
        Note(Desk, history, Unrepeated(desk));
    }

    private async Task RunNodeAsync(Wrk wrk, int history, CancellationToken cancel)
    {
        using var database = FreshCopy.Of(await Seeding.PastCallsOfNode.MakeAsync(history, cancel));
        LoadResult warm, result;
        await using (var peer = NodePeer.Start(database.Path, Ports.Free()))
        {
            await peer.IsReadyAsync(cancel);
            warm = await wrk.WarmUpAsync(peer.Voice, warmUp, cancel);
            result = await wrk.MeasureAsync(peer.Voice, measured, cancel);
        }

        database.MustHaveGrownBy(warm.Requests + result.Requests);
        Note(Node, history, Unrepeated(result));
    }

    private static LoadResult Unrepeated(LoadResult result) => result is { Repeats: 0, Errors: 0 }
        ? result
        : throw new InvalidOperationException($"Not a fair run: {result}");

    private void Note(string who, int history, LoadResult result)
    {
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {who}: {result.PerSecond:N0}/s, p99 {result.P99:0.0} ms"));
        if (!runs.TryGetValue((who, history), out var results))
        {
            runs.Add((who, history), results = []);
        }

        results.Add(result);
    }

    private void Print()
    {
        Console.WriteLine("| past calls | | calls/s | p50 ms | p99 ms | p99.9 ms | ÷ static | ÷ Node |");
        Console.WriteLine("|---:|---|---:|---:|---:|---:|---:|---:|");
        foreach (var history in histories)
        {
            foreach (var who in new[] { Static, Desk, Node })
            {
                var median = LoadResult.Median(runs[(who, history)]);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {history:N0} | {who} | {median.PerSecond:N0} | {median.P50:0.0} | {median.P99:0.0} | {median.P999:0.0} | {median.PerSecond / PerSecond(Static, history):0.000} | {median.PerSecond / PerSecond(Node, history):0.0} |"));
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\n{histories[^1]:N0} ÷ {histories[0]:N0} past calls: {PerSecond(Desk, histories[^1]) / PerSecond(Desk, histories[0]):0.00}"));
    }

    private double PerSecond(string who, int history) => LoadResult.Median(runs[(who, history)]).PerSecond;
}
