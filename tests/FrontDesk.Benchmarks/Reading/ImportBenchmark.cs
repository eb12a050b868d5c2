using System.Globalization;
using FrontDesk.Benchmarks.Seeding;
using FrontDesk.Contacts;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Contacts.Files;
using FrontDesk.Web.Data;

namespace FrontDesk.Benchmarks.Reading;

/// <summary>How long a file of cards takes, look and all, and how long somebody who wants to write meanwhile has to wait: a caller, say.</summary>
public sealed class ImportBenchmark(int cards)
{
    private const int PastCallsOfTheDesk = 10_000;

    public async Task RunAsync(CancellationToken cancel)
    {
        using var database = FreshCopy.Of(await PastCalls.MakeAsync(PastCallsOfTheDesk, cancel), "import");
        await using var desk = await QuietDesk.OpenAsync(database.Path, cancel);
        var text = Text();
        var began = TimeProvider.System.GetTimestamp();
        var file = CardFile.Read(text, desk.DeskId, PhoneNumber.Parse(Account.LineNumber), () => Guid.CreateVersion7(PastCalls.Now));
        var read = TimeProvider.System.GetElapsedTime(began);
        var lines = await desk.Get<CardMatching>().PlanAsync(desk.DeskId, file.Cards, cancel);
        var planned = TimeProvider.System.GetElapsedTime(began);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var waits = Task.Run(() => WaitsAsync(desk.Get<Database>(), over.Token), cancel);
        var decision = ImportDecision.Of(lines, new Dictionary<int, ImportChoice>());
        var outcome = await desk.Get<BookImport>().ImportAsync(desk.DeskId, decision, Guid.Empty, "benchmark", _ => { }, cancel);
        var written = TimeProvider.System.GetElapsedTime(began);
        await over.CancelAsync();
        if (outcome is not BookOutcome.Done || decision.Cards != cards)
        {
            throw new InvalidOperationException($"{decision.Cards} cards: {outcome}");
        }

        var longest = await waits;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {cards:N0} | {read.TotalSeconds:0.00} s | {(planned - read).TotalSeconds:0.00} s | {(written - planned).TotalSeconds:0.00} s | {longest.TotalMilliseconds:0} ms |"));
    }

    /// <returns>The longest a small act had to wait for the writer.</returns>
    private static async Task<TimeSpan> WaitsAsync(Database database, CancellationToken over)
    {
        var longest = TimeSpan.Zero;
        while (!over.IsCancellationRequested)
        {
            var asked = TimeProvider.System.GetTimestamp();
            await database.WriteAsync(work => work.ExecuteAsync("update desks set version = version"), CancellationToken.None);
            longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, TimeProvider.System.GetElapsedTime(asked).Ticks));
        }

        return longest;
    }

    private string Text() => "Name,Company,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value\n" + string.Concat(
        Enumerable.Range(0, cards).Select(card => string.Create(
            CultureInfo.InvariantCulture,
            $"{Word(card)} {Word(card * 7919)},Company {card % 300},cell,{BigBook.NumberOf(card, 1)},office,{BigBook.NumberOf(card, 2)}\n")));

    private static string Word(int seed)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, 7).Select(at => (char)((at == 0 ? 'A' : 'a') + random.Next(26))));
    }
}
