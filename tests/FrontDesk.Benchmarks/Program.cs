using System.Globalization;
using FrontDesk.Benchmarks.Killing;
using FrontDesk.Benchmarks.Webhooks;

const string Usage = """
    dotnet run -c Release --project tests/FrontDesk.Benchmarks -- VERB
      webhook [ROUNDS]       signed webhooks to durable TwiML, beside static TwiML and the usual Node way (needs wrk, node, npm)
      sheet                  the sheet of 50 owed calls over ten thousand and a million past calls
      round                  a reminder round over the same
      all                    the three above
      kill [TIMES] [SEED]    kill -9 of the real process at random moments; 200 times unless told otherwise
    """;

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    interrupted.Cancel();
};

int Number(int position, int otherwise) => args.Length > position ? int.Parse(args[position], CultureInfo.InvariantCulture) : otherwise;

WebhookBenchmark Webhooks(int rounds) => new(rounds, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8), [10_000, 1_000_000]);

switch (args.FirstOrDefault())
{
    case "webhook":
        return await Webhooks(Number(1, otherwise: 5)).RunAsync(interrupted.Token);
    case "seed":
        Console.WriteLine(await FrontDesk.Benchmarks.Seeding.PastCalls.MakeAsync(Number(1, otherwise: 10_000), interrupted.Token));
        return 0;
    case "kill":
        var report = await new KillRounds(Number(1, otherwise: 200), Number(2, otherwise: 1), Console.Error).RunAsync(interrupted.Token);
        foreach (var wrong in report.Wrong)
        {
            Console.WriteLine(wrong);
        }

        Console.WriteLine($"{report.Kills} kills, {report.Calls} calls and {report.Turns} turns answered, {report.Wrong.Count} wrong");
        return report.Wrong.Count == 0 ? 0 : 1;
    case "host":
        return await DeskBesideStatic.RunAsync(Number(1, 0), Number(2, 0));
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
