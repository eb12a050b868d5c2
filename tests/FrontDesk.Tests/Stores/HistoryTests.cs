using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Web;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Desks;
using Xunit;

namespace FrontDesk.Tests.Stores;

public abstract class HistoryTests(DatabaseEngine engine) : StoreTest(engine)
{
    private const string His = "+13105550142";
    private readonly Desk desk = Some.Desk();
    private int rung;

    private PhoneBook Book => field ??= new(Database);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await new DeskBook(Database).SaveAsync(desk, Cancel);
    }

    [Fact]
    public async Task Who_never_rang_has_no_earlier_calls() => Assert.Null(await EarlierAsync());

    [Fact]
    public async Task Filed_and_living_calls_count_and_the_newest_that_gave_a_name_tells()
    {
        await RangAsync("Jon", live: false);
        var telling = await RangAsync("John Smith", live: true, regarding: "the Big Merger");
        await RangAsync(null, live: true);

        Assert.Equal(new EarlierCalls(3, telling, "John Smith", PhoneNumber.Parse(His), "the Big Merger"), await EarlierAsync());
    }

    [Fact]
    public async Task Who_hung_up_at_the_greeting_was_not_heard_and_that_call_does_not_count()
    {
        await RangAsync("John Smith", live: false);
        await RangAsync(null, live: false, heard: false);
        await RangAsync(null, live: true, heard: false);

        Assert.Equal(1, (await EarlierAsync())?.Count);
    }

    [Fact]
    public async Task Talked_to_resets_the_count()
    {
        await RangAsync("John Smith", live: false);
        await RangAsync("John Smith", live: false, outcome: CallOutcome.TalkedTo);
        Assert.Null(await EarlierAsync());

        var telling = await RangAsync("John Smith", live: false, outcome: CallOutcome.LeftWord);
        Assert.Equal((1, telling), ((await EarlierAsync())!.Count, (await EarlierAsync())!.Telling));
    }

    [Fact]
    public async Task Another_desk_and_another_phone_know_nothing_of_it()
    {
        await RangAsync("John Smith", live: true);
        var other = Some.Desk("other", "+13105550190");
        await new DeskBook(Database).SaveAsync(other, Cancel);

        Assert.Null(await EarlierAsync(other, His));
        Assert.Null(await EarlierAsync(desk, "+13105550143"));
    }

    [Fact]
    public async Task The_call_itself_and_what_came_after_it_are_not_earlier()
    {
        var first = await RangAsync("John Smith", live: true);
        var second = await RangAsync("John Smith", live: true);
        var between = Some.Morning.AddHours(2).AddMinutes(-1);

        Assert.Equal((1, second), (await Book.EarlierCallsAsync(desk.Id, From(His), first, Some.Morning.AddDays(1), Cancel)) is { } one ? (one.Count, one.Telling) : default);
        Assert.Null(await Book.EarlierCallsAsync(desk.Id, From(His), first, between, Cancel));
    }

    private static Caller.Stranger From(string number) => new Caller.Stranger(CallerId.Of(number));

    private Task<EarlierCalls?> EarlierAsync(Desk? at = null, string number = His) =>
        Book.EarlierCallsAsync((at ?? desk).Id, From(number), Some.Id(), Some.Morning.AddDays(1), Cancel);

    private async Task<Guid> RangAsync(string? name, bool live, string? regarding = null, CallOutcome? outcome = null, bool heard = true)
    {
        var (id, at) = (Some.Id(), Some.Morning.AddHours(++rung));
        await Database.WriteAsync(
            work => work.ExecuteAsync(
                """
                insert into calls (id, desk_id, line_number, direction, call_sid, live, status, party, caller_from, said_name, number, regarding,
                  says_urgent, step, attempt, received_at, ended_at, ball, outcome, planned, version, nth_call)
                values (@id, @deskId, @line, 1, @sid, @live, 10, @his, @his, @name, @his, @regarding, 0, 9, 1, @at, @at, 1, @outcome, 1, 1, @nth)
                """,
                new { id, deskId = desk.Id, line = "+13105550100", sid = $"CA{rung:x32}", live, his = His, name, regarding, at, outcome = (int?)outcome, nth = heard ? 1 : (int?)null }),
            Cancel);
        return id;
    }
}

public sealed class HistoryOnSqlite() : HistoryTests(DatabaseEngine.Sqlite);

public sealed class HistoryOnSqlServer() : HistoryTests(DatabaseEngine.SqlServer);
