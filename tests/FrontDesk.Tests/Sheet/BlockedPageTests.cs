using System.Net;
using FrontDesk.Desks;
using FrontDesk.Tests.Stores;
using FrontDesk.Web.Desks;
using Xunit;

namespace FrontDesk.Tests.Sheet;

public sealed class BlockedPageTests : PageTest
{
    private static readonly PhoneNumber Johns = PhoneNumber.Parse("+13105550142");
    [Fact]
    public async Task A_number_is_blocked_on_the_page_of_its_call_and_undone_there()
    {
        var call = await House.Database.RingsAsync(House.Desk, new SeedCall());

        var blocked = await (await PaperPage.OpenAsync(Client, $"/calls/{call}")).PressAsync("form[action*=handler\\=Block] button", fields => fields["why"] = "sells <b>ladders</b>");
        Assert.Contains("(310) 555-0142 is blocked", blocked.Text("[aria-labelledby=block] p"), StringComparison.Ordinal);
        Assert.Contains("sells <b>ladders</b>", blocked.Text("[aria-labelledby=block] p"), StringComparison.Ordinal);
        Assert.StartsWith("Undo", blocked.Text("form[action*=Unblock] button"), StringComparison.Ordinal);
        Assert.Contains("The number is blocked", blocked.Text(".line .why"), StringComparison.Ordinal);

        var undone = await blocked.PressAsync("form[action*=Unblock] button");
        Assert.StartsWith("Block this number", undone.Text("form[action*=handler\\=Block] button"), StringComparison.Ordinal);
        Assert.Empty(await House.Get<BlockedNumbers>().AllAsync(House.Desk.Id, Cancel));
    }

    [Fact]
    public async Task The_list_of_blocked_numbers_unblocks_and_takes_it_back()
    {
        Assert.Equal("No number is blocked", (await PaperPage.OpenAsync(Client, $"/blocked?desk={House.Desk.Name}")).Text(".empty h2"));
        await House.Get<BlockedNumbers>().BlockAsync(House.Desk.Id, new BlockedNumber { Number = Johns, Why = "ladders", By = "Jamie", At = Some.Morning }, Cancel);

        var page = await PaperPage.OpenAsync(Client, $"/blocked?desk={House.Desk.Name}");
        Assert.Equal("(310) 555-0142", page.Text("tbody th"));
        var unblocked = await page.PressAsync("form[action*=Unblock] button");
        Assert.Empty(unblocked.Document.QuerySelectorAll("tbody tr"));
        var again = await unblocked.PressAsync(".done button");

        Assert.Equal("ladders", Assert.Single(await House.Get<BlockedNumbers>().AllAsync(House.Desk.Id, Cancel)).Why);
        Assert.Single(again.Document.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task A_withheld_number_and_a_phone_of_the_boss_offer_nothing_to_block()
    {
        var withheld = await House.Database.RingsAsync(House.Desk, new SeedCall { Party = null, CallerFrom = "anonymous", Number = null });
        var line = await House.Database.RingsAsync(House.Desk, new SeedCall { Party = House.Desk.Lines[0].Number.E164, CallerFrom = House.Desk.Lines[0].Number.E164 });

        foreach (var call in new[] { withheld, line })
        {
            Assert.Empty((await PaperPage.OpenAsync(Client, $"/calls/{call}")).Document.QuerySelectorAll("[aria-labelledby=block]"));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await PaperPage.OpenAsync(Client, "/blocked?desk=nobody")).Status);
    }
}
