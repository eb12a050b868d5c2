using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Ledger;
using FrontDesk.Tests.Sheet;
using FrontDesk.Web;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;
using Xunit;

namespace FrontDesk.Tests.Stores;

public abstract class SheetStoreTests(DatabaseEngine engine) : StoreTest(engine)
{
    private readonly Desk desk = Some.Desk();

    private SheetStore Store => field ??= new(Database);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await new DeskBook(Database).SaveAsync(desk, Cancel);
    }

    [Fact]
    public async Task A_call_from_the_book_comes_with_its_card()
    {
        var john = Some.Contact(desk, "John Smith", "+13105550177", "+13105550142") with
        {
            Pronunciation = "JON",
            Company = "Big Pictures",
            Standing = Standing.TooImportantNotTo,
            WantsToTalk = true,
            Matters = [new Matter { Id = Some.Id(), Name = "Big Merger", Words = ["merger"] }],
        };
        await new PhoneBook(Database).SaveAsync(john, Cancel);
        await Database.RingsAsync(desk, new SeedCall { ContactId = john.Id, SaidName = "Jon Smyth", Number = "+13105550199" });

        var call = Assert.Single(await Store.OwedAsync(desk.Id, Cancel));

        Assert.Equal(("John Smith", "JON", "Big Pictures"), (call.Name, call.Pronunciation, call.Company));
        Assert.Equal((Standing.TooImportantNotTo, true), (call.Standing, call.WantsToTalk));
        Assert.Equal("Big Merger", Assert.Single(call.Matters).Name);
        // The number given, the one rung from, then the card's others.
        Assert.Equal(["+13105550199", "+13105550142", "+13105550177"], call.Numbers.Select(number => number.E164));
    }

    [Fact]
    public async Task A_stranger_comes_with_what_was_said()
    {
        await Database.RingsAsync(desk, new SeedCall { Step = FrontDesk.Calls.ScriptStep.Regarding, Regarding = null });

        var call = Assert.Single(await Store.OwedAsync(desk.Id, Cancel));

        Assert.Equal("John Smith", call.Name);
        Assert.Null(call.ContactId);
        Assert.Equal(FrontDesk.Calls.ScriptStep.Regarding, call.HungUpAt);
    }

    [Fact]
    public async Task What_nobody_owes_any_more_and_what_is_another_desks_is_not_on_the_sheet()
    {
        var other = Some.Desk("other", "+13105550190");
        await new DeskBook(Database).SaveAsync(other, Cancel);
        var ours = await Database.RingsAsync(desk, new SeedCall());
        var theirs = await Database.RingsAsync(desk, new SeedCall { Ball = Ball.Theirs });
        await Database.RingsAsync(desk, new SeedCall { Ball = Ball.Nobody });
        await Database.RingsAsync(other, new SeedCall());
        var unclaimed = await Database.RingsAsync(null, new SeedCall { LineNumber = "+13105550155" });

        Assert.Equal([ours, theirs], (await Store.OwedAsync(desk.Id, Cancel)).Select(call => call.Id).ToHashSet());
        Assert.Equal([unclaimed], (await Store.OwedAsync(null, Cancel)).Select(call => call.Id));
    }

    [Fact]
    public async Task Who_rings_after_we_left_word_returns_our_call()
    {
        var at = Some.Morning.AddHours(-2);
        await Database.RingsAsync(desk, new SeedCall { Direction = FrontDesk.Calls.CallDirection.Outbound, Ball = Ball.Theirs, ReceivedAt = at });
        await Database.RingsAsync(desk, new SeedCall());
        await Database.RingsAsync(desk, new SeedCall { Party = null, CallerFrom = "anonymous", Number = null });

        var calls = await Store.OwedAsync(desk.Id, Cancel);

        Assert.Equal(2, calls.Count);
        Assert.Equal(at, calls.Single(call => call.Party is not null).WeCalledAt);
        Assert.Null(calls.Single(call => call.Party is null).WeCalledAt);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public async Task However_many_calls_are_owed_four_statements_read_them(int owed)
    {
        for (var number = 0; number < owed; number++)
        {
            var contact = Some.Contact(desk, $"Caller {number}", $"+131055502{number:00}");
            await new PhoneBook(Database).SaveAsync(contact, Cancel);
            await Database.RingsAsync(desk, new SeedCall { Id = Some.Id(), Party = contact.Id.ToString(), ContactId = contact.Id });
        }

        var statements = new List<string>();
        Database.Dialect.Overhears = statements.Add;
        var calls = await Store.OwedAsync(desk.Id, Cancel);
        Database.Dialect.Overhears = null;

        Assert.Equal(owed, calls.Count);
        Assert.All(calls, call => Assert.StartsWith("Caller ", call.Name, StringComparison.Ordinal));
        Assert.Equal(4, statements.Count);
        if (Database.Engine == DatabaseEngine.Sqlite)
        {
            await AssertHistoryIsNotReadAsync(statements);
        }
    }

    // SQLite says which index a statement goes through; a scan of the calls would grow with history.
    private async Task AssertHistoryIsNotReadAsync(IEnumerable<string> statements)
    {
        foreach (var statement in statements)
        {
            var plan = await Database.ReadAsync(
                look => look.QueryAsync<Step>($"explain query plan {statement}", new { deskId = desk.Id }), Cancel);
            Assert.All(
                plan.Where(step => step.Detail.Contains("calls", StringComparison.Ordinal)),
                step => Assert.Contains("INDEX calls_owed", step.Detail, StringComparison.Ordinal));
            Assert.DoesNotContain(plan, step => step.Detail.StartsWith("SCAN", StringComparison.Ordinal) && !step.Detail.Contains("SUBQUERY", StringComparison.Ordinal));
        }
    }

    private sealed record Step
    {
        public string Detail { get; init; } = "";
    }
}

public sealed class SheetStoreOnSqlite() : SheetStoreTests(DatabaseEngine.Sqlite);

public sealed class SheetStoreOnSqlServer() : SheetStoreTests(DatabaseEngine.SqlServer);
