using System.Net;
using AngleSharp.Dom;
using FrontDesk.Ledger;
using FrontDesk.Reminders;
using FrontDesk.Tests.Stores;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using Xunit;

namespace FrontDesk.Tests.Sheet;

public sealed class SheetPageTests : PageTest
{
    [Fact]
    public async Task The_sheet_shows_who_to_call_first_on_which_number_and_why()
    {
        await House.Database.RingsAsync(House.Desk, new SeedCall { Party = "+442079460123", CallerFrom = "+442079460123", Number = null, SaidName = "Ann Other" });
        var danni = Some.Contact(House.Desk, "Danni Okafor", "+13105550143") with { WantsToTalk = true, Pronunciation = "DAN-ee", Company = "Lagos Film", Wakes = true };
        await House.Get<PhoneBook>().SaveAsync(danni, TestContext.Current.CancellationToken);
        await House.Database.RingsAsync(House.Desk, new SeedCall { Party = "danni", ContactId = danni.Id, CallerFrom = "+13105550143", Number = null });

        var page = await SheetAsync();

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["Danni Okafor", "Ann Other"], page.Texts(".line h3 a"));
        Assert.Equal(["1Call ASAP", "4Call?"], page.Texts(".chip"));
        var first = page.Document.QuerySelector(".line")!;
        Assert.Equal("tel:+13105550143", first.QuerySelector(".numbers a")!.GetAttribute("href"));
        Assert.Equal("(310) 555-0143", first.QuerySelector(".numbers a")!.TextContent);
        Assert.Contains("DAN-ee", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("Lagos Film", first.TextContent, StringComparison.Ordinal);
        Assert.Equal("Wakes the boss: reminds and rings in quiet hours too", Assert.Single(page.Texts("[data-wakes]")));
        Assert.Contains("Wants to talk", first.QuerySelector(".why")!.TextContent, StringComparison.Ordinal);
        // 18:00 UTC on the boss's wall, and an hour before now.
        Assert.Equal("10:00 am", first.QuerySelector(".when time")!.TextContent);
        Assert.Contains("1 h ago", first.QuerySelector(".when")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2 to return, 1 of them ASAP · as of 11:00 am, Los Angeles", page.Text("[data-count]"));
    }

    [Fact]
    public async Task What_the_boss_held_by_text_is_shown_with_its_end_and_lifted_by_a_button()
    {
        var now = House.Get<TimeProvider>().GetUtcNow();
        await House.Database.WriteAsync(work => Holds.BeginAsync(work, House.Desk, 3, "boss, by text", now), TestContext.Current.CancellationToken);

        var page = await SheetAsync();
        Assert.Equal("Reminders of all but ASAP calls are held until 2:00 pm (boss, by text). Let them go out", page.Text("[data-held]"));

        var after = await page.PressAsync("[data-held] button");
        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Empty(after.Texts("[data-held]"));
    }

    [Fact]
    public async Task A_reminder_beyond_the_phone_s_share_says_on_the_call_s_page_when_it_goes_out()
    {
        var call = await House.Database.RingsAsync(House.Desk, new SeedCall());
        await House.Database.RemindsAsync(House.Desk, call, 1, ReminderState.Pending);
        await House.Database.RemindsAsync(House.Desk, call, 0, ReminderState.Delivered);
        await House.Database.WriteAsync(work => work.ExecuteAsync("update reminders set throttled_until = due_at"), TestContext.Current.CancellationToken);

        var page = await PaperPage.OpenAsync(Client, $"/calls/{call}");

        Assert.Equal("due 10:00 am", page.Text(".lives li:nth-child(1) small"));
        Assert.Equal("goes out at 10:15 am: the phone has had its share; next: a text, or else her phones one after the other", page.Text(".lives li:nth-child(2) small"));
    }

    [Fact]
    public async Task Nobody_waiting_says_what_to_do()
    {
        var page = await SheetAsync();

        Assert.Equal("/simulator", page.Document.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_mark_takes_the_line_off_and_undo_puts_it_back_without_JavaScript()
    {
        await House.Database.RingsAsync(House.Desk, new SeedCall());

        var marked = await (await SheetAsync()).PressAsync("button[value=Returned]");
        Assert.Empty(marked.Document.QuerySelectorAll(".line"));
        Assert.Equal("Marked: returned.", marked.Text(".toast span"));

        var undone = await marked.PressAsync("form[data-undo] button");
        Assert.Single(undone.Document.QuerySelectorAll(".line"));
        Assert.Equal("Undone.", undone.Text(".toast span"));
    }

    [Fact]
    public async Task Left_word_has_a_place_of_its_own_below()
    {
        await House.Database.RingsAsync(House.Desk, new SeedCall());
        await House.Database.RingsAsync(House.Desk, new SeedCall { Party = "+13105550144", SaidName = "Ann Other" });

        var page = await (await SheetAsync()).PressAsync("button[value=LeftWord]");

        Assert.Single(page.Document.QuerySelectorAll("[data-list=ours] .line"));
        Assert.Single(page.Document.QuerySelectorAll("[data-list=theirs] .line"));
    }

    [Fact]
    public async Task A_code_is_changed_with_a_reason_and_never_without()
    {
        await House.Database.RingsAsync(House.Desk, new SeedCall());
        var sheet = await SheetAsync();

        var refused = await sheet.PressAsync("button[value=CodeChanged]", fields => fields["Code"] = "CallAsap");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("why", refused.Text(".notice"), StringComparison.Ordinal);

        var changed = await refused.PressAsync("button[value=CodeChanged]", fields => (fields["Code"], fields["Why"]) = ("CallAsap", "Her lawyer rang"));
        Assert.Equal("1Call ASAP", changed.Text(".chip"));
        Assert.Contains("demo says: Her lawyer rang", changed.Text(".why"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_marks_what_has_changed_is_told_and_nothing_is_lost()
    {
        await House.Database.RingsAsync(House.Desk, new SeedCall());
        var seen = await SheetAsync();
        await House.Database.RingsAsync(House.Desk, new SeedCall { ReceivedAt = Some.Morning.AddMinutes(20) });

        var refused = await seen.PressAsync("button[value=CodeChanged]", fields => (fields["Code"], fields["Why"]) = ("CallToday", "typed with care"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("changed while you looked", refused.Text(".notice"), StringComparison.Ordinal);
        Assert.Equal("typed with care", refused.Document.QuerySelector("details[open] input[name=Why]")!.GetAttribute("value"));
        Assert.Equal("called twice", refused.Text(".times"));
        Assert.Equal("4Call?", refused.Text(".chip"));
        var again = await refused.PressAsync("button[value=CodeChanged]");
        Assert.Equal("2Call today", again.Text(".chip"));
    }

    [Fact]
    public async Task Two_who_return_the_same_call_do_it_once()
    {
        await House.Database.RingsAsync(House.Desk, new SeedCall());
        var (mine, yours) = (await SheetAsync(), await SheetAsync());
        await mine.PressAsync("button[value=Returned]");

        var late = await yours.PressAsync("button[value=LetGo]");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("somebody was faster", late.Text(".notice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        var call = await House.Database.RingsAsync(House.Desk, new SeedCall());

        var forged = await (await SheetAsync()).PressAsync("button[value=Returned]", fields => fields.Remove("__RequestVerificationToken"));

        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Contains("Nothing was changed", forged.Text("main"), StringComparison.Ordinal);
        Assert.Equal(Ball.Ours, (await House.Get<CallHistory>().FindAsync(call, TestContext.Current.CancellationToken))!.Ball);
    }

    [Fact]
    public async Task Whatever_a_caller_says_is_shown_as_text()
    {
        string[] sayings =
        [
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "</title><svg/onload=alert(1)>",
            "javascript:alert(1)",
            "{{7*7}} ${7*7} @(7*7) {boss}",
            "<!--",
            "]]><Response><Dial>+13105550199</Dial></Response>",
            "&lt;b&gt; &#x3C;script&#x3E;",
            "+ADw-script+AD4-",
        ];
        foreach (var said in sayings)
        {
            var call = await House.Database.RingsAsync(House.Desk, new SeedCall { SaidName = said, Regarding = said, CallerFrom = said, Party = said });
            await House.Database.WriteAsync(
                work => work.ExecuteAsync(
                    """
                    update calls set number_as_heard = @said, reachable = @said, time_critical = @said, name_heard = @said || '?', name_confidence = 0.4,
                      calls_for = @said, says_returning = 1 where id = @call
                    """,
                    new { said, call }),
                TestContext.Current.CancellationToken);
            await House.Database.SaysAsync(call, FrontDesk.Calls.ScriptStep.WhoIsCalling, 1, said, said, 0.87);
            foreach (var page in new[] { await SheetAsync(), await PaperPage.OpenAsync(Client, $"/calls/{call}"), await PaperPage.OpenAsync(Client, "/log") })
            {
                Assert.Contains(said, page.Document.Body!.TextContent, StringComparison.Ordinal);
                AssertNothingRuns(page.Document);
            }
        }
    }

    [Fact]
    public async Task A_call_on_a_line_no_desk_has_claimed_is_seen_and_can_be_let_go()
    {
        await House.Database.RingsAsync(null, new SeedCall { SaidName = "Lost Caller", LineNumber = "+13105550155" });

        var page = await SheetAsync();
        Assert.Contains("Lost Caller", page.Text("[data-list=unassigned] .line"), StringComparison.Ordinal);

        var after = await page.PressAsync("[data-list=unassigned] button[value=LetGo]");
        Assert.Empty(after.Document.QuerySelectorAll(".line"));
        Assert.Contains("Lost Caller", (await PaperPage.OpenAsync(Client, "/log?desk=~unclaimed")).Text("tbody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calls_page_tells_what_was_said_done_and_reminded()
    {
        var call = await House.Database.RingsAsync(House.Desk, new SeedCall());
        await House.Database.SaysAsync(call, FrontDesk.Calls.ScriptStep.Ring, 0, null, "Margaret Miller's office.");
        await House.Database.SaysAsync(call, FrontDesk.Calls.ScriptStep.WhoIsCalling, 1, "John Smith", "She's not available.", 0.87);
        await House.Database.SaysAsync(call, FrontDesk.Calls.ScriptStep.WhatNumber, 2, "3105550142", "And what is it regarding?");
        await House.Database.SaysAsync(call, FrontDesk.Calls.ScriptStep.Regarding, 0, null, "Great.");
        await House.Database.RemindsAsync(House.Desk, call, 0, FrontDesk.Reminders.ReminderState.Delivered);
        await (await SheetAsync()).PressAsync("button[value=Returned]");

        var page = await PaperPage.OpenAsync(Client, $"/calls/{call}");

        Assert.Equal(8 - 1, page.Document.QuerySelectorAll(".talk li").Length);
        Assert.Contains("87% confidence", page.Text(".talk"), StringComparison.Ordinal);
        Assert.Equal("3105550142", page.Text(".talk kbd"));
        Assert.Contains("silence", page.Text(".talk"), StringComparison.Ordinal);
        Assert.Contains("returned by demo", page.Text("[aria-labelledby=done]"), StringComparison.Ordinal);
        Assert.Contains("delivered", page.Text("[aria-labelledby=reminders]"), StringComparison.Ordinal);
        var undone = await page.PressAsync("[aria-labelledby=done] button");
        Assert.Single(undone.Document.QuerySelectorAll(".line"));
    }

    [Fact]
    public async Task The_log_turns_its_pages_and_misses_no_call()
    {
        for (var number = 0; number < 120; number++)
        {
            // Several of the same instant: the page must not break in the middle of them and lose one.
            await House.Database.RingsAsync(House.Desk, new SeedCall { SaidName = $"Caller {number}", ReceivedAt = Some.Morning.AddMinutes(number / 10), Ball = Ball.Nobody });
        }

        var seen = new List<string>();
        for (var address = "/log"; address is not null;)
        {
            var page = await PaperPage.OpenAsync(Client, address);
            seen.AddRange(page.Texts(".log .name"));
            address = page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(0, 120).Select(number => $"Caller {number}").Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await PaperPage.OpenAsync(Client, "/log?before=nonsense")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PaperPage.OpenAsync(Client, $"/calls/{Some.Id()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PaperPage.OpenAsync(Client, "/?desk=nobody")).Status);
    }

    [Fact]
    public async Task Every_page_carries_the_headers_that_keep_strangers_scripts_out()
    {
        foreach (var address in new[] { "/", "/log", "/nowhere", $"/calls/{Some.Id()}" })
        {
            var page = await PaperPage.OpenAsync(Client, address);
            var policy = Assert.Single(page.Response.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(page.Response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(page.Response.Headers.GetValues("Referrer-Policy")));
            AssertNothingRuns(page.Document);
        }
    }

    private Task<PaperPage> SheetAsync() => PaperPage.OpenAsync(Client, "/");

    private static void AssertNothingRuns(IDocument document)
    {
        Assert.All(document.QuerySelectorAll("script"), script => Assert.True(script.HasAttribute("src") && script.TextContent.Length == 0));
        Assert.Empty(document.QuerySelectorAll("style, iframe, object, embed, svg"));
        Assert.DoesNotContain(
            document.All.SelectMany(element => element.Attributes),
            attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                || string.Equals(attribute.Name, "style", StringComparison.OrdinalIgnoreCase)
                || attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) && attribute.Name is "href" or "src" or "action");
    }
}
