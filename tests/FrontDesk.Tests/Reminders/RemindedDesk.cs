using FrontDesk.Desks;
using FrontDesk.Ledger;
using FrontDesk.Sheet;
using FrontDesk.Tests.Stores;
using FrontDesk.Texts;
using FrontDesk.Web;
using FrontDesk.Web.Connect;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Mail;
using FrontDesk.Web.Nodes;
using FrontDesk.Web.Reach;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;
using FrontDesk.Web.Texts;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace FrontDesk.Tests.Reminders;

/// <summary>A desk with its books, a carrier that does as told, and a clock that stands: calls are laid on the sheet, rounds are made by hand.</summary>
internal sealed class RemindedDesk
{
    public static readonly PhoneNumber Cell = PhoneNumber.Parse("+13105550101");
    public static readonly PhoneNumber Home = PhoneNumber.Parse("+13105550102");
    public static readonly PhoneNumber Office = PhoneNumber.Parse("+13105550100");

    public static readonly Settings Settings = new()
    {
        PublicUrl = new Uri("https://desk.example.org"),
        Engine = DatabaseEngine.Sqlite,
        ConnectionString = "",
        Demo = false,
        MigratesAtStart = true,
        Twilio = new TwilioSettings { AccountSid = "", AuthToken = "", ApiBaseUrl = new Uri("https://api.example.org") },
    };

    private readonly Database database;
    private int texts;

    private RemindedDesk(Database database, Desk desk, SmtpSettings? smtp, bool muted)
    {
        var settings = Settings with { Smtp = smtp, Twilio = Settings.Twilio with { Muted = muted } };
        this.database = database;
        Desk = desk;
        Carrier = new PretendCarrier(Clock);
        Book = new DeskBook(database);
        var bell = new ReminderBell();
        var changes = new SheetChanges();
        var sheet = new CurrentSheet(new SheetStore(database), Book, Clock);
        Marks = new SheetMarks(database, sheet, changes, bell, Clock);
        Making = new CopyMaking(database, sheet, settings, Clock);
        Copies = new CleanCopies(database);
        Post = new CopyPost(database, settings, Clock);
        Presence = new Presence(database, Machine);
        Outbox = new Outbox(database, Carrier, Presence, settings, Clock, NullLogger<Outbox>.Instance);
        var inquiry = new Inquiry(database, Carrier, Outbox, Presence, Clock, NullLogger<Inquiry>.Instance);
        Planning = new ReminderPlanning(database, Book, Clock);
        Claim = new ReminderClaim(database, Book, Presence, Clock);
        CopyRound = new CopyRound(database, Book, Making, Clock);
        Postman = new Postman(database, Book, Copies, new MailServer(settings), settings, Clock, NullLogger<Postman>.Instance);
        Round = new ReminderRound(database, Planning, Claim, new ReachSettling(database, Book, sheet, Carrier, settings, Clock), new ConnectSettling(database, Carrier, settings, Clock), inquiry, Outbox, CopyRound, Clock);
        Calls = new ReminderCalls(database, Book, Marks, changes, bell, Clock);
        Texts = new TextDesk(database, Book, new BossTexts(new LineActs(Marks), Making), changes, bell, Clock);
        Holds = new Holds(database, changes, bell, Clock);
        Log = new TextLog(database, Clock);
    }

    /// <summary>A Monday in California, ten in the morning.</summary>
    public StandingClock Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 18, 0, 0, TimeSpan.Zero));

    public PretendCarrier Carrier { get; }

    /// <summary>The machine's own time, by which nodes watch each other.</summary>
    public StandingClock Machine { get; } = new(new DateTimeOffset(2026, 11, 23, 18, 0, 0, TimeSpan.Zero));

    public Presence Presence { get; }

    public Desk Desk { get; private set; }

    public DeskBook Book { get; }

    public SheetMarks Marks { get; }

    public CopyMaking Making { get; }

    public CleanCopies Copies { get; }

    public CopyPost Post { get; }

    public CopyRound CopyRound { get; }

    public ReminderRound Round { get; }

    public Postman Postman { get; }

    public ReminderPlanning Planning { get; }

    public ReminderClaim Claim { get; }

    public Outbox Outbox { get; }

    public ReminderCalls Calls { get; }

    public TextDesk Texts { get; }

    public Holds Holds { get; }

    public TextLog Log { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="smtp">Null where nothing is mailed.</param>
    /// <param name="desk">One with phones of its own; null for the usual one.</param>
    public static async Task<RemindedDesk> OpenAsync(Database database, SmtpSettings? smtp = null, bool muted = false, Desk? desk = null)
    {
        desk ??= Some.Desk() with
        {
            Phones =
            [
                new BossPhone { Id = Some.Id(), Number = Cell, Label = "cell", TakesTexts = true },
                new BossPhone { Id = Some.Id(), Number = Home, Label = "home", TakesTexts = false },
            ],
        };
        var reminded = new RemindedDesk(database, desk, smtp, muted);
        await reminded.Book.SaveAsync(desk, Cancel);
        return reminded;
    }

    /// <summary>Somebody the boss wants to talk to has just rung off: an ASAP call.</summary>
    public async Task<Guid> DanniRangAsync(string name = "Danni Okafor", string number = "+13105550143", bool wakes = false)
    {
        var card = Some.Contact(Desk, name, number) with { WantsToTalk = true, Wakes = wakes };
        await new PhoneBook(database).SaveAsync(card, Cancel);
        return await RangAsync(card.Id, name, number);
    }

    /// <param name="contact">Null for a stranger.</param>
    public async Task<Guid> RangAsync(Guid? contact, string name, string number, CallCode? code = null)
    {
        var id = Guid.CreateVersion7(Clock.Now);
        await database.WriteAsync(
            work => work.ExecuteAsync(
                """
                insert into calls (id, desk_id, line_number, direction, live, status, party, contact_id, caller_from, said_name, number, regarding,
                  wants_return, says_urgent, step, attempt, received_at, ended_at, ball, assistant_code, assistant_by, assistant_why, planned, version)
                values (@id, @deskId, '+13105550100', 1, 0, 10, @party, @contact, @number, @name, @number, 'the Big Merger',
                  1, 0, 9, 1, @now, @now, 1, @code, @by, @by, 0, 0)
                """,
                new { id, deskId = Desk.Id, party = contact?.ToString() ?? number, contact, number, name, now = Clock.Now, code, by = code is null ? null : "Jamie" }),
            Cancel);
        return id;
    }

    /// <summary>Rounds are made until there is nothing left to do.</summary>
    public async Task RoundAsync()
    {
        for (var rounds = 0; await Round.RunAsync(Cancel); rounds++)
        {
            Assert.True(rounds < 50, "The rounds never come to rest.");
        }

        while (await Postman.DeliverNextAsync(Cancel))
        {
        }
    }

    /// <summary>Time passes as the reminder clock would let it: a round whenever something is due.</summary>
    public async Task PassesAsync(TimeSpan time)
    {
        var until = Clock.Now + time;
        await RoundAsync();
        while (await NextAsync() is { } next && next <= until)
        {
            Clock.Now = next > Clock.Now ? next : Clock.Now;
            await RoundAsync();
        }

        Clock.Now = until;
    }

    private async Task<DateTimeOffset?> NextAsync()
    {
        var (round, mail) = (await Round.NextAsync(Cancel), Instant.OfMicroseconds(await database.ReadAsync(
            look => look.FirstOrDefaultAsync<long?>("select min(due_at) from mails where state in (1, 2)"), Cancel)));
        return round < mail || mail is null ? round : mail;
    }

    public Task<MarkOutcome> ReturnAsync(Guid callId) =>
        Marks.MarkAsync(new SheetMark { CallId = callId, Kind = MarkKind.Returned, By = "Jamie" }, Cancel);

    public Task<MarkOutcome> RankAsync(Guid callId, CallCode code) =>
        Marks.MarkAsync(new SheetMark { CallId = callId, Kind = MarkKind.CodeChanged, Code = code, By = "Jamie", Why = "so she says" }, Cancel);

    public async Task SaysAsync(string body, PhoneNumber? from = null, string? sid = null) => await Texts.TakeInAsync(
        new IncomingText(sid ?? $"SMin{++texts}", (from ?? Cell).E164, Office, body, TextCommand.Parse(body)), Cancel);

    /// <summary>The carrier reports on the newest text.</summary>
    public Task ReportsAsync(TextStatus status, int? code = null) =>
        Log.StatusAsync(IntentIn(Carrier.Callbacks.Last()), Carrier.Texts.Last().Sid, status, code, Cancel);

    /// <summary>The numbers kept for fiction, area code by area code.</summary>
    public static string Fictional(int number) => $"+1{201 + (number / 100)}55501{number % 100:00}";

    public static Guid IntentIn(Uri address) => Guid.Parse(address.Query[(address.Query.IndexOf('=', StringComparison.Ordinal) + 1)..]);

    public Task<IReadOnlyList<ReminderRow>> RowsAsync(Guid callId) =>
        database.ReadAsync(look => ReminderRows.OfCallAsync(look, callId), Cancel);

    public Task<T?> ValueAsync<T>(string sql) => database.ReadAsync(look => look.FirstOrDefaultAsync<T>(sql), Cancel);

    public Task DoAsync(string sql, object? arguments = null) => database.WriteAsync(work => work.ExecuteAsync(sql, arguments), Cancel);

    public async Task ChangeAsync(Func<Desk, Desk> change)
    {
        Desk = change(Book.WithId(Desk.Id)!);
        await Book.SaveAsync(Desk, Cancel);
    }
}
