using System.Globalization;
using FrontDesk.Benchmarks.Seeding;
using FrontDesk.Calls;
using FrontDesk.Web.Contacts;

namespace FrontDesk.Benchmarks.Reading;

/// <summary>How long it takes to know who is calling, in books from a thousand to a million cards, in turn.</summary>
public sealed class IdentifyBenchmark(IReadOnlyList<int> books)
{
    private const int WarmUps = 20;
    private const int Batches = 60;
    private const int Times = 500;

    public async Task RunAsync(CancellationToken cancel)
    {
        var desks = new List<(int Cards, FreshCopy Database, QuietDesk Desk, Random Random, List<double> Known, List<double> Unknown)>();
        foreach (var cards in books)
        {
            var database = await BigBook.MakeAsync(cards, cancel);
            desks.Add((cards, database, await QuietDesk.OpenAsync(database.Path, cancel), new Random(1931), [], []));
        }

        for (var batch = -WarmUps; batch < Batches; batch++)
        {
            foreach (var (cards, _, desk, random, known, unknown) in desks)
            {
                var ofKnown = await MeasureAsync(desk, () => BigBook.NumberOf(random.Next(cards), random.Next(1, 3)), isKnown: true, cancel);
                var ofUnknown = await MeasureAsync(desk, () => BigBook.NumberOf(random.Next(cards), 3), isKnown: false, cancel);
                if (batch >= 0)
                {
                    known.Add(ofKnown);
                    unknown.Add(ofUnknown);
                }
            }
        }

        foreach (var (cards, database, desk, _, known, unknown) in desks)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {cards:N0} | {Middle(known):0.0} µs | {Middle(known) / Middle(desks[0].Known):0.00} | {Middle(unknown):0.0} µs | {Middle(unknown) / Middle(desks[0].Unknown):0.00} |"));
            await desk.DisposeAsync();
            database.Dispose();
        }
    }

    /// <returns>Microseconds for one.</returns>
    private static async Task<double> MeasureAsync(QuietDesk desk, Func<PhoneNumber> number, bool isKnown, CancellationToken cancel)
    {
        var book = desk.Get<PhoneBook>();
        var numbers = Enumerable.Range(0, Times).Select(_ => new CallerId.Phone(number())).ToList();
        var began = TimeProvider.System.GetTimestamp();
        foreach (var from in numbers)
        {
            if ((await book.IdentifyAsync(desk.DeskId, from, cancel) is Caller.Known) != isKnown)
            {
                throw new InvalidOperationException($"{from} was taken for somebody else.");
            }
        }

        return TimeProvider.System.GetElapsedTime(began).TotalMicroseconds / Times;
    }

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
