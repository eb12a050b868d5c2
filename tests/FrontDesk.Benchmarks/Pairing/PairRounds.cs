using System.Collections.Concurrent;
using System.Globalization;
using FrontDesk.Benchmarks.Killing;
using FrontDesk.Benchmarks.Webhooks;
using FrontDesk.Simulator;
using FrontDesk.Web;
using FrontDesk.Web.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FrontDesk.Benchmarks.Pairing;

/// <summary>What is done to the two nodes, and how often.</summary>
/// <param name="Kills">kill -9 of one of them.</param>
/// <param name="Stops">One stands still for longer than the other waits for it.</param>
/// <param name="Ends">One is told to end, as when a new version is put in.</param>
public sealed record PairPlan(int Kills, int Stops, int Ends, int Seed);

/// <summary>What came of it.</summary>
/// <param name="Late">Reminders that came later than ten seconds after they were due, with their waits.</param>
/// <param name="FailedWhileEnding">Webhooks that failed while nodes were told to end.</param>
public sealed record PairReport(
    int Calls, int Turns, int Reminders, int FailedWhileKilling, int FailedWhileEnding, TimeSpan LongestWait, IReadOnlyList<string> Late, IReadOnlyList<string> Wrong);

/// <summary>
/// Two real processes on the same books, webhooks of each call in turn, and a pretended carrier that counts what the phones saw. Nodes are
/// killed, stopped and ended at random moments: no answered turn is lost, nothing is sent twice, and what was due is sent by whoever lives.
/// </summary>
public sealed class PairRounds(DatabaseEngine engine, PairPlan plan, string? secondClock, TextWriter log)
{
    private const int RingsEachRound = 5;

    private static readonly TimeSpan _takenOverWithin = TimeSpan.FromSeconds(10);

    private readonly Random random = new(plan.Seed);
    private readonly ConcurrentQueue<AnsweredTurn> answered = new();
    private readonly List<string> wrong = [];
    private List<AnsweredTurn> unseen = [];
    private int calls;
    private int turns;

    private IncomingCalls sids = null!;

    public async Task<PairReport> RunAsync(CancellationToken cancel)
    {
        sids = new IncomingCalls(plan.Seed + 1_000_000);
        await using var books = await KilledBooks.MakeAsync(engine, cancel);
        await RemindedBosses.MakeAsync(engine, books.ConnectionString, 10 + (RingsEachRound * (plan.Kills + plan.Stops + plan.Ends)), cancel);
        var environment = ProductEnvironment.For(books, port: 0);
        var token = (await Command.RunAsync("dotnet", [Places.Product, "token", "add", "--name", "proxy"], cancel, environment, Places.ProductSource)).Trim();
        await using NodeProcess one = new(books, "one", clockAhead: null), two = new(books, "two", secondClock);
        using var proxy = new PairProxy([one, two], token);
        await using var carrier = new Carrier(CarrierAt(proxy), SimulatorClock.Live());
        await using var host = await ServeAsync(carrier, cancel);
        var address = new Uri(host.Urls.Single());
        await one.StartAsync(address, cancel);
        await two.StartAsync(address, cancel);
        var bosses = new RemindedBosses(carrier);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var looking = proxy.LookAsync(over.Token);
        var callers = Enumerable.Range(0, engine == DatabaseEngine.Sqlite ? 4 : 2).Select(_ => new PairCaller(proxy, random.Next(), answered)).ToList();
        using var enough = new CancellationTokenSource();
        var calling = callers.Select(caller => caller.RingAsync(enough.Token, cancel)).ToList();

        var whileKilling = await TortureAsync([one, two], address, proxy, bosses, books, callers, cancel);
        var before = callers.Sum(caller => caller.Failed);
        await EndAsync([one, two], address, proxy, bosses, books, cancel);
        var whileEnding = callers.Sum(caller => caller.Failed) - before;

        await enough.CancelAsync();
        await Task.WhenAll(calling);
        await AllHaveComeAsync(bosses, TimeSpan.FromMinutes(2), cancel);
        await AllAreThereAsync(books, cancel);
        await over.CancelAsync();
        await looking.ContinueWith(static _ => { }, TaskScheduler.Default);
        using var witness = new Witness(books);
        var waits = bosses.Waits();
        wrong.AddRange(witness.Faults());
        wrong.AddRange(bosses.Twices());
        wrong.AddRange(waits.Where(wait => wait.Waited is null).Select(wait => $"{wait.Boss.Phone} was never reminded ({wait.Boss.During})"));
        List<string> late = [.. waits.Where(wait => wait.Waited > _takenOverWithin).Select(wait => $"{wait.Boss.Phone} ({wait.Boss.During}) after {wait.Waited!.Value.TotalSeconds:0.0} s: {WhyLate(books, wait.Boss.Phone)}")];
        books.AreKept = wrong.Count + late.Count > 0;
        if (books.AreKept)
        {
            log.WriteLine($"what went wrong or came late lies in {books.Folder} and {books.ConnectionString}");
        }

        return new(calls, turns, waits.Count, whileKilling, whileEnding, waits.Max(wait => wait.Waited) ?? TimeSpan.Zero, late, wrong);
    }

    private async Task<int> TortureAsync(
        NodeProcess[] nodes, Uri carrier, PairProxy proxy, RemindedBosses bosses, KilledBooks books, List<PairCaller> callers, CancellationToken cancel)
    {
        for (var round = 1; round <= plan.Kills + plan.Stops; round++)
        {
            var node = nodes[random.Next(2)];
            var name = $"{(round <= plan.Kills ? "kill" : "stop")} {round} of {node.Name}";
            var ringing = await RingAsync(proxy, bosses, name, cancel);
            if (round <= plan.Kills)
            {
                await node.KillAsync();
                await ringing;
                // Every other time the other one is left alone with it, as where nobody starts it again.
                await (round % 2 == 0 ? AllHaveComeAsync(bosses, _takenOverWithin, cancel) : Task.CompletedTask);
                await node.StartAsync(carrier, cancel);
            }
            else
            {
                await node.StopAsync(cancel);
                node.TakesCalls = false;
                await AllHaveComeAsync(bosses, TimeSpan.FromSeconds(8 + (8 * random.NextDouble())), cancel);
                await Task.Delay(TimeSpan.FromSeconds(6), TimeProvider.System, cancel);
                await node.GoOnAsync(cancel);
                await ringing;
            }

            Ask(books);
            await AllHaveComeAsync(bosses, _takenOverWithin, cancel);
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {turns} turns, {bosses.Rung.Count} reminders, longest {bosses.Waits().Max(wait => wait.Waited)?.TotalSeconds:0.0} s, {unseen.Count} still in a journal"));
        }

        return callers.Sum(caller => caller.Failed);
    }

    private async Task EndAsync(NodeProcess[] nodes, Uri carrier, PairProxy proxy, RemindedBosses bosses, KilledBooks books, CancellationToken cancel)
    {
        for (var round = 1; round <= plan.Ends; round++)
        {
            var node = nodes[round % 2];
            var name = $"end {round} of {node.Name}";
            var ringing = await RingAsync(proxy, bosses, name, cancel);
            await node.EndAsync(cancel);
            await ringing;
            await node.StartAsync(carrier, cancel);
            Ask(books);
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {turns} turns, {proxy.Answered} webhooks answered"));
        }
    }

    /// <summary>Some ring at random moments, and at a random moment among them this returns.</summary>
    private async Task<Task> RingAsync(PairProxy proxy, RemindedBosses bosses, string during, CancellationToken cancel)
    {
        var moments = Enumerable.Range(0, RingsEachRound).Select(_ => TimeSpan.FromSeconds(1.5 * random.NextDouble())).ToList();
        var ringing = Task.WhenAll(moments.Select(moment => RingAsync(proxy, bosses, sids.NextSid(), during, moment, cancel)));
        await Task.Delay(TimeSpan.FromSeconds(0.3 + (1.7 * random.NextDouble())), TimeProvider.System, cancel);
        return ringing;
    }

    private static async Task RingAsync(PairProxy proxy, RemindedBosses bosses, string sid, string during, TimeSpan moment, CancellationToken cancel)
    {
        await Task.Delay(moment, TimeProvider.System, cancel);
        await bosses.RingAsync(proxy, sid, during, cancel);
    }

    private static async Task AllHaveComeAsync(RemindedBosses bosses, TimeSpan within, CancellationToken cancel)
    {
        for (var began = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(began) < within && bosses.Waits().Any(wait => wait.Waited is null);)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancel);
        }
    }

    private void Ask(KilledBooks books)
    {
        // What a node could not write down is in its journal, and comes onto the log within a minute or when it is started again.
        List<AnsweredTurn> since = [];
        while (answered.TryDequeue(out var turn))
        {
            since.Add(turn);
        }

        using var witness = new Witness(books);
        (calls, turns) = (calls + since.Count(turn => turn.Heard is null), turns + since.Count);
        unseen = [.. witness.MissingOf([.. unseen, .. since])];
    }

    private async Task AllAreThereAsync(KilledBooks books, CancellationToken cancel)
    {
        Ask(books);
        for (var looks = 0; looks < 90 && unseen.Count > 0; looks++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancel);
            Ask(books);
        }

        wrong.AddRange(unseen.Select(turn => $"{turn.CallSid} was answered and is not on the log: {turn.Heard ?? "the call itself"}"));
    }

    private static string WhyLate(KilledBooks books, string phone)
    {
        using var connection = books.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select last_error from intents where to_number = @phone and last_error is not null";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@phone", phone);
        command.Parameters.Add(parameter);
        return command.ExecuteScalar() as string ?? "nothing is said of it";
    }

    private static CarrierOptions CarrierAt(PairProxy proxy) => new()
    {
        AccountSid = Account.Sid,
        AuthToken = Account.AuthToken,
        CallsPerSecond = 1_000,
        TextsPerSecond = 1_000,
        Numbers = [.. Enumerable.Range(0, 5_000).Select(nth => DemoTelephones.PlugIn(RemindedBosses.LineOf(nth), new Uri(Account.PublicUrl)))],
        Route = address => new Uri(proxy.Next().Address, address.PathAndQuery),
    };

    /// <summary>As long as a carrier's API takes: long enough to be killed before it has carried out what was asked, and before it has said so.</summary>
    private static async Task OverTheOceanAsync(HttpContext context, RequestDelegate next)
    {
        static Task FarAsync() => Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(20, 200)), TimeProvider.System, CancellationToken.None);

        await FarAsync();
        var wire = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        await next(context);
        await FarAsync();
        answer.Position = 0;
        await answer.CopyToAsync(context.Response.Body = wire, context.RequestAborted);
    }

    private static async Task<WebApplication> ServeAsync(Carrier carrier, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = builder.Build();
        host.Use(OverTheOceanAsync);
        host.MapCarrier(carrier);
        await host.StartAsync(cancel);
        return host;
    }
}
