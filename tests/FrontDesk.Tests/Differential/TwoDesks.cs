using System.Data.Common;
using FrontDesk.Tests.Support;
using FrontDesk.Web;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Data;
using FrontDesk.Web.Nodes;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Tests.Differential;

/// <summary>The same commands to a desk on SQLite and to one on SQL Server, and every answer beside the other.</summary>
internal sealed class TwoDesks : IAsyncDisposable
{
    private const int AllIsReadEvery = 200;
    private const int ToldBefore = 12;

    private readonly int seed;
    private readonly DeskOnEngine one;
    private readonly DeskOnEngine other;
    private readonly Pick pick;
    private readonly Known known = new();
    private readonly Queue<string> lately = [];
    private readonly List<(int Weight, Func<Command?> Make)> kinds;
    private readonly int weights;

    private TwoDesks(int seed, DeskOnEngine one, DeskOnEngine other)
    {
        (this.seed, this.one, this.other) = (seed, one, other);
        other.Named = one.Ids;
        pick = new Pick(seed);
        kinds = [.. new BookCommands(pick, known).All, .. new CallCommands(pick, known).All, .. new PhoneCommands(pick, known).All, .. new CarrierCommands(pick, known).All];
        var desks = new DeskCommands(pick, known);
        kinds.AddRange(desks.All);
        weights = kinds.Sum(kind => kind.Weight);
        Founding = [.. desks.Founding()];
        // Known from the start: maps of them have no order of their own.
        foreach (var id in known.Desks.Concat([Guid.Empty, Changes.Desks, Changes.Due]))
        {
            one.Ids.NameOf(id);
            other.Ids.NameOf(id);
        }
    }

    /// <summary>How often each kind was commanded.</summary>
    public SortedDictionary<string, int> Commanded { get; } = new(StringComparer.Ordinal);

    /// <summary>How many answers were no more than an exception, alike on both.</summary>
    public int Faults { get; private set; }

    /// <summary>The books of the second.</summary>
    public Database Second => other.Database;

    private IReadOnlyList<Command> Founding { get; }

    public static async Task<TwoDesks> OpenAsync(int seed, DatabaseEngine second, CancellationToken cancel)
    {
        TestBooks.SkipWithout(second);
        var one = await DeskOnEngine.OpenAsync(DatabaseEngine.Sqlite, cancel);
        return new TwoDesks(seed, one, await DeskOnEngine.OpenAsync(second, cancel));
    }

    /// <exception cref="DesksDifferException">With all that is needed to see it again.</exception>
    public async Task CommandAsync(int commands, CancellationToken cancel)
    {
        foreach (var founding in Founding)
        {
            await CompareAsync(0, founding, cancel);
        }

        for (var number = 1; number <= commands; number++)
        {
            await CompareAsync(number, Next(), cancel);
            if (number % AllIsReadEvery == 0 || number == commands)
            {
                await CompareAsync(number, new("read all there is", ReadAllAsync), cancel);
            }
        }

        if (await BooksRowByRow.DifferencesAsync(one, other, cancel) is { Count: > 0 } rows)
        {
            throw Differ(commands, $"{rows.Count} rows have no equal:\n{string.Join('\n', rows.Take(12))}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
    }

    private Command Next()
    {
        known.Now = one.Clock.Now;
        while (true)
        {
            var at = pick.Below(weights);
            var kind = kinds.First(kind => (at -= kind.Weight) < 0);
            if (kind.Make() is { } command)
            {
                Commanded[kind.Make.Method.Name] = Commanded.GetValueOrDefault(kind.Make.Method.Name) + 1;
                command.Passes = Passes();
                return command;
            }
        }
    }

    /// <summary>Never nothing: what is made in the same moment has no order.</summary>
    private TimeSpan Passes() => pick.Below(50) switch
    {
        0 => TimeSpan.FromHours(1 + pick.Below(20)),
        < 8 => TimeSpan.FromMinutes(1 + pick.Below(20)),
        _ => TimeSpan.FromTicks(20_011 + pick.Below(300_000_000)),
    };

    private async Task CompareAsync(int number, Command command, CancellationToken cancel)
    {
        lately.Enqueue($"{number}: {command.Words}");
        if (lately.Count > ToldBefore)
        {
            lately.Dequeue();
        }

        one.Clock.Now += command.Passes;
        other.Clock.Now = one.Clock.Now;
        var (first, answer) = await AnswerAsync(one, command, cancel);
        var (second, _) = await AnswerAsync(other, command, cancel);
        if (!string.Equals(first, second, StringComparison.Ordinal))
        {
            throw Differ(number, Beside(first, second));
        }

        command.Learn(answer);
    }

    private async Task<(string Words, object? Answer)> AnswerAsync(DeskOnEngine desk, Command command, CancellationToken cancel)
    {
        try
        {
            var answer = await command.Run(desk, cancel);
            return (Telling.Of(answer, desk.Ids), answer);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Faults += desk == one ? 1 : 0;
            LastFault = fault;
            // Each engine has exceptions of its own; what they mean is the same.
            return (fault is DbException ? nameof(DbException) : fault.GetType().Name, null);
        }
    }

    /// <summary>For whoever looks into a difference.</summary>
    private Exception? LastFault { get; set; }

    private async Task<object?> ReadAllAsync(DeskOnEngine desk, CancellationToken cancel)
    {
        var all = new List<object?>();
        foreach (var id in known.Desks)
        {
            all.Add(desk.Desk(id));
            all.Add(await desk.Of<CurrentSheet>().LinesAsync(id, cancel));
            all.Add(await desk.Of<CallHistory>().NewestAsync(id, null, 200, cancel));
            all.Add(await desk.Of<PhoneBook>().AllAsync(id, cancel));
            all.Add(await desk.Of<BookSearch>().PageAsync(id, null, null, 1000, cancel));
            all.Add((await desk.Of<ReminderLog>().ComingAsync(id, cancel)).Count);
        }

        all.Add(await desk.Of<CurrentSheet>().LinesAsync(null, cancel));
        return all;
    }

    private DesksDifferException Differ(int number, string how) => new(
        $"Seed {seed}, command {number}: the desks answer differently.\n{how}\nThe last commands:\n{string.Join('\n', lately.Select(words => words.Length > 300 ? words[..300] + "…" : words))}\nThe last fault: {LastFault}");

    /// <summary>From a little before where they part.</summary>
    private static string Beside(string first, string second)
    {
        var parts = first.Zip(second).TakeWhile(pair => pair.First == pair.Second).Count();
        string From(string words) => words.Substring(Math.Max(0, parts - 200), Math.Min(500, words.Length - Math.Max(0, parts - 200)));
        return $"SQLite: …{From(first)}\nSQL Server: …{From(second)}";
    }
}

/// <summary>Two desks that were told the same are not the same any more.</summary>
internal sealed class DesksDifferException(string message) : Exception(message);
