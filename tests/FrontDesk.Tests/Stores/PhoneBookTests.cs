using FrontDesk.Calls;
using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Web;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using Xunit;

namespace FrontDesk.Tests.Stores;

public abstract class PhoneBookTests(DatabaseEngine engine) : StoreTest(engine)
{
    private static readonly CallerId.Phone HisNumber = new(PhoneNumber.Parse("+13105550142"));
    private readonly Desk desk = Some.Desk();

    private PhoneBook Book => field ??= new(Database);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await new DeskBook(Database).SaveAsync(desk, Cancel);
    }

    [Fact]
    public async Task A_number_on_one_card_is_that_caller()
    {
        var john = Some.Contact(desk, "John Smith", "+13105550142", "+13105550143");
        await Book.SaveAsync(john, Cancel);

        Assert.Equal(new Caller.Known(john.Id, "John Smith", HisNumber.Number), await Book.IdentifyAsync(desk.Id, HisNumber, Cancel));
    }

    [Fact]
    public async Task A_number_that_two_cards_share_is_a_switchboard_and_names_nobody()
    {
        await Book.SaveAsync(Some.Contact(desk, "John Smith", "+13105550142"), Cancel);
        await Book.SaveAsync(Some.Contact(desk, "Danni Okafor", "+13105550142"), Cancel);

        Assert.Equal(new Caller.Stranger(HisNumber), await Book.IdentifyAsync(desk.Id, HisNumber, Cancel));
    }

    [Fact]
    public async Task A_number_written_twice_on_one_card_is_still_that_caller()
    {
        await Book.SaveAsync(Some.Contact(desk, "John Smith", "+13105550142", "+13105550142"), Cancel);

        Assert.IsType<Caller.Known>(await Book.IdentifyAsync(desk.Id, HisNumber, Cancel));
    }

    [Fact]
    public async Task One_desk_does_not_know_the_callers_of_another()
    {
        var other = Some.Desk("other", "+13105550190");
        await new DeskBook(Database).SaveAsync(other, Cancel);
        await Book.SaveAsync(Some.Contact(other, "John Smith", "+13105550142"), Cancel);

        Assert.Equal(new Caller.Stranger(HisNumber), await Book.IdentifyAsync(desk.Id, HisNumber, Cancel));
    }

    [Fact]
    public async Task Who_gives_no_number_is_withheld_and_who_gives_something_else_a_stranger()
    {
        Assert.Equal(new Caller.Withheld(), await Book.IdentifyAsync(desk.Id, new CallerId.Withheld(), Cancel));
        Assert.IsType<Caller.Stranger>(await Book.IdentifyAsync(desk.Id, new CallerId.Sip("sip:john@example.org"), Cancel));
    }

    [Fact]
    public async Task A_card_comes_back_as_it_was_saved()
    {
        var john = Some.Contact(desk, "John Smith", "+13105550142", "+13105550143") with
        {
            Pronunciation = "JON",
            Company = "Big Pictures",
            Standing = Standing.TooImportantNotTo,
            WantsToTalk = true,
            Wakes = true,
            Notes = "Prefers mornings.",
            Matters = [new Matter { Id = Some.Id(), Name = "Big Merger", Words = ["merger", "big merger"] }],
        };
        await Book.SaveAsync(john, Cancel);

        Assert.Equivalent(john with { Version = 1 }, await Book.FindAsync(john.Id, Cancel), strict: true);
        Assert.Equivalent(john with { Version = 1 }, Assert.Single(await Book.AllAsync(desk.Id, Cancel)), strict: true);
    }

    [Fact]
    public async Task Of_two_who_change_a_card_the_second_is_told()
    {
        var john = Some.Contact(desk, "John Smith", "+13105550142");
        await Book.SaveAsync(john, Cancel);

        Assert.Equal(SaveOutcome.Saved, await Book.SaveAsync(john with { Version = 1, Numbers = [], Notes = "first" }, Cancel));
        Assert.Equal(SaveOutcome.Stale, await Book.SaveAsync(john with { Version = 1, Notes = "second" }, Cancel));

        var kept = await Book.FindAsync(john.Id, Cancel);
        Assert.Equal(("first", 2), (kept!.Notes, kept.Version));
        Assert.Empty(kept.Numbers);
    }

    [Fact]
    public async Task The_desks_own_matters_are_nobodys()
    {
        Matter[] matters = [new() { Id = Some.Id(), Name = "The pilot", Words = ["pilot"] }];
        await Book.SaveMattersAsync(desk.Id, matters, Cancel);
        await Book.SaveAsync(Some.Contact(desk, "John Smith", "+13105550142"), Cancel);

        Assert.Equivalent(matters, await Book.MattersAsync(desk.Id, Cancel), strict: true);
    }
}

public sealed class PhoneBookOnSqlite() : PhoneBookTests(DatabaseEngine.Sqlite);

public sealed class PhoneBookOnSqlServer() : PhoneBookTests(DatabaseEngine.SqlServer);
