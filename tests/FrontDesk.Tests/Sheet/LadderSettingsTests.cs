using System.Net;
using FrontDesk.Desks;
using FrontDesk.Reminders;
using FrontDesk.Tests.Stores;
using FrontDesk.Web.Desks;
using Xunit;

namespace FrontDesk.Tests.Sheet;

/// <summary>The ladder of a desk, as its people change it on the page.</summary>
public sealed class LadderSettingsTests : PageTest
{
    private const string Save = ".card-form button.main";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private Desk Now => House.Get<DeskBook>().Named("miller")!;

    private HouseConfig Config => new(House.Database, House.Clock);

    [Fact]
    public async Task A_ladder_is_saved_shown_again_and_kept_by_the_configuration()
    {
        var saved = await (await PageAsync()).PressAsync(Save, Short);

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal([(RungWay.Text, 0), (RungWay.Call, 20), (RungWay.Assistant, 30)], Now.Reminding.Ladder.Rungs.Select(rung => (rung.By, (int)rung.Wait.TotalMinutes)));
        Assert.Equal((45 * Minute, 2160 * Minute, 100 * Minute), (Now.Reminding.Ladder.RepeatEvery, Now.Reminding.AsapUsefulFor, Now.Reminding.TodayUsefulFor));
        Assert.Equal(["0", "20", "30", "", ""], Typed(saved, "Rungs"));
        Assert.Equal(["45", "36", "1.67"], Typed(saved, "RepeatEvery", "AsapHours", "TodayHours"));

        var exported = await Config.ExportAsync(Cancel);
        Assert.Contains("\"by\": \"assistant\"", exported, StringComparison.Ordinal);
        await saved.PressAsync(Save, Cleared);
        Assert.Empty(await Config.ApplyAsync(exported, Cancel));
        await House.Get<DeskBook>().ReloadAsync(Cancel);
        Assert.Equal(exported, await Config.ExportAsync(Cancel));
        Assert.Equal(3, Now.Reminding.Ladder.Rungs.Count);
    }

    [Fact]
    public async Task A_reminder_without_minutes_is_taken_out_and_an_empty_row_takes_one_in()
    {
        await (await PageAsync()).PressAsync(Save, fields => (fields[After(1)], fields[After(4)], fields[By(4)]) = ("", "7", "NextPhone"));

        Assert.Equal([(RungWay.TextThenCall, 0), (RungWay.TextThenCall, 15), (RungWay.TextThenCall, 30), (RungWay.NextPhone, 7)], Now.Reminding.Ladder.Rungs.Select(rung => (rung.By, (int)rung.Wait.TotalMinutes)));
    }

    [Fact]
    public async Task What_is_cleared_is_as_usual_and_a_change_can_be_undone()
    {
        var saved = await (await PageAsync()).PressAsync(Save, Short);

        saved = await saved.PressAsync(Save, Cleared);
        Assert.Equal(1, await House.Database.ReadAsync(look => look.FirstOrDefaultAsync<int>("select count(*) from desks where reminding is null and name = 'miller'"), Cancel));
        Assert.Equal(["0", "15", "15", "30", "", ""], Typed(saved, "Rungs"));
        Assert.Equal(["60", "", "12"], Typed(saved, "RepeatEvery", "AsapHours", "TodayHours"));

        await saved.PressAsync("[data-undo]");
        Assert.Equal([RungWay.Text, RungWay.Call, RungWay.Assistant], Now.Reminding.Ladder.Rungs.Select(rung => rung.By));
        Assert.Equal(100 * Minute, Now.Reminding.TodayUsefulFor);
    }

    [Theory]
    [InlineData("Rungs[1].After", "soon", "The minutes of reminder 2 must be a whole number from 1 to 1440, not \"soon\".")]
    [InlineData("Rungs[1].After", "0", "The minutes of reminder 2 must be a whole number from 1 to 1440, not \"0\".")]
    [InlineData("Rungs[0].After", "-1", "The minutes of reminder 1 must be a whole number from 0 to 1440, not \"-1\".")]
    [InlineData("Rungs[3].After", "99999999999", "The minutes of reminder 4 must be a whole number from 1 to 1440, not \"99999999999\".")]
    [InlineData("Rungs[2].By", "pigeon", "Choose one of the ways that are offered for reminder 3.")]
    [InlineData("RepeatEvery", "4", "The last reminder comes again after minutes that must be a whole number from 5 to 1440, not \"4\".")]
    [InlineData("AsapHours", "0.5", "A reminder of an ASAP call is sent 1 to 720 hours late at most, not \"0.5\".")]
    [InlineData("AsapHours", "NaN", "A reminder of an ASAP call is sent 1 to 720 hours late at most, not \"NaN\".")]
    [InlineData("TodayHours", "<b>721</b>", "A reminder of a Call-today call is sent 1 to 720 hours late at most, not \"<b>721</b>\".")]
    [InlineData("TodayHours", "99999999999999999999", "A reminder of a Call-today call is sent 1 to 720 hours late at most, not \"99999999999999999999\".")]
    public async Task What_cannot_be_is_refused_at_its_field_and_nothing_typed_is_lost(string field, string typed, string sentence)
    {
        var before = Now;

        var refused = await (await PageAsync()).PressAsync(Save, fields => (fields["Persona"], fields[$"Reminders.{field}"], fields[By(3)]) = ("Robin", typed, "Call"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal([sentence], refused.Texts("#faults li"));
        var wrong = Assert.Single(refused.Document.QuerySelectorAll("#reminders [aria-invalid]"));
        Assert.Equal($"Reminders.{field}", wrong.GetAttribute("name"));
        Assert.Contains(wrong.GetAttribute("aria-describedby")!.Split(' '), id => refused.Document.GetElementById(id)?.TextContent == sentence);
        Assert.True(field.EndsWith("By", StringComparison.Ordinal) || wrong.GetAttribute("value") == typed);
        Assert.Equal("Call", refused.Document.QuerySelector($"[name='{By(3)}'] option[selected]")!.GetAttribute("value"));
        Assert.Equal("Robin", refused.Document.QuerySelector("[name=Persona]")!.GetAttribute("value"));
        Assert.Equivalent(before, Now, strict: true);
    }

    [Fact]
    public async Task A_desk_has_as_many_rungs_as_its_configuration_may_have_and_no_more()
    {
        var page = await PageAsync();
        var refused = await page.PressAsync(Save, fields => Fill(fields, ReminderLadder.MostRungs + 1));
        Assert.Equal(["There are 13 reminders; 12 are the most, and the last comes again and again."], refused.Texts("#faults li"));
        Assert.Equal(refused.Texts("#faults li"), refused.Texts("#reminders .fault"));
        Assert.Equal(13 + 2, Typed(refused, "Rungs").Count);

        await refused.PressAsync(Save, fields => fields[After(12)] = "");
        Assert.Equal(ReminderLadder.MostRungs, Now.Reminding.Ladder.Rungs.Count);
    }

    [Fact]
    public async Task A_reminder_that_will_be_passed_over_is_taken_with_a_hint_at_its_way()
    {
        var saved = await (await PageAsync()).PressAsync(Save, fields =>
        {
            (fields["AssistantNumber"], fields[By(1)], fields[By(2)], fields[By(3)]) = ("", "Assistant", "NextPhone", "Text");
            foreach (var at in Enumerable.Range(1, Now.Phones.Count - 1))
            {
                fields[$"Phones[{at}].Number"] = "";
            }
        });

        Assert.Equal([RungWay.TextThenCall, RungWay.Assistant, RungWay.NextPhone, RungWay.Text], Now.Reminding.Ladder.Rungs.Select(rung => rung.By));
        Assert.Equal(
            ["Reminder 2 will be passed over: no assistant's number is on file.", "Reminder 3 will be passed over: there is no other phone."], saved.Texts("#reminders .warning"));
        Assert.Equal("rung-1-skipped", saved.Document.QuerySelector($"[name='{By(1)}']")!.GetAttribute("aria-describedby"));

        saved = await saved.PressAsync(Save, fields => (fields["AssistantNumber"], fields["Phones[1].Number"], fields["Phones[1].Label"]) = ("310-555-0104", "310-555-0102", "home"));
        Assert.Empty(saved.Texts("#reminders .warning"));
    }

    [Fact]
    public async Task The_page_of_reminders_leads_to_the_ladder_and_shows_it_changed()
    {
        var reminders = await PaperPage.OpenAsync(Client, "/reminders?desk=miller");
        var link = reminders.Document.QuerySelector("[aria-labelledby=ladder] a")!.GetAttribute("href")!;
        var page = await PaperPage.OpenAsync(Client, link);
        Assert.Equal("Reminders of an ASAP call", page.Text($"{link[link.IndexOf('#', StringComparison.Ordinal)..]} legend"));

        await page.PressAsync(Save, Short);
        Assert.Equal(
            ["at once: a text", "20 min later: a call to her first phone", "30 min later: a text to the assistant", "then the last again every 45 min, until it is returned or let go"],
            (await PaperPage.OpenAsync(Client, "/reminders?desk=miller")).Texts("[aria-labelledby=ladder] li"));
    }

    [Fact]
    public async Task A_reminder_that_waits_keeps_its_time_goes_by_the_new_ladder_and_so_do_those_after_it()
    {
        var call = await House.Database.RingsAsync(House.Desk, new SeedCall());
        var due = House.Clock.GetUtcNow().AddMinutes(12);
        await House.Database.WriteAsync(
            work => work.ExecuteAsync(
                "insert into reminders (id, desk_id, call_id, kind, slot, due_at, rung, state, version) values (@id, @desk, @call, 1, 1, @due, 1, 1, 0)",
                new { id = Some.Id(), desk = House.Desk.Id, call, due }),
            Cancel);

        await (await PageAsync()).PressAsync(Save, Short);

        var life = (await PaperPage.OpenAsync(Client, "/reminders?desk=miller")).Text("[aria-labelledby=coming] li");
        Assert.Contains("next: a call to her first phone", life, StringComparison.Ordinal);
        Assert.Equal(due, await House.Database.ReadAsync(look => look.FirstOrDefaultAsync<DateTimeOffset>("select due_at from reminders where state = 1"), Cancel));
    }

    private static void Short(Dictionary<string, string> fields)
    {
        (fields[After(0)], fields[By(0)], fields[After(1)], fields[By(1)]) = ("0", "Text", " 20 ", "Call");
        (fields[After(2)], fields[After(3)], fields[By(3)]) = ("", "30", "Assistant");
        (fields["Reminders.RepeatEvery"], fields["Reminders.AsapHours"], fields["Reminders.TodayHours"]) = ("45", "36", "1.67");
    }

    private static void Cleared(Dictionary<string, string> fields)
    {
        foreach (var name in fields.Keys.Where(name => name.StartsWith("Reminders.", StringComparison.Ordinal) && !name.EndsWith("By", StringComparison.Ordinal)).ToList())
        {
            fields[name] = "";
        }
    }

    private static void Fill(Dictionary<string, string> fields, int rungs)
    {
        foreach (var at in Enumerable.Range(0, rungs))
        {
            (fields[After(at)], fields[By(at)]) = ("9", "Text");
        }
    }

    private static string After(int at) => $"Reminders.Rungs[{at}].After";

    private static string By(int at) => $"Reminders.Rungs[{at}].By";

    private static List<string> Typed(PaperPage page, params IReadOnlyList<string> fields) =>
        [.. fields.SelectMany(field => page.Document.QuerySelectorAll($"input[name^='Reminders.{field}']")).Select(field => field.GetAttribute("value") ?? "")];

    private Task<PaperPage> PageAsync() => PaperPage.OpenAsync(Client, "/settings?desk=miller");
}
