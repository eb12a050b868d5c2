using System.Globalization;
using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Tests.Sheet;
using FrontDesk.Web;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Contacts.Files;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using Xunit;

namespace FrontDesk.Tests.Stores;

public abstract class BookImportTests(DatabaseEngine engine) : StoreTest(engine)
{
    private static readonly Dictionary<int, ImportChoice> AsProposed = [];

    private readonly Desk desk = Some.Desk();
    private readonly WallClock clock = new(Some.Morning);

    private PhoneBook Book => field ??= new(Database);

    private BookPen Pen => field ??= new(Database, new SheetChanges(), new ReminderBell(), clock);

    private BookUndo Undo => field ??= new(Database, Pen, clock);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await new DeskBook(Database).SaveAsync(desk, Cancel);
    }

    [Fact]
    public async Task A_file_beside_the_book_says_who_is_new_who_is_known_and_who_may_be()
    {
        await KeepAsync("John Smith", "+13105550142");
        await KeepAsync("Gwyneth Hale", "+13105550146");
        await KeepAsync("The switchboard", "+13105550199");

        var lines = await PlanAsync("""
            Name,Company,Phone
            John Smith,,310-555-0142
            Gwyneth Hale,Hale Literary,310-555-0146
            Gwynneth Hale,,310-555-0147
            Tom Hale,,310-555-0199
            "Smith, John",Elsewhere,
            Ann Other,,310-555-0177
            """);

        Assert.Equal(
            [
                (Likeness.SameNameAndNumber, ImportChoice.Skip),
                (Likeness.SameNameAndNumber, ImportChoice.Merge),
                (Likeness.NearlySameName, ImportChoice.Add),
                (Likeness.SameNumber, ImportChoice.Add),
                (Likeness.SameName, ImportChoice.Merge),
                ((Likeness?)null, ImportChoice.Add),
            ],
            lines.Select(line => (line.Like?.Likeness, line.Proposal)));
        Assert.Equal(new CardChange("Company", null, "Hale Literary"), Assert.Single(lines[1].Changes));
    }

    [Fact]
    public async Task An_import_adds_and_merges_and_is_taken_back_whole()
    {
        var john = await KeepAsync("John Smith", "+13105550142");
        var call = await Database.RingsAsync(desk, new SeedCall { Party = "+13105550177", CallerFrom = "+13105550177" });

        var act = Done(await ImportAsync("Name,Company,Phone\nJohn Smith,Smith Brothers,310-555-0142\nAnn Other,,310-555-0177\n"));

        var (changed, ann) = ((await FindAsync("John Smith"))!, (await FindAsync("Ann Other"))!);
        Assert.Equal((john.Id, "Smith Brothers", 2), (changed.Id, changed.Company, changed.Version));
        Assert.Equal(ann.Id, await ContactOfAsync(call));

        Assert.Equal(0, Assert.IsType<TakeBackOutcome.TakenBack>(await Undo.TakeBackAsync(act, Cancel)).Stayed);
        Assert.Equal((null, null), ((await FindAsync("John Smith"))!.Company, await FindAsync("Ann Other")));
        Assert.Null(await ContactOfAsync(call));
    }

    [Fact]
    public async Task Taken_back_an_import_leaves_what_somebody_has_changed_since()
    {
        var act = Done(await ImportAsync("Name\nAnn Other\nBea Waiting\n"));
        var ann = (await FindAsync("Ann Other"))!;
        await Book.SaveAsync(ann with { Notes = "Since." }, Cancel);

        Assert.Equal(1, Assert.IsType<TakeBackOutcome.TakenBack>(await Undo.TakeBackAsync(act, Cancel)).Stayed);
        Assert.Equal((ann.Id, null), ((await FindAsync("Ann Other"))?.Id, (await FindAsync("Bea Waiting"))?.Id));
    }

    [Fact]
    public async Task A_card_changed_since_the_look_stops_all_of_it()
    {
        var john = await KeepAsync("John Smith", "+13105550142");
        var lines = await PlanAsync("Name,Company,Phone\nAnn Other,,\nJohn Smith,Smith Brothers,310-555-0142\n");
        await Book.SaveAsync(john with { Version = 1, Company = "Elsewhere" }, Cancel);

        Assert.IsType<BookOutcome.Stale>(await ImportAsync(lines));

        Assert.Null(await FindAsync("Ann Other"));
        Assert.Equal("Elsewhere", (await FindAsync("John Smith"))!.Company);
    }

    [Fact]
    public async Task An_export_that_comes_back_changed_changes_its_own_cards()
    {
        var john = await KeepAsync("John Smith", "+13105550142");
        var text = CardExport.Of([(await FindAsync("John Smith"))!], CardFormat.VCard4).Text;
        Assert.True(Assert.Single(await PlanAsync(text)).IsKnown);

        await ImportAsync(text.Replace("FN:John Smith", "FN:Jon Smyth", StringComparison.Ordinal));

        Assert.Equal(john.Id, (await FindAsync("Jon Smyth"))?.Id);
    }

    [Fact]
    public async Task A_long_file_comes_in_within_a_minute_and_the_number_of_its_cards_is_told()
    {
        // A file is written card by card, and a server is asked over a wire each time.
        var cards = Database.Engine == DatabaseEngine.Sqlite ? 10_000 : 1_000;
        var told = 0;
        var began = TimeProvider.System.GetTimestamp();

        var lines = await PlanAsync(Many(cards));
        var act = Done(await ImportAsync(lines, written => told = Math.Max(told, written)));

        var took = TimeProvider.System.GetElapsedTime(began);
        TestContext.Current.TestOutputHelper?.WriteLine($"{cards:n0} cards read, compared and written in {took.TotalSeconds:0.0} s.");
        Assert.Equal((cards, cards), (told, await CountAsync()));
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.IsType<TakeBackOutcome.TakenBack>(await Undo.TakeBackAsync(act, Cancel));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Called_off_halfway_nothing_is_half_done()
    {
        var john = await KeepAsync("John Smith", "+13105550142");
        var call = await Database.RingsAsync(desk, new SeedCall { Party = "+13105550177", CallerFrom = "+13105550177" });
        using var off = new CancellationTokenSource();
        var lines = await PlanAsync("Name,Company,Phone\nJohn Smith,Smith Brothers,310-555-0142\nAnn Other,,310-555-0177\n" + string.Join('\n', Enumerable.Range(0, 500).Select(at => $"Caller {at},,")));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ImportAsync(
            lines,
            written =>
            {
                if (written == 250)
                {
                    off.Cancel();
                }
            },
            off.Token));

        Assert.Equal(1, await CountAsync());
        Assert.Equivalent(john with { Version = 1 }, await FindAsync("John Smith"), strict: true);
        Assert.Null(await ContactOfAsync(call));
        Assert.Equal(0, await Database.ReadAsync(look => look.FirstOrDefaultAsync<int>("select count(*) from book_acts"), Cancel));
    }

    /// <summary>People with a first name, a last name, a company and two numbers each; none like another.</summary>
    private static string Many(int cards) => "Name,Company,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value\n" + string.Concat(
        Enumerable.Range(0, cards).Select(at => string.Create(
            CultureInfo.InvariantCulture,
            $"{Word(at)} {Word(at * 7919)},Company {at % 300},cell,+1{201 + (at / 100)}55501{at % 100:00},office,+1{401 + (at / 100)}55501{at % 100:00}\n")));

    private static string Word(int seed)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, 7).Select(at => (char)((at == 0 ? 'A' : 'a') + random.Next(26))));
    }

    private async Task<Contact> KeepAsync(string name, string number)
    {
        var card = Some.Contact(desk, name, number);
        await Book.SaveAsync(card, Cancel);
        return card;
    }

    private Task<IReadOnlyList<ImportLine>> PlanAsync(string text)
    {
        var file = CardFile.Read(text, desk.Id, Some.Office, Some.Id);
        return new CardMatching(Database).PlanAsync(desk.Id, file.Cards, Cancel);
    }

    private async Task<BookOutcome> ImportAsync(string text) => await ImportAsync(await PlanAsync(text));

    private Task<BookOutcome> ImportAsync(IReadOnlyList<ImportLine> lines, Action<int>? written = null, CancellationToken? cancel = null) =>
        new BookImport(Pen).ImportAsync(desk.Id, ImportDecision.Of(lines, AsProposed), Some.Id(), "alex", written ?? (_ => { }), cancel ?? Cancel);

    private async Task<Contact?> FindAsync(string name) => (await Book.AllAsync(desk.Id, Cancel)).SingleOrDefault(card => card.Name == name);

    private Task<int> CountAsync() => Database.ReadAsync(look => look.FirstOrDefaultAsync<int>("select count(*) from contacts"), Cancel);

    private Task<Guid?> ContactOfAsync(Guid call) =>
        Database.ReadAsync(look => look.FirstOrDefaultAsync<Guid?>("select contact_id from calls where id = @call", new { call }), Cancel);

    private static Guid Done(BookOutcome outcome) => Assert.IsType<BookOutcome.Done>(outcome).ActId;
}

public sealed class BookImportOnSqlite() : BookImportTests(DatabaseEngine.Sqlite);

public sealed class BookImportOnSqlServer() : BookImportTests(DatabaseEngine.SqlServer);
