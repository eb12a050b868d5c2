using System.Collections.Concurrent;
using System.Globalization;
using FrontDesk.Web;

namespace FrontDesk.Benchmarks.Killing;

/// <summary>What came of a series of kills.</summary>
public sealed record KillReport(int Kills, int Calls, int Turns, IReadOnlyList<string> Wrong);

/// <summary>
/// kill -9 of the real process at random moments under load of calls, on one database all the way through. After each restart
/// every call whose webhook was answered must be there with every turn that was answered.
/// </summary>
public sealed class KillRounds(DatabaseEngine engine, int times, int seed, TextWriter log)
{
    // The first connections to a server take longer than a whole life does on a file.
    private static readonly TimeSpan _longestBirth = TimeSpan.FromMinutes(1);

    private readonly int callers = engine == DatabaseEngine.Sqlite ? 16 : 4;
    private readonly TimeSpan longestLife = TimeSpan.FromMilliseconds(engine == DatabaseEngine.Sqlite ? 1_200 : 6_000);

    private readonly Random random = new(seed);
    private readonly List<string> wrong = [];
    private int calls;
    private int turns;

    public async Task<KillReport> RunAsync(CancellationToken cancel)
    {
        await using var books = await KilledBooks.MakeAsync(engine, cancel);
        IReadOnlyCollection<AnsweredTurn> answered = [];
        for (var kill = 1; kill <= times; kill++)
        {
            answered = await LiveAndDieAsync(books, answered, cancel);
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"kill {kill}: {answered.Count} turns had been answered"));
        }

        await using (await RecoverAsync(books, answered, Ports.Free(), cancel))
        {
        }

        using var witness = new Witness(books);
        wrong.AddRange(witness.Faults());
        return new(times, calls, turns, wrong);
    }

    /// <summary>One life of the process: it recovers, answers calls, and is killed.</summary>
    private async Task<IReadOnlyCollection<AnsweredTurn>> LiveAndDieAsync(KilledBooks books, IReadOnlyCollection<AnsweredTurn> before, CancellationToken cancel)
    {
        var port = Ports.Free();
        await using var desk = await RecoverAsync(books, before, port, cancel);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var answered = new ConcurrentQueue<AnsweredTurn>();
        var calling = Enumerable.Range(0, callers)
            .Select(_ => new PersistentCaller(client, random.Next(), answered).RingUntilNobodyAnswersAsync(cancel))
            .ToArray();
        for (var began = TimeProvider.System.GetTimestamp(); engine == DatabaseEngine.SqlServer && answered.IsEmpty && TimeProvider.System.GetElapsedTime(began) < _longestBirth;)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancel);
        }

        await Task.Delay(longestLife * random.NextDouble(), TimeProvider.System, cancel);
        await desk.KillAsync();
        await Task.WhenAll(calling);
        return answered;
    }

    /// <summary>Started again, the desk is asked for everything the life before had answered.</summary>
    private async Task<Command> RecoverAsync(KilledBooks books, IReadOnlyCollection<AnsweredTurn> before, int port, CancellationToken cancel)
    {
        var desk = Command.Start(
            "dotnet", [Places.Product], ProductEnvironment.For(books, port), Places.ProductSource, Path.Combine(books.Folder, "desk.log"));
        await Patience.UntilAnyAnswerAsync(new Uri($"http://127.0.0.1:{port}"), desk, cancel);
        Ask(books, before);
        return desk;
    }

    private void Ask(KilledBooks books, IReadOnlyCollection<AnsweredTurn> answered)
    {
        using var witness = new Witness(books);
        calls += answered.Count(turn => turn.Heard is null);
        turns += answered.Count;
        wrong.AddRange(witness.MissingOf(answered).Select(turn => $"{turn.CallSid} was answered and is not on the log: {turn.Heard ?? "the call itself"}"));
    }
}
