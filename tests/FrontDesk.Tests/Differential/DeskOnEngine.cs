using FrontDesk.Desks;
using FrontDesk.Tests.Reminders;
using FrontDesk.Tests.Support;
using FrontDesk.Web;
using FrontDesk.Web.Brief;
using FrontDesk.Web.Calls;
using FrontDesk.Web.Connect;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Mail;
using FrontDesk.Web.Nodes;
using FrontDesk.Web.Reach;
using FrontDesk.Web.Reconciling;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.SignIn;
using FrontDesk.Web.Telephony;
using FrontDesk.Web.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace FrontDesk.Tests.Differential;

/// <summary>A whole desk on one engine, as the product puts it together, with a carrier that does as told and a clock that stands. Nothing runs by itself.</summary>
internal sealed class DeskOnEngine : IAsyncDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 18, 0, 0, TimeSpan.Zero);

    private readonly TestBooks books;
    private readonly ServiceProvider rooms;

    private DeskOnEngine(TestBooks books, Settings settings)
    {
        this.books = books;
        Carrier = new PretendCarrier(Clock) { SidOf = SidOf };
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<TimeProvider>(Clock).AddSingleton<ITelephony>(Carrier);
        // One round of hashing: what a password is worth is not asked here, and there are thousands of them.
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1);
        services.AddDatabase(settings).AddDesks().AddBook().AddTelephony(settings).AddBrief(settings).AddCalls(settings).AddReach().AddConnect()
            .AddCopies().AddTexts().AddReminders(settings).AddReconciling().AddSheet().AddNodes(settings);
        services.AddSingleton<UserBook>().AddSingleton<KeyRing>();
        rooms = services.BuildServiceProvider();
    }

    public StandingClock Clock { get; } = new(Monday);

    public PretendCarrier Carrier { get; }

    public Ids Ids { get; } = new();

    public Database Database => Of<Database>();

    public DeskBook Desks => Of<DeskBook>();

    /// <summary>Set on the second of two: whose ids the commands name.</summary>
    public Ids? Named { get; set; }

    public static async Task<DeskOnEngine> OpenAsync(DatabaseEngine engine, CancellationToken cancel)
    {
        var books = await TestBooks.LendAsync(engine, cancel);
        var desk = new DeskOnEngine(books, RemindedDesk.Settings with
        {
            Engine = engine,
            ConnectionString = books.ConnectionString,
            JournalFolder = books.Folder,
            // Nobody listens there.
            Smtp = new SmtpSettings { Host = "127.0.0.1", Port = 9, From = "desk@example.org" },
        });
        await new Migrator(desk.Database, TimeProvider.System).MigrateAsync(cancel);
        await desk.Desks.ReloadAsync(cancel);
        return desk;
    }

    public T Of<T>()
        where T : notnull => rooms.GetRequiredService<T>();

    /// <summary>The id a command names, as it is on this desk.</summary>
    public Guid Own(Guid id) => Named?.On(Ids, id) ?? id;

    public Desk Desk(Guid id) => Desks.WithId(id) ?? throw new InvalidOperationException("A command names a desk that is not there.");

    /// <summary>
    /// What goes out in the same moment is in the order of its ids, which are random: here it gets an order of its own, for which of them
    /// was told last decides what a key on a phone means.
    /// </summary>
    public Task PutOutgoingInOrderAsync(CancellationToken cancel) => Database.WriteAsync(
        async work =>
        {
            foreach (var (table, at, sid) in new[] { ("intents", "created_at", "sid"), ("texts", "at", "message_sid") })
            {
                var made = await work.QueryAsync<Outgoing>($"select id, to_number, from_number, body, {sid} as sid from {table} where {at} = @now", new { now = Clock.Now });
                foreach (var (place, row) in made.OrderBy(row => $"{row.ToNumber} {row.FromNumber} {row.Body} {row.Sid}", StringComparer.Ordinal).Index().Skip(1))
                {
                    await work.ExecuteAsync($"update {table} set {at} = @then where id = @Id", new { then = Clock.Now.AddMicroseconds(place), row.Id });
                }
            }
        },
        cancel);

    public async ValueTask DisposeAsync()
    {
        await rooms.DisposeAsync();
        await books.DisposeAsync();
    }

    private sealed record Outgoing
    {
        public Guid Id { get; init; }

        public string ToNumber { get; init; } = "";

        public string FromNumber { get; init; } = "";

        public string? Body { get; init; }

        public string? Sid { get; init; }
    }

    /// <summary>By what is sent to whom: several are sent in one round, in no particular order.</summary>
    private static string SidOf(string prefix, string what, int count) =>
        prefix + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{what} {count}")))[..32];
}
