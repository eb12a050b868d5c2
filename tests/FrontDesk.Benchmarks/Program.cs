using System.Globalization;
using FrontDesk.Benchmarks.Killing;
using FrontDesk.Benchmarks.Reading;
using FrontDesk.Benchmarks.Seeding;
using FrontDesk.Benchmarks.Webhooks;

const string Usage = """
    dotnet run -c Release --project tests/FrontDesk.Benchmarks -- VERB
      webhook [ROUNDS]       signed webhooks to durable TwiML, beside static TwiML and the usual Node way (needs wrk, node, npm)
      sheet                  the sheet of 50 owed calls over ten thousand and a million past calls
      round                  a reminder round over the same, with nothing and with much to do
      all                    the three above
      kill [TIMES] [SEED]    kill -9 of the real process at random moments; 200 times unless told otherwise
      seed COUNT             only makes the history, and says where
    """;

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    interrupted.Cancel();
};
var cancel = interrupted.Token;

switch (args.FirstOrDefault())
{
    case "webhook":
        await WebhooksAsync(rounds: Number(1, otherwise: 5));
        return 0;
    case "sheet":
        await SheetAsync();
        return 0;
    case "round":
        await RoundsAsync();
        return 0;
    case "all":
        await WebhooksAsync(rounds: 5);
        await SheetAsync();
        await RoundsAsync();
        return 0;
    case "kill":
        return await KillAsync(times: Number(1, otherwise: 200), seed: Number(2, otherwise: 1));
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

int Number(int position, int otherwise) => args.Length > position ? int.Parse(args[position], CultureInfo.InvariantCulture) : otherwise;

Task WebhooksAsync(int rounds) =>
    new WebhookBenchmark(rounds, warmUp: TimeSpan.FromSeconds(4), measured: TimeSpan.FromSeconds(8), [10_000, 1_000_000]).RunAsync(cancel);

Task SheetAsync() => new ReadingBenchmark([10_000, 1_000_000]).RunAsync("sheet", new SheetLook(), cancel);

async Task RoundsAsync()
{
    var benchmark = new ReadingBenchmark([10_000, 1_000_000]);
    await benchmark.RunAsync("idle round", new IdleRoundLook(), cancel);
    await benchmark.RunAsync("busy round", new BusyRoundLook(), cancel);
}

async Task<int> KillAsync(int times, int seed)
{
    var report = await new KillRounds(times, seed, Console.Error).RunAsync(cancel);
    foreach (var wrong in report.Wrong)
    {
        Console.WriteLine(wrong);
    }

    Console.WriteLine($"{report.Kills} kills, {report.Calls} calls and {report.Turns} turns answered, {report.Wrong.Count} wrong");
    return report.Wrong.Count == 0 ? 0 : 1;
}
