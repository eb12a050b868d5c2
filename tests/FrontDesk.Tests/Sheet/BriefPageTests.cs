using System.Net;
using FrontDesk.Tests.Stores;
using FrontDesk.Web.Desks;
using Microsoft.AspNetCore.Identity;
using Xunit;

namespace FrontDesk.Tests.Sheet;

public sealed class BriefPageTests : PageTest
{
    [Fact]
    public async Task Three_rows_at_a_time_each_with_one_tap_to_dial()
    {
        await FillAsync(5);
        var page = await PaperPage.OpenAsync(Client, "/brief?desk=miller");
        Assert.Equal("5 to return", page.Text("h1"));
        Assert.Equal(["Caller 0", "Caller 1", "Caller 2"], page.Texts(".three h2"));
        Assert.Equal("tel:+13105550120", page.Document.QuerySelector(".three a.dial")!.GetAttribute("href"));

        var next = await PaperPage.OpenAsync(Client, page.Document.QuerySelector(".turn a:last-child")!.GetAttribute("href")!);
        Assert.Equal(["Caller 3", "Caller 4"], next.Texts(".three h2"));
        Assert.Equal(["Back"], next.Texts(".turn a"));
    }

    [Fact]
    public async Task One_tap_marks_it_returned_and_another_takes_that_back()
    {
        await FillAsync(2);
        var marked = await (await PaperPage.OpenAsync(Client, "/brief?desk=miller")).PressAsync(".done-with");
        Assert.Equal(["Caller 1"], marked.Texts(".three h2"));
        var undone = await marked.PressAsync(".back button");
        Assert.Equal(["Caller 0", "Caller 1"], undone.Texts(".three h2"));
    }

    [Fact]
    public async Task A_line_that_changed_meanwhile_is_not_marked()
    {
        await FillAsync(1);
        var page = await PaperPage.OpenAsync(Client, "/brief?desk=miller");
        var refused = await page.PressAsync(".done-with", fields => fields["version"] = "7");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("nothing was marked", refused.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(["Caller 0"], refused.Texts(".three h2"));
    }

    [Theory]
    [InlineData("/brief?desk=miller&from=-3", HttpStatusCode.OK)]
    [InlineData("/brief?desk=miller&from=99999", HttpStatusCode.OK)]
    [InlineData("/brief?desk=nobody", HttpStatusCode.NotFound)]
    [InlineData("/pin?desk=nobody", HttpStatusCode.NotFound)]
    public async Task Odd_addresses_are_answered(string address, HttpStatusCode status) => Assert.Equal(status, (await PaperPage.OpenAsync(Client, address)).Status);

    [Fact]
    public async Task The_PIN_is_set_on_its_page_and_shown_on_none()
    {
        var page = await PaperPage.OpenAsync(Client, "/pin?desk=miller");
        var refused = await page.PressAsync("main form button", fields => (fields["pin"], fields["again"]) = ("907155", "907156"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.DoesNotContain("907155", refused.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var set = await refused.PressAsync("main form button", fields => (fields["pin"], fields["again"]) = ("907155", "907155"));
        Assert.Contains("The PIN was taken", set.Text("[role=status]"), StringComparison.Ordinal);
        var hash = await House.Database.ReadAsync(
            look => look.FirstOrDefaultAsync<string>("select pin_hash from brief_desks where desk_id = @Id", new { House.Desk.Id }), Cancel);
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<string>().VerifyHashedPassword("", hash!, "907155"));
    }

    [Fact]
    public async Task Wrong_PINs_that_shut_a_door_stand_on_the_sheet()
    {
        Assert.Empty((await PaperPage.OpenAsync(Client, "/?desk=miller")).Texts("[data-alarm]"));
        var desk = House.Get<DeskBook>().Named("miller")!;
        await House.Database.WriteAsync(
            work => work.ExecuteAsync(
                "insert into pin_alarms (id, desk_id, door, tries, at, shut_until) values (@id, @deskId, 'line', 10, @now, @until)",
                new { id = Some.Id(), deskId = desk.Id, now = House.Clock.GetUtcNow(), until = House.Clock.GetUtcNow().AddMinutes(15) }),
            Cancel);
        var alarm = Assert.Single((await PaperPage.OpenAsync(Client, "/?desk=miller")).Texts("[data-alarm]"));
        Assert.StartsWith("10 wrong PINs on the line, from several phones", alarm, StringComparison.Ordinal);
    }

    [Fact]
    public void The_demo_s_bosses_have_the_demo_s_PIN() => Assert.All(House.Get<DeskBook>().All, desk => Assert.True(desk.HasPin || desk.Id == House.Desk.Id));

    private async Task FillAsync(int calls)
    {
        for (var call = 0; call < calls; call++)
        {
            var number = $"+131055501{20 + call}";
            await House.Database.RingsAsync(House.Desk, new SeedCall
            {
                Id = Some.Id(),
                Party = number,
                CallerFrom = number,
                Number = number,
                SaidName = $"Caller {call}",
                ReceivedAt = Some.Morning.AddSeconds(call),
            });
        }
    }
}
