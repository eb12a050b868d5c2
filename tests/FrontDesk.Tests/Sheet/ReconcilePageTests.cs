using FrontDesk.Calls;
using FrontDesk.Reconciling;
using FrontDesk.Tests.Stores;
using FrontDesk.Web.Reconciling;
using Xunit;

namespace FrontDesk.Tests.Sheet;

/// <summary>The page on what was found at the carrier; and that of a call nobody here ever heard.</summary>
public sealed class ReconcilePageTests : PageTest
{
    private RunBook Runs => House.Get<RunBook>();

    [Fact]
    public async Task A_carrier_that_cannot_be_reached_is_told_and_asked_again_on_request()
    {
        // Nobody listens where these tests look for it.
        var page = await OnceOverAsync(await PaperPage.OpenAsync(Client, "/reconcile"));

        Assert.Contains("Not all of the carrier's lists could be read (numbers:", page.Text("[data-findings]"), StringComparison.Ordinal);
        Assert.Contains("They were never all read yet.", page.Text("[aria-labelledby=last]"), StringComparison.Ordinal);
        Assert.Contains("Not read yet.", page.Text("[aria-labelledby=numbers]"), StringComparison.Ordinal);
        var before = await CountAsync();

        Assert.Contains("It begins at once.", (await page.PressAsync(".heading button")).Text("[role=status]"), StringComparison.Ordinal);

        for (var looks = 0; await CountAsync() == before; looks++)
        {
            Assert.True(looks < 500, "Nothing began.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        }
    }

    [Fact]
    public async Task What_was_found_stands_there_with_the_way_to_each_call()
    {
        await OnceOverAsync(await PaperPage.OpenAsync(Client, "/reconcile"));
        var now = House.Clock.GetUtcNow();
        var call = await House.Database.RingsAsync(House.Desk, new SeedCall { SaidName = null, Number = null, Regarding = null, Step = ScriptStep.Ring });
        await House.Database.WriteAsync(work => work.ExecuteAsync("update calls set found_at = @now", new { now }), Cancel);
        await House.Database.WriteAsync(
            work => work.ExecuteAsync(
                "insert into texts (id, desk_id, direction, message_sid, from_number, to_number, body, status, at, found_at) values (@id, @desk, 1, 'SM1', '+13105550177', '+13105550100', '<b>1</b>', 1, @now, @now)",
                new { id = Some.Id(), desk = House.Desk.Id, now }),
            Cancel);
        var run = (await Runs.BeginAsync(TimeSpan.Zero, now.AddMinutes(1), Cancel))!;
        await Runs.WriteAsync(run with { State = RunState.Complete, FinishedAt = now, StepsDone = 5, StepsTotal = 5, CallsRead = 12, CallsMissed = 1, ForeignSeen = 2 }, Cancel);
        await Runs.ReplaceDifferencesAsync([new NumberDifference("+13105550100", NumberSetting.Voice, "https://desk.example.org/twilio/voice", "https://elsewhere.example.com/<i>")], now, Cancel);

        Assert.Contains("+13105550100 is not set up as this desk needs it", (await PaperPage.OpenAsync(Client, "/")).Text("[data-astray]"), StringComparison.Ordinal);
        var page = await PaperPage.OpenAsync(Client, "/reconcile");

        Assert.Contains("5 of 5 lists read, 12 calls and 0 texts", page.Text("[data-run=complete]"), StringComparison.Ordinal);
        Assert.Contains("1 call had never reached us and is on the sheet now", page.Text("[data-findings]"), StringComparison.Ordinal);
        Assert.Contains("2 texts or calls went out from our lines and are not in our books", page.Text("[data-findings]"), StringComparison.Ordinal);
        Assert.Contains("at the carrier: https://elsewhere.example.com/<i>", page.Text("[data-difference]"), StringComparison.Ordinal);
        Assert.Equal($"/calls/{call}", page.Document.QuerySelector("tbody a")!.GetAttribute("href"));
        Assert.Contains("not known: nobody was there to hear it", page.Text("tbody"), StringComparison.Ordinal);
        Assert.Contains("“<b>1</b>”", page.Text("[aria-labelledby=texts]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_under_way_shows_how_far_it_is()
    {
        await OnceOverAsync(await PaperPage.OpenAsync(Client, "/reconcile"));
        var run = (await Runs.BeginAsync(TimeSpan.Zero, House.Clock.GetUtcNow().AddMinutes(1), Cancel))!;
        await Runs.WriteAsync(run with { StepsDone = 3, StepsTotal = 61, CallsRead = 2000 }, Cancel);

        var page = await PaperPage.OpenAsync(Client, "/reconcile");

        Assert.Contains("3 of 61 lists read, 2000 calls", page.Text("[data-run=under-way]"), StringComparison.Ordinal);
        Assert.Equal(("3", "61"), (page.Document.QuerySelector("progress")!.GetAttribute("value"), page.Document.QuerySelector("progress")!.GetAttribute("max")));
    }

    [Fact]
    public async Task The_desk_never_lies_the_sheet_and_the_page_of_a_missed_call_say_that_nobody_knows()
    {
        var call = await House.Database.RingsAsync(House.Desk, new SeedCall { SaidName = null, Number = null, Regarding = null, Step = ScriptStep.Ring });
        await House.Database.WriteAsync(work => work.ExecuteAsync("update calls set found_at = received_at"), Cancel);

        var sheet = await PaperPage.OpenAsync(Client, $"/?desk={House.Desk.Name}");
        Assert.Equal("Missed while we were down: we do not know what they wanted", sheet.Text(".line .regarding"));
        Assert.Contains("Not in the book; missed while we were down: we do not know what they wanted", sheet.Text(".line .why"), StringComparison.Ordinal);
        var page = await PaperPage.OpenAsync(Client, $"/calls/{call}");
        Assert.Contains("it reached the carrier and not the desk. We do not know what they wanted.", page.Text("[aria-labelledby=said]"), StringComparison.Ordinal);
        Assert.DoesNotContain("not said", page.Text(".facts"), StringComparison.Ordinal);
        Assert.Contains("compared with the carrier", (await PaperPage.OpenAsync(Client, "/log")).Text(".heading"), StringComparison.Ordinal);
    }

    private Task<int> CountAsync() => House.Database.ReadAsync(look => look.FirstOrDefaultAsync<int>("select count(*) from reconciliations"), Cancel);

    private async Task<PaperPage> OnceOverAsync(PaperPage page)
    {
        for (var looks = 0; page.Document.QuerySelector("[data-run=never], [data-run=under-way]") is not null; looks++)
        {
            Assert.True(looks < 500, "It is not over.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
            page = await PaperPage.OpenAsync(Client, "/reconcile");
        }

        return page;
    }
}
