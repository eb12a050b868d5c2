using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Tests.Sheet;
using FrontDesk.Web;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using Xunit;

namespace FrontDesk.Tests.Stores;

public abstract class BlockedNumbersTests(DatabaseEngine engine) : StoreTest(engine)
{
    private static readonly PhoneNumber Johns = PhoneNumber.Parse("+13105550142");
    private static readonly BlockedNumber JohnsBlock = new() { Number = Johns, Why = "sells ladders", By = "Jamie", At = Some.Morning };
    private readonly Desk desk = Some.Desk();

    private BlockedNumbers Blocked => field ??= new(Database, new SheetChanges(), new ReminderBell());

    private PhoneBook Book => field ??= new(Database);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await new DeskBook(Database).SaveAsync(desk, Cancel);
    }

    [Fact]
    public async Task A_blocked_number_is_known_for_it_when_it_rings_and_forgotten_when_unblocked()
    {
        Assert.True(await Blocked.BlockAsync(desk.Id, JohnsBlock, Cancel));

        Assert.Equal(new Caller.Stranger(new CallerId.Phone(Johns)) { IsBlocked = true }, await Book.IdentifyAsync(desk.Id, new CallerId.Phone(Johns), Cancel));
        Assert.Equal(JohnsBlock, await Blocked.FindAsync(desk.Id, Johns, Cancel));

        Assert.True(await Blocked.UnblockAsync(desk.Id, Johns, Cancel));
        Assert.False((await Book.IdentifyAsync(desk.Id, new CallerId.Phone(Johns), Cancel)).IsBlocked);
        Assert.False(await Blocked.UnblockAsync(desk.Id, Johns, Cancel));
    }

    [Fact]
    public async Task Whose_card_it_is_is_known_all_the_same_and_a_switchboard_stays_nobodys()
    {
        await Blocked.BlockAsync(desk.Id, JohnsBlock, Cancel);
        await Book.SaveAsync(Some.Contact(desk, "John Smith", Johns.E164), Cancel);
        Assert.True(Assert.IsType<Caller.Known>(await Book.IdentifyAsync(desk.Id, new CallerId.Phone(Johns), Cancel)).IsBlocked);

        await Book.SaveAsync(Some.Contact(desk, "Danni Okafor", Johns.E164), Cancel);
        Assert.True(Assert.IsType<Caller.Stranger>(await Book.IdentifyAsync(desk.Id, new CallerId.Phone(Johns), Cancel)).IsBlocked);
    }

    [Fact]
    public async Task Blocked_twice_it_is_blocked_once_and_keeps_its_first_reason()
    {
        await Blocked.BlockAsync(desk.Id, JohnsBlock, Cancel);

        Assert.False(await Blocked.BlockAsync(desk.Id, JohnsBlock with { By = "Alex", Why = null }, Cancel));
        Assert.Equal([JohnsBlock], await Blocked.AllAsync(desk.Id, Cancel));
    }

    [Fact]
    public async Task One_desk_blocks_for_itself_alone()
    {
        var other = Some.Desk("other", "+13105550190");
        await new DeskBook(Database).SaveAsync(other, Cancel);

        await Blocked.BlockAsync(other.Id, JohnsBlock, Cancel);

        Assert.False((await Book.IdentifyAsync(desk.Id, new CallerId.Phone(Johns), Cancel)).IsBlocked);
    }

    [Fact]
    public async Task The_calls_that_are_owed_already_sink_at_once_and_rise_again()
    {
        await Database.RingsAsync(desk, new SeedCall());
        var store = new SheetStore(Database);

        await Blocked.BlockAsync(desk.Id, JohnsBlock, Cancel);
        Assert.True(Assert.Single(await store.OwedAsync(desk.Id, Cancel)).IsBlocked);
        Assert.Equal(0, await Database.ReadAsync(look => look.FirstOrDefaultAsync<int>("select planned from calls"), Cancel));

        await Blocked.UnblockAsync(desk.Id, Johns, Cancel);
        Assert.False(Assert.Single(await store.OwedAsync(desk.Id, Cancel)).IsBlocked);
    }

    [Fact]
    public async Task Of_a_number_that_may_be_forged_the_sheet_knows_whose_card_it_is_on()
    {
        await Book.SaveAsync(Some.Contact(desk, "Danni Okafor", Johns.E164), Cancel);
        var forged = await Database.RingsAsync(desk, new SeedCall());
        await Database.RingsAsync(desk, new SeedCall());
        await Database.WriteAsync(work => work.ExecuteAsync("update calls set stir = 'TN-Validation-Failed' where id = @forged", new { forged }), Cancel);

        var owed = await new SheetStore(Database).OwedAsync(desk.Id, Cancel);

        Assert.Equal((StirVerdict.Failed, "Danni Okafor"), owed.Where(call => call.Id == forged).Select(call => (call.Stir, call.NumberIsOf)).Single());
        Assert.Null(owed.Single(call => call.Id != forged).NumberIsOf);
    }
}

public sealed class BlockedNumbersOnSqlite() : BlockedNumbersTests(DatabaseEngine.Sqlite);

public sealed class BlockedNumbersOnSqlServer() : BlockedNumbersTests(DatabaseEngine.SqlServer);
