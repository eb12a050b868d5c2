using System.Net;
using FrontDesk.Tests.Api;
using FrontDesk.Tests.Stores;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reach;
using Xunit;

namespace FrontDesk.Tests.Sheet;

/// <summary>What people and programs see of the boss's reminders, and where they say where she is.</summary>
public sealed class RemindersPageTests : PageTest
{
    [Fact]
    public async Task T77_an_expired_reminder_is_shown_as_such_on_the_page_of_its_call_on_the_list_and_in_the_API()
    {
        var call = await House.Database.RingsAsync(House.Desk, new SeedCall());
        await RemindsAsync(call, slot: 0, state: 6, expired: true, throttled: null);

        Assert.Contains("ASAP reminder 1: expired: shown on the sheet", (await PaperPage.OpenAsync(Client, $"/calls/{call}")).Text("[aria-labelledby=reminders] li"), StringComparison.Ordinal);
        Assert.Contains("John Smith, ASAP reminder 1: expired: shown on the sheet", (await PaperPage.OpenAsync(Client, "/reminders")).Text("[aria-labelledby=lately] li"), StringComparison.Ordinal);
        Assert.Contains("\"state\":\"expired\"", await ApiAsync("reminders"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_throttled_reminder_is_shown_with_the_time_it_goes_out_and_the_rung_it_takes()
    {
        var call = await House.Database.RingsAsync(House.Desk, new SeedCall());
        var goesOut = House.Clock.GetUtcNow().AddMinutes(12);
        await RemindsAsync(call, slot: 2, state: 1, expired: false, throttled: goesOut);

        var life = (await PaperPage.OpenAsync(Client, "/reminders")).Text("[aria-labelledby=coming] li");
        Assert.Contains("goes out at", life, StringComparison.Ordinal);
        Assert.Contains("the phone has had its share; next: a text, or else her phones one after the other", life, StringComparison.Ordinal);
        Assert.Contains($"\"throttledUntil\":\"{goesOut:yyyy-MM-dd'T'HH:mm}", await ApiAsync("reminders"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_in_the_API_says_whose_calls_may_wake_the_boss()
    {
        await House.Database.RingsAsync(House.Desk, new SeedCall());
        Assert.Contains("\"wakes\":false", await ApiAsync("sheet"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task T83_a_stay_is_added_and_removed_and_what_cannot_be_is_refused_in_a_sentence_and_kept_in_the_form()
    {
        var page = await PaperPage.OpenAsync(Client, "/reminders?desk=miller");
        var refused = await page.PressAsync("form[action*=Add] button", fields => (fields["zone"], fields["from"], fields["until"]) = ("Europe/Camelot", "2026-04-01T09:00", "2026-04-08T18:00"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Nothing was changed: \"Europe/Camelot\" is no time zone; write one like Europe/London.", refused.Text("[role=alert]"));
        Assert.Equal("Europe/Camelot", refused.Document.QuerySelector("input[name=zone]")!.GetAttribute("value"));
        Assert.All(refused.Document.QuerySelectorAll("form[action*=Add] input:not([type=hidden])"), input => Assert.NotNull(input.Closest("label")));

        var added = await refused.PressAsync("form[action*=Add] button", fields => fields["zone"] = "Europe/London");
        Assert.Contains("Europe/London, 2026-04-01 09:00 to 2026-04-08 18:00, there", added.Text("[aria-labelledby=stays] li"), StringComparison.Ordinal);
        Assert.Equal("Europe/London", Assert.Single(House.Get<DeskBook>().Named("miller")!.Stays).Zone);

        await added.PressAsync("form[action*=Remove] button");
        Assert.Empty(House.Get<DeskBook>().Named("miller")!.Stays);
    }

    [Fact]
    public async Task T86_the_edition_of_the_time_zones_rules_is_told_where_it_can_be()
    {
        Assert.Contains($"\"timeZoneRules\":{(TimeZoneRules.Edition is { } edition ? $"\"{edition}\"" : "null")}", await Client.GetStringAsync("/health/zones", Cancel), StringComparison.Ordinal);
        var folder = Directory.CreateTempSubdirectory("zones");
        Assert.Null(TimeZoneRules.Read([folder.FullName]));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "tzdata.zi"), "# version 2031c\nR d 1916 o - Jun 14 23s 1 S\n", Cancel);
        Assert.Equal("2031c", TimeZoneRules.Read(["/nowhere", folder.FullName]));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task B64_a_phone_that_sends_our_calls_back_is_a_notice_on_the_sheet_for_a_day()
    {
        var cell = PhoneNumber.Parse("+13105550101");
        await House.Get<PhoneLoops>().TakeNoteAsync(House.Desk, cell, House.Clock.GetUtcNow(), Cancel);
        Assert.False(await House.Get<PhoneLoops>().TakeNoteAsync(House.Desk, cell, House.Clock.GetUtcNow(), Cancel));
        Assert.Contains("(310) 555-0101) sent our own call back to the line", (await PaperPage.OpenAsync(Client, "/")).Text("[data-loop]"), StringComparison.Ordinal);
    }

    private async Task RemindsAsync(Guid call, int slot, int state, bool expired, DateTimeOffset? throttled)
    {
        var now = House.Clock.GetUtcNow();
        await House.Database.WriteAsync(
            work => work.ExecuteAsync(
                """
                insert into reminders (id, desk_id, call_id, kind, slot, due_at, rung, state, throttled_until, expired_at, acknowledged_at, version)
                values (@id, @desk, @call, 1, @slot, @due, 0, @state, @throttled, @expired, @expired, 0)
                """,
                new { id = Some.Id(), desk = House.Desk.Id, call, slot, state, throttled, due = throttled ?? now.AddHours(-1), expired = expired ? now : (DateTimeOffset?)null }),
            Cancel);
    }

    private async Task<string> ApiAsync(string what)
    {
        using var client = House.NewClient();
        await ApiTest.ShowsATokenAsync(client, House.Database);
        return await client.GetStringAsync($"/api/v1/desks/miller/{what}", Cancel);
    }
}
