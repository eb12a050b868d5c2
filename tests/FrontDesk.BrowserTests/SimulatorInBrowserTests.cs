using Deque.AxeCore.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FrontDesk.BrowserTests;

/// <summary>The page of telephones, worked as a newcomer works it.</summary>
public sealed class SimulatorInBrowserTests(Chromium chromium)
{
    // The desk's lines take as long to say as they take on a telephone.
    private const float ALineSpoken = 30_000;

    [Fact]
    public async Task A_newcomer_phones_the_desk_on_the_page_and_finds_the_call_on_the_sheet()
    {
        await using var demo = await OpenDemo.OpenAsync(chromium);
        await demo.Page.GotoAsync($"{demo.Address}/simulator");
        var danni = demo.Page.Locator("article[aria-label='Danni Okafor']");

        await danni.GetByText("Call the desk", new() { Exact = true }).ClickAsync();
        await Expect(danni.Locator(".talk")).ToContainTextAsync("Margaret Miller's office", new() { Timeout = ALineSpoken });
        await Expect(danni.Locator(".lamp")).ToHaveTextAsync("listening", new() { Timeout = ALineSpoken });
        await danni.GetByLabel("What you say").FillAsync("Danni Okafor for Ms. Miller");
        await danni.GetByText("Say", new() { Exact = true }).ClickAsync();
        await Expect(danni.Locator(".talk")).ToContainTextAsync("Let me see if I can get her", new() { Timeout = ALineSpoken });
        Assert.Empty((await demo.Page.RunAxe()).Violations.Select(found => $"{found.Id}: {found.Help}"));
        await danni.GetByText("Hang up", new() { Exact = true }).ClickAsync();
        await Expect(danni.Locator(".lamp")).ToHaveTextAsync("on the hook", new() { Timeout = ALineSpoken });

        await demo.Page.GotoAsync(demo.Address);
        await Expect(demo.Page.Locator(".line h3 a").First).ToHaveTextAsync("Danni Okafor");
    }

    [Fact]
    public async Task An_hour_skipped_on_the_page_brings_the_reminder_to_the_bosss_phone()
    {
        await using var demo = await OpenDemo.OpenAsync(chromium);
        await demo.Page.GotoAsync($"{demo.Address}/simulator");
        var john = demo.Page.Locator("article[aria-label='John Smith']");
        await john.GetByText("Call the desk", new() { Exact = true }).ClickAsync();
        await Expect(john.Locator(".lamp")).ToHaveTextAsync("listening", new() { Timeout = ALineSpoken });
        await john.GetByLabel("What you say").FillAsync("John Smith, regarding the Big Merger");
        await john.GetByText("Say", new() { Exact = true }).ClickAsync();
        await Expect(john.Locator(".talk")).ToContainTextAsync("Let me see if I can get her", new() { Timeout = ALineSpoken });
        await john.GetByText("Hang up", new() { Exact = true }).ClickAsync();
        await Expect(john.Locator(".lamp")).ToHaveTextAsync("on the hook", new() { Timeout = ALineSpoken });

        var cell = demo.Page.Locator("article[aria-label='Margaret Miller, cell']");
        var skip = demo.Page.GetByText("Skip ahead 15 minutes");
        // Whatever the hour is, the boss's waking hours begin within a day of it.
        for (var quarters = 0; quarters < 96 && !(await cell.InnerTextAsync()).Contains("John Smith", StringComparison.Ordinal); quarters++)
        {
            await skip.ClickAsync();
            await Expect(skip).ToBeEnabledAsync(new() { Timeout = ALineSpoken });
        }

        await Expect(cell).ToContainTextAsync("John Smith", new() { Timeout = ALineSpoken });
    }
}
