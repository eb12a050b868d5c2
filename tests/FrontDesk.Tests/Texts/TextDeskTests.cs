using FrontDesk.Reminders;
using FrontDesk.Tests.Reminders;
using FrontDesk.Tests.Stores;
using FrontDesk.Web;
using Xunit;

namespace FrontDesk.Tests.Texts;

public sealed class TextDeskOnSqliteTests() : TextDeskTests(DatabaseEngine.Sqlite);

public sealed class TextDeskOnSqlServerTests() : TextDeskTests(DatabaseEngine.SqlServer);

/// <summary>What the desk does with texts.</summary>
public abstract class TextDeskTests(DatabaseEngine engine) : StoreTest(engine)
{
    private static readonly PhoneNumber Stranger = PhoneNumber.Parse("+13105550177");

    [Fact]
    public async Task One_texted_back_marks_the_call_returned_stops_its_reminders_and_says_so()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        var call = await desk.DanniRangAsync();
        await desk.RoundAsync();
        await desk.SaysAsync("1");
        await desk.PassesAsync(TimeSpan.FromHours(3));

        Assert.Equal(["FrontDesk", "Thank you. Danni Okafor is marked as returned."], Bodies(desk));
        Assert.Equal(3, await desk.ValueAsync<int>("select ball from calls"));
        Assert.DoesNotContain(await desk.RowsAsync(call), row => row.State == ReminderState.Pending);
        Assert.Equal("boss, by text", await desk.ValueAsync<string>("select by_whom from marks"));
    }

    [Fact]
    public async Task S89_the_same_text_delivered_again_has_no_second_effect()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.DanniRangAsync();
        await desk.RoundAsync();
        await desk.DanniRangAsync("Gwyneth Lloyd", "+13105550144");
        await desk.SaysAsync("1", sid: "SM1");
        await desk.RoundAsync();
        await desk.SaysAsync("1", sid: "SM1");
        await desk.RoundAsync();
        Assert.Equal(1, await desk.ValueAsync<int>("select count(*) from calls where ball = 3"));
        Assert.Equal(1, await desk.ValueAsync<int>("select count(*) from texts where direction = 1"));
    }

    [Fact]
    public async Task Two_texted_back_moves_the_next_reminder_to_half_an_hour_from_now()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.DanniRangAsync();
        await desk.PassesAsync(TimeSpan.FromMinutes(1));
        await desk.SaysAsync("2");
        await desk.RoundAsync();
        Assert.Equal("I will remind you at 10:31 AM.", desk.Carrier.Texts.Last().Body);
        await desk.PassesAsync(TimeSpan.FromMinutes(4));
        await desk.ReportsAsync(FrontDesk.Texts.TextStatus.Delivered);
        desk.Carrier.TextStatus = "delivered";
        await desk.PassesAsync(TimeSpan.FromMinutes(25.5));
        Assert.Equal(2, desk.Carrier.Texts.Count);
        await desk.PassesAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(3, desk.Carrier.Texts.Count);
    }

    [Fact]
    public async Task Three_texted_back_is_answered_at_once_and_the_boss_is_rung()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.DanniRangAsync();
        await desk.RoundAsync();
        await desk.SaysAsync("3");
        await desk.RoundAsync();
        Assert.Equal("I will call you now and connect you with Danni Okafor.", desk.Carrier.Texts.Last().Body);
        Assert.Equal(RemindedDesk.Cell.E164, Assert.Single(desk.Carrier.Calls).To);
    }

    [Fact]
    public async Task With_nothing_to_return_a_1_says_so()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.SaysAsync("1");
        await desk.RoundAsync();
        Assert.Equal("There is nothing to return just now.", Assert.Single(desk.Carrier.Texts).Body);
    }

    [Fact]
    public async Task S98_a_stranger_commands_nothing_and_is_answered_once_a_day()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.DanniRangAsync();
        await desk.RoundAsync();
        await desk.SaysAsync("1", Stranger);
        await desk.SaysAsync("RETURNED 3", Stranger);
        await desk.RoundAsync();
        Assert.Equal(0, await desk.ValueAsync<int>("select count(*) from calls where ball = 3"));
        Assert.Equal(1, desk.Carrier.Texts.Count(text => text.To == Stranger.E164));
        Assert.Equal(2, await desk.ValueAsync<int>("select count(*) from texts where direction = 1"));

        desk.Clock.Now += TimeSpan.FromHours(25);
        await desk.SaysAsync("hello?", Stranger);
        await desk.RoundAsync();
        Assert.Equal(2, desk.Carrier.Texts.Count(text => text.To == Stranger.E164));
    }

    [Fact]
    public async Task S97_strangers_by_the_hundred_do_not_make_the_desk_text_the_world()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        for (var i = 0; i < 60; i++)
        {
            await desk.SaysAsync("hi", PhoneNumber.Parse(RemindedDesk.Fictional(i)));
            await desk.RoundAsync();
        }

        Assert.Equal(20, desk.Carrier.Texts.Count);
    }

    [Fact]
    public async Task Two_machines_do_not_answer_each_other_for_ever_and_a_person_is_heard_again()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        for (var i = 0; i < 20; i++)
        {
            desk.Clock.Now += TimeSpan.FromSeconds(1);
            await desk.SaysAsync($"I am away until Monday ({i}).");
            await desk.RoundAsync();
        }

        Assert.Equal(5, desk.Carrier.Texts.Count);
        desk.Clock.Now += TimeSpan.FromSeconds(1);
        await desk.SaysAsync("1");
        desk.Clock.Now += TimeSpan.FromSeconds(1);
        await desk.SaysAsync("what?");
        await desk.RoundAsync();
        Assert.Equal(7, desk.Carrier.Texts.Count);
    }

    [Fact]
    public async Task The_desk_never_answers_one_of_its_own_lines()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.SaysAsync("1", RemindedDesk.Office);
        await desk.RoundAsync();
        Assert.Empty(desk.Carrier.Texts);
        Assert.Equal(1, await desk.ValueAsync<int>("select count(*) from texts"));
    }

    [Fact]
    public async Task S100_STOP_closes_the_channel_without_an_answer_and_START_opens_it_again()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.SaysAsync("stop");
        await desk.DanniRangAsync();
        await desk.RoundAsync();
        Assert.Empty(desk.Carrier.Texts);
        Assert.Single(desk.Carrier.Calls);
        Assert.NotNull(desk.Book.WithId(desk.Desk.Id)!.Phones[0].TextsClosedAt);

        await desk.SaysAsync("START");
        await desk.PassesAsync(TimeSpan.FromMinutes(16));
        Assert.Single(desk.Carrier.Texts);
    }

    [Fact]
    public async Task A_text_on_a_line_no_desk_has_claimed_is_written_down_and_not_answered()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.Texts.TakeInAsync(
            new FrontDesk.Web.Texts.IncomingText("SM1", Stranger.E164, PhoneNumber.Parse("+13105550199"), "hello", FrontDesk.Texts.TextCommand.Parse("hello")), Cancel);
        await desk.RoundAsync();
        Assert.Empty(desk.Carrier.Texts);
        Assert.Equal(1, await desk.ValueAsync<int>("select count(*) from texts where desk_id is null"));
    }

    [Fact]
    public async Task An_answer_the_carrier_did_not_process_is_tried_again_and_one_it_lost_is_not_sent_twice()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        desk.Carrier.RefusesNext(new FrontDesk.Web.Telephony.SendOutcome.NotProcessed("HTTP 429"));
        desk.Carrier.AnswersNext(new FrontDesk.Web.Telephony.SendOutcome.Unknown("HTTP 500"));
        await desk.SaysAsync("1");
        await desk.PassesAsync(TimeSpan.FromMinutes(5));
        Assert.Single(desk.Carrier.Texts);
        Assert.Equal(6, await desk.ValueAsync<int>("select state from intents"));
    }

    private static IEnumerable<string> Bodies(RemindedDesk desk) =>
        desk.Carrier.Texts.Select(text => text.Body!.StartsWith("FrontDesk", StringComparison.Ordinal) ? "FrontDesk" : text.Body);
}
