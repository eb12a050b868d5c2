using FrontDesk.Sheet;
using FrontDesk.Tests.Reminders;
using FrontDesk.Web;
using FrontDesk.Web.Brief;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using Xunit;

namespace FrontDesk.Tests.Stores;

public sealed class BriefCallOnSqliteTests() : BriefCallTests(DatabaseEngine.Sqlite);

public sealed class BriefCallOnSqlServerTests() : BriefCallTests(DatabaseEngine.SqlServer);

/// <summary>The boss has keyed the PIN: what each key does, once.</summary>
public abstract class BriefCallTests(DatabaseEngine engine) : StoreTest(engine)
{
    private const string Sid = "CA00000000000000000000000000000001";
    private const string Other = "CA00000000000000000000000000000002";

    private RemindedDesk desk = null!;
    private BriefCalls brief = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        desk = await RemindedDesk.OpenAsync(Database);
        brief = new BriefCalls(
            Database, desk.Book, new CurrentSheet(new SheetStore(Database), desk.Book, desk.Clock), desk.Marks, new SheetChanges(), new ReminderBell(), desk.Clock);
        await desk.DoAsync("insert into brief_desks (desk_id, pin_hash, pin_set_at, speed) values (@Id, 'none', 0, 100)", new { desk.Desk.Id });
        await desk.Book.ReloadAsync(Cancel);
        await AsapAsync("Danni Okafor", 43);
        await AsapAsync("Ann Bell", 44);
        await AsapAsync("Cy Dunn", 45);
    }

    [Fact]
    public async Task The_lines_come_one_after_the_other_and_then_that_is_all()
    {
        Assert.Equal("3 ASAP. Danni Okafor, Big Merger.", (await BeginAsync()).Words);
        Assert.Equal(["Ann Bell, Big Merger.", "Cy Dunn, Big Merger.", "That's all."], [await PressAsync(""), await PressAsync("9"), await PressAsync("#")]);
        Assert.True((await brief.PressedAsync(Sid, 4, "", Cancel))!.HangsUp);
    }

    [Fact]
    public async Task Back_again_and_a_key_that_means_nothing_stay_where_they_should()
    {
        await BeginAsync();
        Assert.Equal("Ann Bell, Big Merger.", await PressAsync("9"));
        Assert.Equal("Ann Bell, Big Merger.", await PressAsync("*"));
        Assert.Equal("3 ASAP. Danni Okafor, Big Merger.", await PressAsync("7"));
        Assert.Equal("3 ASAP. Danni Okafor, Big Merger.", await PressAsync("7"));
        Assert.StartsWith("1 connect.", await PressAsync("5"), StringComparison.Ordinal);
        Assert.Equal("Ann Bell, Big Merger.", await PressAsync(""));
    }

    [Fact]
    public async Task A_boss_who_is_away_is_told_when_by_the_wall_where_she_is()
    {
        await desk.ChangeAsync(as_was => as_was with { Stays = [new("Europe/London", new(2026, 11, 23, 12, 0, 0), new(2026, 11, 30, 12, 0, 0))] });
        await BeginAsync();
        // Ten in the morning in California.
        Assert.Matches("Called 6:0[0-9] PM", await PressAsync("2"));
    }

    [Fact]
    public async Task Back_on_an_empty_sheet_there_is_still_nothing_to_return()
    {
        await desk.DoAsync("update calls set ball = 3");
        var nothing = (await BeginAsync()).Words;
        Assert.Equal(nothing, await PressAsync("7"));
        Assert.Equal(nothing, await PressAsync("*"));
    }

    [Fact]
    public async Task Three_marks_the_line_that_was_read_and_a_repeated_delivery_marks_nothing_more()
    {
        await BeginAsync();
        Assert.Equal("Returned. Ann Bell, Big Merger.", await PressAsync("3"));
        Assert.Equal("Returned. Ann Bell, Big Merger.", (await brief.PressedAsync(Sid, 1, "3", Cancel))!.Words);
        Assert.Equal("Returned. Ann Bell, Big Merger.", (await brief.PressedAsync(Sid, 1, "9", Cancel))!.Words);
        Assert.Equal(1, await desk.ValueAsync<int>("select count(*) from calls where ball = 3"));
        Assert.Equal(1, await desk.ValueAsync<int>("select count(*) from marks"));
        Assert.Equal("boss, by key", await desk.ValueAsync<string>("select by_whom from marks"));
    }

    [Fact]
    public async Task What_somebody_else_marked_meanwhile_is_off_the_sheet_already()
    {
        await BeginAsync();
        await desk.ReturnAsync(await desk.ValueAsync<Guid>("select id from calls where said_name = 'Danni Okafor'"));
        Assert.StartsWith("That one is off the sheet. Ann Bell", await PressAsync("3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task B68_what_changed_while_it_was_read_is_told_at_the_end()
    {
        await BeginAsync();
        desk.Clock.Now += TimeSpan.FromMinutes(1);
        await AsapAsync("Zoe Zander", 46);
        await desk.ReturnAsync(await desk.ValueAsync<Guid>("select id from calls where said_name = 'Ann Bell'"));
        Assert.Equal("Ann Bell, Big Merger.", await PressAsync(""));
        Assert.Equal("Cy Dunn, Big Merger.", await PressAsync(""));
        Assert.Equal("1 more since we began. Zoe Zander, Big Merger.", await PressAsync(""));
        Assert.StartsWith("Returned.", await PressAsync("3"), StringComparison.Ordinal);
        Assert.Equal(3, await desk.ValueAsync<int>("select place from briefs") - 1);
        Assert.Contains("Ann Bell is off the sheet", (await brief.AgainAsync(Sid, Cancel))!.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task B67_a_line_that_drops_is_taken_up_where_it_was()
    {
        await BeginAsync();
        await PressAsync("9");
        desk.Clock.Now += TimeSpan.FromMinutes(10);
        Assert.Equal("We were at Ann Bell. Press 1 to start over.", (await BeginAsync(Other)).Words);
        Assert.Equal("Ann Bell, Big Merger.", await PressAsync("", Other));
        Assert.Null(await brief.PressedAsync(Sid, 2, "3", Cancel));
    }

    [Fact]
    public async Task B67_or_from_the_start()
    {
        await BeginAsync();
        await PressAsync("9");
        await BeginAsync(Other);
        Assert.Equal("3 ASAP. Danni Okafor, Big Merger.", await PressAsync("1", Other));
    }

    [Fact]
    public async Task After_a_while_and_after_the_end_it_starts_anew()
    {
        await BeginAsync();
        desk.Clock.Now += TimeSpan.FromHours(3);
        Assert.StartsWith("3 ASAP.", (await BeginAsync(Other)).Words, StringComparison.Ordinal);
        for (var line = 0; line < 3; line++)
        {
            await PressAsync("", Other);
        }

        Assert.StartsWith("3 ASAP.", (await BeginAsync("CA" + new string('3', 32))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_since_the_boss_last_asked_goes_first()
    {
        await BeginAsync();
        desk.Clock.Now += TimeSpan.FromHours(3);
        await AsapAsync("Zoe Zander", 46);
        Assert.Equal("4 ASAP. New: Zoe Zander, Big Merger.", (await BeginAsync(Other)).Words);
        Assert.Equal("Earlier: Danni Okafor, Big Merger.", await PressAsync("", Other));
    }

    [Fact]
    public async Task Slower_and_faster_are_remembered_for_the_next_time()
    {
        await BeginAsync();
        Assert.Equal(115, (await brief.PressedAsync(Sid, 1, "6", Cancel))!.Speed);
        Assert.Equal(130, (await brief.PressedAsync(Sid, 2, "6", Cancel))!.Speed);
        Assert.Equal(115, (await brief.PressedAsync(Sid, 3, "4", Cancel))!.Speed);
        desk.Clock.Now += TimeSpan.FromHours(3);
        Assert.Equal(115, (await BeginAsync(Other)).Speed);
    }

    [Fact]
    public async Task One_rings_them_and_afterwards_the_next_line_follows()
    {
        await Database.WriteAsync(work => work.ExecuteAsync("update calls set number = caller_from"), Cancel);
        await BeginAsync();
        Assert.StartsWith("Calling Danni Okafor.", await PressAsync("1"), StringComparison.Ordinal);
        await desk.RoundAsync();
        Assert.Equal("+13105550143", Assert.Single(desk.Carrier.Calls).To);
        Assert.Equal("Ann Bell, Big Merger.", await PressAsync(""));
    }

    [Fact]
    public async Task Zero_tells_where_the_assistant_is_if_that_is_on_file()
    {
        await BeginAsync();
        Assert.StartsWith("No number of your assistant", await PressAsync("0"), StringComparison.Ordinal);
        await desk.ChangeAsync(of => of with { AssistantNumber = PhoneNumber.Parse("+13105550104") });
        Assert.Equal("Your assistant is on: 3 1 0, 5 5 5, 0 1 0 4,", await PressAsync("0"));
    }

    [Fact]
    public async Task An_empty_sheet_says_so()
    {
        await desk.DoAsync("update calls set ball = 3");
        Assert.Equal("Nothing to return.", (await BeginAsync()).Words);
        Assert.Equal("That's all.", await PressAsync("3"));
        Assert.Equal(BriefSpeech.Goodbye, await PressAsync(""));
    }

    [Fact]
    public async Task The_boss_s_own_call_is_on_the_log_and_nobody_owes_it()
    {
        var own = await desk.RangAsync(null, "x", "+13105550101");
        await desk.DoAsync("update calls set call_sid = @Sid, live = 1, said_name = null, regarding = null where id = @own", new { Sid, own });
        Assert.Equal("3 ASAP. Danni Okafor, Big Merger.", (await BeginAsync()).Words);
        Assert.Equal("Margaret Miller", await desk.ValueAsync<string>("select said_name from calls where live = 1 and ball = 3 and regarding = 'the brief'"));
    }

    [Fact]
    public async Task Her_calls_that_ended_at_the_PIN_are_not_read_to_her_but_whoever_said_something_on_her_phone_is()
    {
        await desk.RangAsync(null, "Paula Reyes", "+13105550101");
        var unsaid = await desk.RangAsync(null, "x", "+13105550101");
        await desk.DoAsync("update calls set said_name = null, number = null, regarding = null, party = 'x' where id = @unsaid", new { unsaid });
        await BeginAsync();
        await PressAsync("");
        await PressAsync("");
        Assert.Contains("Maybe: Paula Reyes", await PressAsync(""), StringComparison.Ordinal);
        Assert.Equal("That's all.", await PressAsync(""));
    }

    [Fact]
    public async Task A_day_later_old_briefs_are_gone()
    {
        await BeginAsync();
        desk.Clock.Now += TimeSpan.FromDays(2);
        await BeginAsync(Other);
        Assert.Equal(1, await desk.ValueAsync<int>("select count(*) from briefs"));
        Assert.Equal(1, await desk.ValueAsync<int>("select count(*) from brief_turns"));
    }

    private Task<BriefAnswer> BeginAsync(string sid = Sid) => brief.BeginAsync(desk.Book.WithId(desk.Desk.Id)!, sid, RemindedDesk.Cell, Cancel);

    /// <summary>The key of the turn that is next.</summary>
    private async Task<string> PressAsync(string key, string sid = Sid) =>
        (await brief.PressedAsync(sid, (await brief.AgainAsync(sid, Cancel))!.Turn, key, Cancel))!.Words;

    private async Task AsapAsync(string name, int number)
    {
        await desk.RangAsync(null, name, $"+131055501{number}", CallCode.CallAsap);
        desk.Clock.Now += TimeSpan.FromSeconds(1);
    }
}
