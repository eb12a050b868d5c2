using FrontDesk.Reminders;
using FrontDesk.Sheet;
using FrontDesk.Tests.Reminders;
using FrontDesk.Tests.Stores;
using FrontDesk.Web;
using Xunit;

namespace FrontDesk.Tests.Texts;

public sealed class TextQuestionOnSqliteTests() : TextQuestionTests(DatabaseEngine.Sqlite);

public sealed class TextQuestionOnSqlServerTests() : TextQuestionTests(DatabaseEngine.SqlServer);

/// <summary>Texts of the boss that may be about more than one thing, and going through the sheet line by line.</summary>
public abstract class TextQuestionTests(DatabaseEngine engine) : StoreTest(engine)
{
    private static readonly PhoneNumber Home = RemindedDesk.Home;

    [Fact]
    public async Task T87_with_two_nudges_open_a_1_asks_which_and_the_number_answers()
    {
        var desk = await TwoNudgedAsync();
        Assert.Equal("Returned: which? 1) Danni Okafor, 10:00; 2) Gwyneth Lloyd, 10:01. Reply the number.", await AnswerAsync(desk, "1"));
        Assert.Equal("Thank you. Gwyneth Lloyd is marked as returned.", await AnswerAsync(desk, "2"));
        Assert.Equal(["Gwyneth Lloyd"], await ReturnedAsync(desk));
        Assert.Equal("Thank you. Danni Okafor is marked as returned.", await AnswerAsync(desk, "1"));
    }

    [Fact]
    public async Task T87_after_a_digest_of_four_a_3_asks_which_and_rings_about_the_one_chosen()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        for (var i = 0; i < 4; i++)
        {
            await desk.DanniRangAsync($"Caller {i}", RemindedDesk.Fictional(i));
        }

        await desk.RoundAsync();
        Assert.StartsWith("Call me: which? 1) Caller 0, 10:00; 2) Caller 1", await AnswerAsync(desk, "3"), StringComparison.Ordinal);
        Assert.Equal("I will call you now and connect you with Caller 3.", await AnswerAsync(desk, "4"));
        Assert.Single(desk.Carrier.Calls);
    }

    [Fact]
    public async Task Two_digits_do_at_once_what_a_standing_list_lets_them_mean()
    {
        var desk = await TwoNudgedAsync();
        await AnswerAsync(desk, "1");
        Assert.Equal("I will remind you at 10:31 AM.", await AnswerAsync(desk, "2 1"));
        Assert.Empty(await ReturnedAsync(desk));

        Assert.StartsWith("FrontDesk: 2 to return. 1) ASAP Danni Okafor", await AnswerAsync(desk, "5"), StringComparison.Ordinal);
        Assert.Equal("Thank you. Gwyneth Lloyd is marked as returned.", await AnswerAsync(desk, "1 2"));
    }

    [Fact]
    public async Task Two_digits_without_a_list_are_answered_with_one()
    {
        var desk = await TwoNudgedAsync();
        Assert.StartsWith("Returned: which? 1) Danni Okafor", await AnswerAsync(desk, "1 2"), StringComparison.Ordinal);
        Assert.Empty(await ReturnedAsync(desk));
    }

    [Fact]
    public async Task A_list_that_changed_meanwhile_is_asked_anew()
    {
        var desk = await TwoNudgedAsync();
        await AnswerAsync(desk, "1");
        await desk.DoAsync("update calls set ball = 3 where said_name = 'Danni Okafor'");
        Assert.Equal("The list has changed. Returned: which? 1) Gwyneth Lloyd, 10:01. Reply the number.", await AnswerAsync(desk, "1"));
        Assert.Equal("Thank you. Gwyneth Lloyd is marked as returned.", await AnswerAsync(desk, "1"));
    }

    [Fact]
    public async Task A_number_that_comes_after_twenty_minutes_is_a_command_again()
    {
        var desk = await TwoNudgedAsync();
        await AnswerAsync(desk, "1");
        await desk.DoAsync("update reminders set due_at = due_at + 86400000000 where state = 1");
        desk.Clock.Now += TimeSpan.FromMinutes(20);
        Assert.StartsWith("Snooze: which?", await AnswerAsync(desk, "2"), StringComparison.Ordinal);
        Assert.Empty(await ReturnedAsync(desk));
    }

    [Fact]
    public async Task A_nudge_between_question_and_answer_makes_the_number_a_command_again()
    {
        var desk = await TwoNudgedAsync();
        await AnswerAsync(desk, "1");
        await desk.DanniRangAsync("Ann Able", "+13105550151");
        await desk.RoundAsync();
        Assert.StartsWith("Snooze: which? 1) Danni Okafor", await AnswerAsync(desk, "2"), StringComparison.Ordinal);
        Assert.Empty(await ReturnedAsync(desk));
    }

    [Fact]
    public async Task Another_text_passes_the_question_over_and_each_phone_has_its_own()
    {
        var desk = await TwoNudgedAsync();
        await AnswerAsync(desk, "1");
        Assert.StartsWith("Call me: which?", await AnswerAsync(desk, "3", Home), StringComparison.Ordinal);
        await AnswerAsync(desk, "what?");
        Assert.StartsWith("Snooze: which?", await AnswerAsync(desk, "2"), StringComparison.Ordinal);
        Assert.StartsWith("I will call you now and connect you with Gwyneth", await AnswerAsync(desk, "2", Home), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twelve_with_the_longest_names_fit_two_segments_nine_by_number()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        for (var i = 0; i < 12; i++)
        {
            await desk.RangAsync(null, new string((char)('A' + i), 60), RemindedDesk.Fictional(i), CallCode.CallAsap);
        }

        await desk.RoundAsync();
        var asked = await AnswerAsync(desk, "1");
        Assert.StartsWith("Returned: which? (3 more on the sheet) 1) AAAA", asked, StringComparison.Ordinal);
        Assert.Contains(" 9) IIII", asked, StringComparison.Ordinal);
        Assert.EndsWith(". Reply the number.", asked, StringComparison.Ordinal);
        Assert.True(Gsm7.Carries(asked) && Gsm7.Segments(asked) == 2);
        Assert.Equal($"Thank you. {new string('I', 60)} is marked as returned.", await AnswerAsync(desk, "9"));
    }

    [Fact]
    public async Task An_8_tells_the_sheet_line_by_line_and_an_act_is_about_the_line_told()
    {
        var desk = await TwoNudgedAsync();
        await desk.RangAsync(null, "Cy Cable", "+13105550153", CallCode.CallSometime);
        Assert.Equal("1 of 3: ASAP Danni Okafor 310-555-0143 re the Big Merger, 10:00. Reply 1 returned, 2 snooze 30m, 3 call me, 8 next", await AnswerAsync(desk, "8"));
        Assert.Equal("Thank you. Danni Okafor is marked as returned.", await AnswerAsync(desk, "1"));
        Assert.StartsWith("1 of 2: ASAP Gwyneth Lloyd 310-555-0144", await AnswerAsync(desk, "8"), StringComparison.Ordinal);
        Assert.StartsWith("2 of 2: Cy Cable 310-555-0153", await AnswerAsync(desk, "8"), StringComparison.Ordinal);
        Assert.Equal("No reminders go out for Cy Cable.", await AnswerAsync(desk, "2"));
        Assert.Equal("That was the last of them. Reply 8 for the first.", await AnswerAsync(desk, "8"));
        Assert.StartsWith("1 of 2: ASAP Gwyneth Lloyd", await AnswerAsync(desk, "8"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_9_holds_all_but_ASAP_until_she_wakes_tomorrow()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.RangAsync(null, "Ann Able", "+13105550151", CallCode.CallToday);
        Assert.Equal("All but ASAP is held until 7:00 AM Tue. Reply 0 to go on before.", await AnswerAsync(desk, "9"));
        desk.Carrier.TextStatus = "delivered";
        await desk.DanniRangAsync();
        await desk.PassesAsync(TimeSpan.FromHours(12));
        Assert.All(Nudges(desk), text => Assert.StartsWith("FrontDesk: ASAP Danni", text, StringComparison.Ordinal));
        Assert.NotEmpty(Nudges(desk));

        await desk.PassesAsync(TimeSpan.FromHours(10));
        Assert.Contains(Nudges(desk), text => text.Contains("Ann Able", StringComparison.Ordinal));
        Assert.Null(await desk.Holds.CurrentAsync(desk.Desk.Id, Cancel));
    }

    [Fact]
    public async Task An_ASAP_call_that_waits_for_her_morning_is_not_told_when_a_hold_that_ends_then_is_lifted()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        desk.Carrier.TextStatus = "delivered";
        await desk.DanniRangAsync();
        await desk.PassesAsync(TimeSpan.FromHours(12.2));
        Assert.Equal("All but ASAP is held until 7:00 AM Tue. Reply 0 to go on before.", await AnswerAsync(desk, "9"));
        var told = Nudges(desk).Count;

        await AnswerAsync(desk, "0");
        await desk.PassesAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(told, Nudges(desk).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_held_goes_out_when_a_0_lifts_it_or_somebody_does_on_the_sheet(bool byText)
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.RangAsync(null, "Ann Able", "+13105550151", CallCode.CallToday);
        Assert.Equal("All but ASAP is held until 8:00 PM. Reply 0 to go on before.", await AnswerAsync(desk, "9 10"));
        await desk.PassesAsync(TimeSpan.FromHours(8));
        Assert.Empty(Nudges(desk));
        await (byText ? desk.SaysAsync("0") : desk.Holds.LiftAsync(desk.Desk.Id, Cancel));
        await desk.RoundAsync();
        Assert.StartsWith("FrontDesk: 1 to return. 1) Ann Able", Assert.Single(Nudges(desk)), StringComparison.Ordinal);
        Assert.Equal("Nothing is held.", await AnswerAsync(desk, "0"));
    }

    private async Task<RemindedDesk> TwoNudgedAsync()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.DanniRangAsync();
        await desk.RoundAsync();
        desk.Clock.Now += TimeSpan.FromMinutes(1);
        await desk.DanniRangAsync("Gwyneth Lloyd", "+13105550144");
        await desk.RoundAsync();
        return desk;
    }

    private static async Task<string> AnswerAsync(RemindedDesk desk, string body, PhoneNumber? from = null)
    {
        await desk.SaysAsync(body, from);
        await desk.RoundAsync();
        return desk.Carrier.Texts.Last().Body!;
    }

    private static List<string> Nudges(RemindedDesk desk) =>
        [.. desk.Carrier.Texts.Select(text => text.Body!).Where(body => body.StartsWith("FrontDesk:", StringComparison.Ordinal))];

    private static async Task<IEnumerable<string>> ReturnedAsync(RemindedDesk desk) =>
        await desk.ValueAsync<string>("select said_name from calls where ball = 3") is { } name ? [name] : [];
}
