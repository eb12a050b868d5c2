using System.Collections.Concurrent;
using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Simulator;
using FrontDesk.Web;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;

namespace FrontDesk.Benchmarks.Pairing;

/// <summary>Many desks, each with a boss who is reminded by text of the one call she gets: each text is one nobody else's can be taken for.</summary>
public sealed class RemindedBosses(Carrier carrier)
{
    /// <summary>Sooner the desk never reminds of the same call again.</summary>
    private static readonly TimeSpan _twice = TimeSpan.FromMinutes(10);

    private readonly ConcurrentQueue<Reminded> rung = new();
    private int next;

    public IReadOnlyCollection<Reminded> Rung => rung;

    public static string LineOf(int nth) => Fictional(200, nth);

    public static async Task MakeAsync(DatabaseEngine engine, string connectionString, int count, CancellationToken cancel)
    {
        await using var database = DatabaseSetup.Open(engine, connectionString);
        var (desks, book, now) = (new DeskBook(database), new PhoneBook(database), TimeProvider.System.GetUtcNow());
        for (var nth = 0; nth < count; nth++)
        {
            var desk = DeskOf(nth, now);
            await desks.SaveAsync(desk, cancel);
            await book.SaveAsync(
                new Contact
                {
                    Id = Guid.CreateVersion7(now),
                    DeskId = desk.Id,
                    Name = $"Danni Okafor {nth}",
                    Standing = Standing.Ordinary,
                    WantsToTalk = true,
                    Numbers = [new ContactNumber { Id = Guid.CreateVersion7(now), Number = PhoneNumber.Parse(CallerOf(nth)), Label = "cell" }],
                    Matters = [],
                },
                cancel);
        }
    }

    /// <summary>Somebody a boss wants to talk to rings and rings off: her reminder is due at once.</summary>
    /// <param name="during">What is done to the nodes meanwhile.</param>
    public async Task RingAsync(PairProxy proxy, string sid, string during, CancellationToken cancel)
    {
        var nth = Interlocked.Increment(ref next) - 1;
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccountSid"] = Account.Sid,
            ["ApiVersion"] = "2010-04-01",
            ["CallSid"] = sid,
            ["CallStatus"] = "ringing",
            ["Direction"] = "inbound",
            ["From"] = CallerOf(nth),
            ["To"] = LineOf(nth),
            ["StirVerstat"] = "TN-Validation-Passed-A",
        };
        try
        {
            await proxy.PostAsync(Account.PublicUrl + Account.VoicePath, form, cancel);
            (form["CallStatus"], form["CallDuration"]) = ("completed", "9");
            await proxy.PostAsync(Account.PublicUrl + Account.VoicePath + "/status", form, cancel);
            rung.Enqueue(new(PhoneOf(nth), during, TimeProvider.System.GetUtcNow()));
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            // Killed over it: the end of this call was not taken in, and nothing is owed yet.
        }
    }

    /// <returns>How long each waited; null where nothing came.</returns>
    public IReadOnlyList<(Reminded Boss, TimeSpan? Waited)> Waits()
    {
        var firsts = Outbound().GroupBy(text => text.To, StringComparer.Ordinal).ToDictionary(texts => texts.Key, texts => texts.Min(text => text.Created), StringComparer.Ordinal);
        return [.. rung.Select(boss => (boss, firsts.TryGetValue(boss.Phone, out var at) ? at - boss.Since : (TimeSpan?)null))];
    }

    public IEnumerable<string> Twices() =>
        from texts in Outbound().GroupBy(text => text.To, StringComparer.Ordinal)
        let inOrder = texts.OrderBy(text => text.Created).ToList()
        from pair in inOrder.Zip(inOrder.Skip(1))
        where pair.Second.Created - pair.First.Created < _twice
        select $"{texts.Key} got two texts within {(pair.Second.Created - pair.First.Created).TotalSeconds:0.0} s";

    private IEnumerable<CarrierMessage> Outbound() => carrier.Messages.Where(text => text.Direction != CarrierMessageDirection.Inbound);

    private static string CallerOf(int nth) => Fictional(500, nth);

    private static string PhoneOf(int nth) => Fictional(800, nth);

    private static string Fictional(int area, int nth) => $"+1{area + (nth / 100)}55501{nth % 100:00}";

    private static Desk DeskOf(int nth, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Name = $"boss-{nth}",
        BossName = "Margaret Miller",
        Pronoun = Pronoun.She,
        Persona = "Jamie",
        Zone = "UTC",
        Hours = new DeskHours { WakingFrom = new(0, 0), WakingTo = new(23, 59), Opens = new(0, 0), Closes = new(23, 58) },
        Wording = new Wording(),
        Lines = [new Line { Id = Guid.CreateVersion7(now), Number = PhoneNumber.Parse(LineOf(nth)), Label = "main" }],
        Phones = [new BossPhone { Id = Guid.CreateVersion7(now), Number = PhoneNumber.Parse(PhoneOf(nth)), Label = "cell", TakesTexts = true }],
    };
}

/// <summary>A boss who is owed a text.</summary>
/// <param name="During">What was done to the nodes meanwhile.</param>
/// <param name="Since">When the end of the call was answered.</param>
public sealed record Reminded(string Phone, string During, DateTimeOffset Since);
