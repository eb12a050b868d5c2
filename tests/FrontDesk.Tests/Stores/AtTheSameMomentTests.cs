using FrontDesk.Calls;
using FrontDesk.Reach;
using FrontDesk.Tests.Reminders;
using FrontDesk.Web;
using FrontDesk.Web.Brief;
using FrontDesk.Web.Reach;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.SignIn;
using FrontDesk.Web.Telephony;
using Microsoft.AspNetCore.Identity;
using Xunit;

namespace FrontDesk.Tests.Stores;

public sealed class AtTheSameMomentOnSqlite() : AtTheSameMomentTests(DatabaseEngine.Sqlite);

public sealed class AtTheSameMomentOnSqlServer() : AtTheSameMomentTests(DatabaseEngine.SqlServer);

/// <summary>What happens in the same moment, on several nodes perhaps, comes out as if one had been after the other.</summary>
public abstract class AtTheSameMomentTests(DatabaseEngine engine) : StoreTest(engine)
{
    private const int Many = 8;

    [Fact]
    public async Task A_text_delivered_by_several_is_answered_once()
    {
        var desk = await RemindedDesk.OpenAsync(Database);

        await ManyAsync(_ => desk.SaysAsync("5", sid: "SMtwice"));

        Assert.Equal((1, 1), (await desk.ValueAsync<int>("select count(*) from intents"), await desk.ValueAsync<int>("select count(*) from texts where message_sid = 'SMtwice'")));
    }

    [Fact]
    public async Task A_question_is_answered_by_one_of_two_texts_and_the_other_is_about_what_is_left()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.DanniRangAsync();
        await desk.DanniRangAsync("Gwyneth Lloyd", "+13105550144");
        await desk.RoundAsync();
        await desk.SaysAsync("1", sid: "SMwhich");

        await Task.WhenAll(Task.Run(() => desk.SaysAsync("1", sid: "SMone"), Cancel), Task.Run(() => desk.SaysAsync("1", sid: "SManother"), Cancel));

        Assert.Equal(0, await desk.ValueAsync<int>("select count(*) from calls where ball = 1"));
    }

    [Fact]
    public async Task Two_wishes_to_be_left_alone_are_one()
    {
        var desk = await RemindedDesk.OpenAsync(Database);

        await ManyAsync(at => desk.SaysAsync("9", sid: $"SM{at}"));

        Assert.Equal(1, await desk.ValueAsync<int>("select count(*) from holds"));
    }

    [Fact]
    public async Task Wrong_passwords_are_counted_one_after_the_other()
    {
        var hasher = new PasswordHasher<string>();
        await Database.WriteAsync(
            work => work.ExecuteAsync(
                "insert into users (id, name, password_hash, failures, stamp, created_at) values (@id, 'Jamie', @hash, 0, 'stamp', @now)",
                new { id = Some.Id(), hash = hasher.HashPassword("Jamie", "right"), now = Some.Morning }),
            Cancel);
        var book = new UserBook(Database, hasher, new StandingClock(Some.Morning));

        await ManyAsync(_ => book.CheckAsync("Jamie", "wrong", Cancel));

        Assert.Equal(5, await Database.ReadAsync(look => look.FirstOrDefaultAsync<int>("select failures from users"), Cancel));
    }

    [Fact]
    public async Task Wrong_PINs_are_counted_one_after_the_other()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        var pins = new PinBook(Database, new PasswordHasher<string>(), desk.Book, new ReminderBell(), desk.Clock);
        Assert.Null(await pins.SetAsync(desk.Book.All[0], "907155", Cancel));

        var outcomes = await ManyAsync(at => pins.TryAsync(desk.Book.All[0], Knocking(at), 1, "111222", Cancel));

        Assert.Equal((3, Many - 3), (outcomes.Count(outcome => outcome == PinOutcome.Wrong), outcomes.Count(outcome => outcome == PinOutcome.Shut)));
    }

    [Fact]
    public async Task Rounds_that_race_leave_word_once()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        var call = await desk.DanniRangAsync();
        await desk.DoAsync(
            "insert into reaches (id, desk_id, call_id, state, began_at, word, version) values (@id, @deskId, @call, @state, @now, 1, 0)",
            new { id = Some.Id(), deskId = desk.Desk.Id, call, state = ReachState.NotTaken, now = desk.Clock.Now });

        await ManyAsync(_ => desk.RoundAsync());

        Assert.Equal(WordPlan.Of(desk.Desk).Count, await desk.ValueAsync<int>("select count(*) from reach_attempts"));
        Assert.Equal(2, await desk.ValueAsync<int>("select word from reaches"));
    }

    [Fact]
    public async Task Rounds_that_race_give_a_phone_no_more_than_its_share()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        for (var caller = 0; caller < 3 * Many; caller++)
        {
            await desk.DanniRangAsync($"Caller {caller}", RemindedDesk.Fictional(caller));
            desk.Clock.Now += TimeSpan.FromSeconds(1);
        }

        await ManyAsync(_ => desk.RoundAsync());

        Assert.InRange(desk.Carrier.Texts.Count, 1, 5);
        Assert.Equal(desk.Carrier.Texts.Count, await desk.ValueAsync<int>("select count(*) from intents"));
    }

    private static async Task<IReadOnlyList<T>> ManyAsync<T>(Func<int, Task<T>> act) =>
        await Task.WhenAll(Enumerable.Range(0, Many).Select(at => Task.Run(() => act(at), Cancel)));

    private static Task ManyAsync(Func<int, Task> act) => Task.WhenAll(Enumerable.Range(0, Many).Select(at => Task.Run(() => act(at), Cancel)));

    private static IncomingCall Knocking(int at) => new()
    {
        CallSid = $"CA{at:x32}",
        From = CallerId.Of(RemindedDesk.Cell.E164),
        FromAsSent = RemindedDesk.Cell.E164,
        Dialled = RemindedDesk.Office.E164,
        Status = CallStatus.InProgress,
        Inbound = true,
        Heard = new Heard.Nothing(),
    };
}
