using System.Net;
using FrontDesk.Copies;
using FrontDesk.Ledger;
using FrontDesk.Tests.Stores;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Desks;
using Xunit;

namespace FrontDesk.Tests.Sheet;

public sealed class CopyPageTests : PageTest
{
    [Fact]
    public async Task The_button_on_the_sheet_makes_a_copy_in_the_sheets_order_ready_to_dial_from()
    {
        await FillAsync();
        var sheet = await PaperPage.OpenAsync(Client, "/");

        var copy = await sheet.PressAsync("[data-copy] button");

        Assert.Equal(HttpStatusCode.OK, copy.Status);
        Assert.Equal("Margaret Miller: clean copy 1", copy.Text("h1"));
        Assert.Equal(sheet.Texts(".line h3 a"), copy.Texts(".call .name a"));
        Assert.Equal(["1", "2", "3"], copy.Texts(".call .place"));
        Assert.Equal(["To return", "Left word: it is their turn"], copy.Texts(".part th"));
        Assert.Equal("tel:+13105550143", copy.Document.QuerySelector(".call .number")!.GetAttribute("href"));
        Assert.Contains("As of Monday, March 2, 11:00 am, Los Angeles · 2 to return, 1 of them ASAP", copy.Text(".heading"), StringComparison.Ordinal);
        Assert.Empty(copy.Document.QuerySelectorAll(".news"));
    }

    [Fact]
    public async Task Pressed_twice_at_once_it_makes_one_copy_and_pressed_again_later_another()
    {
        var sheet = await PaperPage.OpenAsync(Client, "/");
        await sheet.PressAsync("[data-copy] button");
        House.Clock.Skip(TimeSpan.FromSeconds(2));
        await sheet.PressAsync("[data-copy] button");
        Assert.Single(await ListedAsync());

        // The browser went back to the sheet as it was.
        House.Clock.Skip(TimeSpan.FromMinutes(1));
        await sheet.PressAsync("[data-copy] button");
        Assert.Equal(2, (await ListedAsync()).Count);
    }

    [Fact]
    public async Task The_next_copy_marks_what_is_new_and_tells_what_became_of_the_rest()
    {
        await FillAsync();
        await (await PaperPage.OpenAsync(Client, "/")).PressAsync("[data-copy] button");
        await (await PaperPage.OpenAsync(Client, "/")).PressAsync("button[value=Returned]");
        await House.Database.RingsAsync(House.Desk, new SeedCall { Id = Some.Id(), Party = "Zoe", SaidName = "Zoe New", ReceivedAt = Some.Morning.AddMinutes(50) });

        var copy = await (await PaperPage.OpenAsync(Client, "/")).PressAsync("[data-copy] button");

        Assert.Equal("new", Assert.Single(copy.Texts(".news")));
        Assert.Equal("Zoe New", copy.Document.QuerySelector(".news")!.Closest("tr")!.QuerySelector(".name a")!.TextContent);
        Assert.Equal("Danni Okafor · was 1 · returned, says demo, 11:00 am", copy.Text(".since li"));
        var first = await PaperPage.OpenAsync(Client, copy.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
        Assert.Equal(3, first.Document.QuerySelectorAll(".call").Length);
        Assert.Equal("Copy 2", first.Text("a[rel=next]"));
    }

    [Fact]
    public async Task Handing_over_puts_the_assistants_note_at_the_top_of_the_copy()
    {
        await FillAsync();
        var copy = await (await PaperPage.OpenAsync(Client, "/")).PressAsync(".copying details button", fields => fields["note"] = "Ann <b>rings</b> at four.");
        Assert.Contains("Ann <b>rings</b> at four.", copy.Text(".note"), StringComparison.Ordinal);
        Assert.Contains("for the next assistant", copy.Text(".heading"), StringComparison.Ordinal);

        var refused = await (await PaperPage.OpenAsync(Client, "/copies")).PressAsync(".copying details button", fields => fields["note"] = new string('x', KeptCopy.LongestNote + 1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("nothing was handed over", refused.Text(".notice"), StringComparison.Ordinal);
        Assert.StartsWith("xxx", refused.Text("textarea"), StringComparison.Ordinal);
        Assert.Single(await ListedAsync());
    }

    [Fact]
    public async Task The_list_of_copies_says_what_to_do_while_it_is_empty_and_then_who_made_each_when_and_why()
    {
        Assert.Equal("No clean copy yet", (await PaperPage.OpenAsync(Client, "/copies")).Text(".empty h2"));
        await FillAsync();
        await (await PaperPage.OpenAsync(Client, "/copies")).PressAsync("[data-copy] button");

        var list = await PaperPage.OpenAsync(Client, $"/copies?desk={House.Desk.Name}");

        Assert.Equal(["Copy 1", "11:00 am", "demo, at the sheet", "2 to return, 1 ASAP, left word with 1", "the first"], list.Texts("tbody td"));
        Assert.Equal(HttpStatusCode.NotFound, (await PaperPage.OpenAsync(Client, "/copies?desk=nobody")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PaperPage.OpenAsync(Client, $"/copies/{Some.Id()}")).Status);
    }

    [Fact]
    public async Task Fifty_copies_stand_on_a_page_and_the_others_behind_it()
    {
        for (var made = 0; made < 51; made++)
        {
            await House.Get<CopyMaking>().MakeAsync(House.Desk, new CopyWanted(Some.Id(), CopyReason.Button, "Jamie"), Cancel);
        }

        var first = await PaperPage.OpenAsync(Client, "/copies");
        Assert.Equal(50, first.Document.QuerySelectorAll("tbody tr").Length);
        var older = await PaperPage.OpenAsync(Client, first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal("Copy 1", older.Text("tbody a"));
    }

    [Fact]
    public async Task Private_notes_stay_off_the_copy_until_they_are_asked_for_and_the_paper_can_be_chosen()
    {
        await FillAsync();
        var copy = await (await PaperPage.OpenAsync(Client, "/")).PressAsync("[data-copy] button");
        Assert.DoesNotContain("No calls before ten.", copy.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("/css/copy-letter", copy.Document.Head!.InnerHtml, StringComparison.Ordinal);

        var links = copy.Document.QuerySelectorAll(".tools a.button").Select(link => link.GetAttribute("href")!).ToArray();
        var onA4 = await PaperPage.OpenAsync(Client, links[0]);
        Assert.Contains("/css/copy-a4", onA4.Document.Head!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal("No calls before ten.", (await PaperPage.OpenAsync(Client, links[1])).Text(".notes"));

        await House.Get<DeskBook>().SaveAsync(House.Desk with { Copies = new CopyOrders { Paper = Paper.A4 } }, Cancel);
        Assert.Contains("/css/copy-a4", (await PaperPage.OpenAsync(Client, copy.Response.RequestMessage!.RequestUri!.PathAndQuery)).Document.Head!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_on_a_copy_is_markup_of_a_callers()
    {
        await House.Database.RingsAsync(House.Desk, new SeedCall { SaidName = "<script>alert(1)</script>", Regarding = "\"><img src=x onerror=alert(1)>" });
        var copy = await (await PaperPage.OpenAsync(Client, "/")).PressAsync("[data-copy] button");
        Assert.Equal("<script>alert(1)</script>", copy.Text(".name a"));
        Assert.Empty(copy.Document.QuerySelectorAll("main img, main script"));
    }

    [Fact]
    public async Task A_form_from_elsewhere_makes_no_copy()
    {
        using var form = new FormUrlEncodedContent([]);
        Assert.Equal(HttpStatusCode.BadRequest, (await Client.PostAsync($"/copies?handler=Make&desk={House.Desk.Name}", form, Cancel)).StatusCode);
        Assert.Empty(await ListedAsync());
    }

    [Fact]
    public async Task A_copy_of_a_desk_that_has_addresses_says_what_became_of_its_mails_or_offers_to_mail_it()
    {
        await FillAsync();
        var copy = await (await PaperPage.OpenAsync(Client, "/")).PressAsync("[data-copy] button");
        Assert.Empty(copy.Document.QuerySelectorAll("form[action*=Mail], [data-mail]"));

        var id = (await ListedAsync())[0].Id;
        await House.Database.WriteAsync(
            work => work.ExecuteAsync(
                """
                insert into mails (id, desk_id, copy_id, to_address, state, attempt, due_at, sent_at, last_error, created_at, version)
                values (@sent, @deskId, @id, 'margaret@example.org', 3, 1, @at, @at, null, @at, 2), (@failed, @deskId, @id, 'jamie@example.org', 4, 1, @at, null, '550 no such user', @at, 2)
                """,
                new { sent = Some.Id(), failed = Some.Id(), deskId = House.Desk.Id, id, at = House.Clock.GetUtcNow() }),
            Cancel);

        Assert.Equal(
            ["jamie@example.org: could not be mailed: 550 no such user", "margaret@example.org: mailed 11:00 am"],
            (await PaperPage.OpenAsync(Client, $"/copies/{id}")).Texts("[data-mail]").Order());
    }

    private Task<IReadOnlyList<ListedCopy>> ListedAsync() => House.Get<CleanCopies>().NewestAsync(House.Desk.Id, null, 50, Cancel);

    private async Task FillAsync()
    {
        var danni = Some.Contact(House.Desk, "Danni Okafor", "+13105550143") with { WantsToTalk = true, Notes = "No calls before ten." };
        await House.Get<PhoneBook>().SaveAsync(danni, Cancel);
        await House.Database.RingsAsync(House.Desk, new SeedCall { Id = Some.Id(), Party = danni.Id.ToString(), ContactId = danni.Id, CallerFrom = "+13105550143", Number = null });
        await House.Database.RingsAsync(House.Desk, new SeedCall { Id = Some.Id(), Party = "Ann", SaidName = "Ann Other" });
        await House.Database.RingsAsync(House.Desk, new SeedCall { Id = Some.Id(), Party = "Bea", SaidName = "Bea Waiting", Ball = Ball.Theirs });
    }
}
