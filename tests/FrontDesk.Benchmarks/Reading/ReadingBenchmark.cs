using System.Globalization;

namespace FrontDesk.Benchmarks.Reading;

/// <summary>How long the sheet and a reminder round take over histories of different length, in turn, and how much the longer costs.</summary>
public sealed class ReadingBenchmark(IReadOnlyList<int> histories)
{
    private const int WarmUps = 20;
    private const int Batches = 40;

    public async Task RunAsync(string what, ILook look, CancellationToken cancel)
    {
        var desks = new List<(int History, FreshCopy Database, QuietDesk Desk, List<double> Micros)>();
        foreach (var history in histories)
        {
            var database = FreshCopy.Of(await Seeding.PastCalls.MakeAsync(history, cancel), $"{what.Replace(' ', '-')}-{history}");
            desks.Add((history, database, await QuietDesk.OpenAsync(database.Path, cancel), []));
        }

        for (var batch = -WarmUps; batch < Batches; batch++)
        {
            foreach (var (_, _, desk, micros) in desks)
            {
                await look.PrepareAsync(desk, cancel);
                var began = TimeProvider.System.GetTimestamp();
                for (var time = 0; time < look.Times; time++)
                {
                    await look.RunAsync(desk, cancel);
                }

                if (batch >= 0)
                {
                    micros.Add(TimeProvider.System.GetElapsedTime(began).TotalMicroseconds / look.Times);
                }
            }
        }

        foreach (var (history, database, desk, micros) in desks)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {what} | {history:N0} | {Middle(micros):N0} µs | {Middle(micros) / Middle(desks[0].Micros):0.00} |"));
            await desk.DisposeAsync();
            database.Dispose();
        }
    }

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
