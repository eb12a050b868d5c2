using System.Globalization;

namespace FrontDesk.Benchmarks.Webhooks;

/// <summary>The product in a process of its own, with a bare Kestrel beside it.</summary>
public sealed class DeskNode : IAsyncDisposable
{
    private readonly Command process;

    private DeskNode(Command process, int desk, int bare)
    {
        this.process = process;
        Voice = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{desk}{Account.VoicePath}"));
        Static = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{bare}{Account.VoicePath}"));
    }

    public Uri Voice { get; }

    public Uri Static { get; }

    /// <summary>One node on SQLite over that many past calls, and the bare one beside it. What was answered must be in the database.</summary>
    public static async Task<(LoadResult Static, LoadResult Desk)> MeasureOnSqliteAsync(
        Wrk wrk, int history, TimeSpan warmUp, TimeSpan measured, CancellationToken cancel)
    {
        using var database = FreshCopy.Of(await Seeding.PastCalls.MakeAsync(history, cancel));
        LoadResult bare, warm, result;
        await using (var node = Start(port => ProductEnvironment.For(database.Path, port), "desk.log"))
        {
            await node.IsReadyAsync(cancel);
            await wrk.WarmUpAsync(node.Static, warmUp, cancel);
            bare = await wrk.MeasureAsync(node.Static, measured, cancel);
            warm = await wrk.WarmUpAsync(node.Voice, warmUp, cancel);
            result = await wrk.MeasureAsync(node.Voice, measured, cancel);
        }

        database.MustHaveGrownBy(warm.Requests + result.Requests);
        return (bare, result);
    }

    public static DeskNode Start(Func<int, IReadOnlyDictionary<string, string>> environment, string log)
    {
        var (desk, bare) = (Ports.Free(), Ports.Free());
        return new(
            Command.Start(
                "dotnet",
                [typeof(DeskNode).Assembly.Location, "host", desk.ToString(CultureInfo.InvariantCulture), bare.ToString(CultureInfo.InvariantCulture)],
                environment(desk),
                Places.ProductSource,
                Path.Combine(Places.Scratch, log)),
            desk,
            bare);
    }

    /// <summary>The bare one answers once the desk has.</summary>
    public Task IsReadyAsync(CancellationToken cancel) => Patience.UntilAnyAnswerAsync(Static, process, cancel);

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
