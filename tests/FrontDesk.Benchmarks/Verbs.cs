using System.Globalization;
using FrontDesk.Benchmarks.Killing;
using FrontDesk.Benchmarks.Pairing;
using FrontDesk.Benchmarks.Reading;
using FrontDesk.Benchmarks.Seeding;
using FrontDesk.Benchmarks.Webhooks;
using FrontDesk.Web;

namespace FrontDesk.Benchmarks;

/// <summary>What can be measured, and tried to destruction. A class of its own name: the tests refer to another Program.</summary>
internal static class Verbs
{
    private const string Usage = """
        dotnet run -c Release --project tests/FrontDesk.Benchmarks -- VERB
          webhook [ROUNDS]       signed webhooks to durable TwiML, beside static TwiML and the usual Node way (needs wrk, node, npm)
          webhook-server [ROUNDS] [CALLS]
                                 the same over ten thousand past calls (or CALLS of them) on the server of FRONTDESK_TEST_SQLSERVER,
                                 one node and two (needs wrk)
          sheet                  the sheet of 50 owed calls over ten thousand and a million past calls
          brief                  the brief of 50 owed calls over the same: the PIN was right, the first line is told
          round                  a reminder round over the same, with nothing and with much to do
          identify               who is calling, in books of a thousand to a million cards
          import [CARDS]         a file of ten thousand cards, and how long others wait for it
          all                    the six above
          kill [TIMES] [SEED] [ENGINE]
                                 kill -9 of the real process at random moments; 200 times on SQLite unless told otherwise
                                 (SqlServer: on the server of FRONTDESK_TEST_SQLSERVER)
          nodes [KILLS] [SEED] [ENGINE] [STOPS] [ENDS] [CLOCK]
                                 two real processes on the same books: kill -9, SIGSTOP and SIGTERM of either at random moments
                                 (CLOCK: what faketime makes of the second one's clock, as +5m)
          seed COUNT             only makes the history, and says where
        """;

    private static readonly int[] _histories = [10_000, 1_000_000];

    public static async Task<int> Main(string[] args)
    {
        using var interrupted = new CancellationTokenSource();
        Console.CancelKeyPress += (_, press) =>
        {
            press.Cancel = true;
            interrupted.Cancel();
        };
        return await RunAsync(args, interrupted.Token);
    }

    private static async Task<int> RunAsync(string[] args, CancellationToken cancel)
    {
        int Number(int position, int otherwise) => args.Length > position ? int.Parse(args[position], CultureInfo.InvariantCulture) : otherwise;

        switch (args.FirstOrDefault())
        {
            case "webhook":
                await WebhooksAsync(rounds: Number(1, otherwise: 5), cancel);
                return 0;
            case "webhook-server":
                await new ServerWebhookBenchmark(Number(1, otherwise: 3), warmUp: TimeSpan.FromSeconds(4), measured: TimeSpan.FromSeconds(8), history: Number(2, otherwise: 10_000)).RunAsync(cancel);
                return 0;
            case "sheet":
                await SheetAsync(cancel);
                return 0;
            case "brief":
                await BriefAsync(cancel);
                return 0;
            case "round":
                await RoundsAsync(cancel);
                return 0;
            case "all":
                await WebhooksAsync(rounds: 5, cancel);
                await SheetAsync(cancel);
                await BriefAsync(cancel);
                await RoundsAsync(cancel);
                await IdentifyAsync(cancel);
                await new ImportBenchmark(10_000).RunAsync(cancel);
                return 0;
            case "import":
                await new ImportBenchmark(Number(1, otherwise: 10_000)).RunAsync(cancel);
                return 0;
            case "identify":
                await IdentifyAsync(cancel);
                return 0;
            case "kill":
                return await KillAsync(args.Length > 3 ? Enum.Parse<DatabaseEngine>(args[3]) : DatabaseEngine.Sqlite, times: Number(1, otherwise: 200), seed: Number(2, otherwise: 1), cancel);
            case "nodes":
                return await PairAsync(
                    args.Length > 3 ? Enum.Parse<DatabaseEngine>(args[3]) : DatabaseEngine.Sqlite,
                    new PairPlan(Kills: Number(1, otherwise: 200), Stops: Number(4, otherwise: 5), Ends: Number(5, otherwise: 10), Seed: Number(2, otherwise: 1)),
                    args.Length > 6 ? args[6] : null,
                    cancel);
            case "seed":
                Console.WriteLine(await PastCalls.MakeAsync(Number(1, otherwise: 10_000), cancel));
                return 0;
            case "host":
                // The child process of "webhook".
                return await DeskBesideStatic.RunAsync(productPort: Number(1, 0), staticPort: Number(2, 0));
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }

    private static Task WebhooksAsync(int rounds, CancellationToken cancel) =>
        new WebhookBenchmark(rounds, warmUp: TimeSpan.FromSeconds(4), measured: TimeSpan.FromSeconds(8), _histories).RunAsync(cancel);

    private static Task SheetAsync(CancellationToken cancel) => new ReadingBenchmark(_histories).RunAsync("sheet", new SheetLook(), cancel);

    private static Task BriefAsync(CancellationToken cancel) => new ReadingBenchmark(_histories).RunAsync("brief", new BriefLook(), cancel);

    private static async Task RoundsAsync(CancellationToken cancel)
    {
        var benchmark = new ReadingBenchmark(_histories);
        await benchmark.RunAsync("idle round", new IdleRoundLook(), cancel);
        await benchmark.RunAsync("busy round", new BusyRoundLook(), cancel);
    }

    private static Task IdentifyAsync(CancellationToken cancel) => new IdentifyBenchmark([1_000, 10_000, 100_000, 1_000_000]).RunAsync(cancel);

    private static async Task<int> KillAsync(DatabaseEngine engine, int times, int seed, CancellationToken cancel)
    {
        var report = await new KillRounds(engine, times, seed, Console.Error).RunAsync(cancel);
        foreach (var wrong in report.Wrong)
        {
            Console.WriteLine(wrong);
        }

        Console.WriteLine($"{report.Kills} kills, {report.Calls} calls and {report.Turns} turns answered, {report.Wrong.Count} wrong");
        return report.Wrong.Count == 0 ? 0 : 1;
    }

    private static async Task<int> PairAsync(DatabaseEngine engine, PairPlan plan, string? secondClock, CancellationToken cancel)
    {
        var report = await new PairRounds(engine, plan, secondClock, Console.Error).RunAsync(cancel);
        foreach (var line in report.Wrong.Concat(report.Late))
        {
            Console.WriteLine(line);
        }

        Console.WriteLine(
            $"{plan.Kills} kills, {plan.Stops} stops, {plan.Ends} ends; {report.Calls} calls and {report.Turns} turns answered, {report.Reminders} reminders, the longest after {report.LongestWait.TotalSeconds:0.0} s, " +
            $"{report.Late.Count} later than 10 s; webhooks failed: {report.FailedWhileKilling} while killing, {report.FailedWhileEnding} while ending; {report.Wrong.Count} wrong");
        return report.Wrong.Count + report.FailedWhileEnding == 0 ? 0 : 1;
    }
}
