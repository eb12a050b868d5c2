using System.Globalization;

namespace FrontDesk.Benchmarks.Webhooks;

/// <summary>
/// The same webhook with the books on a server that speaks SQL Server's protocol, one node and two that share it, beside one node on
/// SQLite and static TwiML: variants in turn, in one go, medians. The server's books grow from run to run.
/// </summary>
public sealed class ServerWebhookBenchmark(int rounds, TimeSpan warmUp, TimeSpan measured, int history)
{
    private const string Static = "static TwiML, bare Kestrel";
    private const string OnSqlite = "FrontDesk on SQLite";

    private readonly Dictionary<string, List<LoadResult>> runs = new(StringComparer.Ordinal);

    public async Task RunAsync(CancellationToken cancel)
    {
        var load = LoadFile.Write(Path.Combine(Places.Scratch, "calls.http"), (int)warmUp.TotalSeconds * 30_000, (int)measured.TotalSeconds * 30_000);
        await using var books = await ServerBooks.MakeAsync(history, cancel);
        // No call twice on the same books: each run on the server has a seed of its own.
        var fresh = 0;
        LoadFile Unheard() => LoadFile.Write(Path.Combine(Places.Scratch, "calls-of-server.http"), (int)warmUp.TotalSeconds * 4_000, (int)measured.TotalSeconds * 4_000, seed: 20261128 + ++fresh);
        for (var round = 1; round <= rounds; round++)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round} of {rounds}"));
            await RunSqliteAsync(load, cancel);
            await RunServerAsync(books, Unheard(), nodes: 1, cancel);
            await RunServerAsync(books, Unheard(), nodes: 2, cancel);
        }

        Print();
    }

    private async Task RunSqliteAsync(LoadFile load, CancellationToken cancel)
    {
        var (bare, desk) = await DeskNode.MeasureOnSqliteAsync(new Wrk(load), history, warmUp, measured, cancel);
        Note(Static, bare);
        Note(OnSqlite, desk);
    }

    private async Task RunServerAsync(ServerBooks books, LoadFile load, int nodes, CancellationToken cancel)
    {
        var before = await books.CountAsync(cancel);
        var (running, folders) = (new List<DeskNode>(), new List<string>());
        try
        {
            for (var place = 0; place < nodes; place++)
            {
                folders.Add(Directory.CreateTempSubdirectory("frontdesk-node-").FullName);
                running.Add(DeskNode.Start(port => ProductEnvironment.For(books.ConnectionString, folders[^1], port), string.Create(CultureInfo.InvariantCulture, $"node-{place}.log")));
            }

            await Task.WhenAll(running.Select(node => node.IsReadyAsync(cancel)));
            var warm = await AllAsync((wrk, node) => wrk.WarmUpAsync(node.Voice, warmUp, cancel));
            var result = await AllAsync((wrk, node) => wrk.MeasureAsync(node.Voice, measured, cancel));
            var grown = await books.CountAsync(cancel) - before;
            if (grown < warm.Requests + result.Requests)
            {
                throw new InvalidOperationException($"{warm.Requests + result.Requests} calls were answered and {grown} are in the database.");
            }

            Note(On(nodes), result);
        }
        finally
        {
            foreach (var node in running)
            {
                await node.DisposeAsync();
            }

            folders.ForEach(folder => Directory.Delete(folder, recursive: true));
        }

        // Each node gets its part of the same 32 connections and of the calls.
        async Task<LoadResult> AllAsync(Func<Wrk, DeskNode, Task<LoadResult>> run) =>
            LoadResult.Together(await Task.WhenAll(running.Select((node, place) => run(new Wrk(load, nodes, place), node))));
    }

    private static string On(int nodes) => nodes == 1 ? "FrontDesk on the server, one node" : "FrontDesk on the server, two nodes";

    private void Note(string who, LoadResult result)
    {
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {who}: {result.PerSecond:N0}/s, p99 {result.P99:0.0} ms"));
        (runs.TryGetValue(who, out var results) ? results : runs[who] = []).Add(
            // Static words are the same for a call that comes again.
            result.Errors == 0 && (result.Repeats == 0 || who == Static) ? result : throw new InvalidOperationException($"Not a fair run: {result}"));
    }

    private void Print()
    {
        double PerSecond(string who) => LoadResult.Median(runs[who]).PerSecond;
        Console.WriteLine("| | calls/s | p50 ms | p99 ms | p99.9 ms | ÷ static | ÷ SQLite | ÷ one node |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var who in new[] { Static, OnSqlite, On(1), On(2) })
        {
            var median = LoadResult.Median(runs[who]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {who} | {median.PerSecond:N0} | {median.P50:0.0} | {median.P99:0.0} | {median.P999:0.0} | {median.PerSecond / PerSecond(Static):0.0000} | {median.PerSecond / PerSecond(OnSqlite):0.000} | {median.PerSecond / PerSecond(On(1)):0.00} |"));
        }
    }
}
