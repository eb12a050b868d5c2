using FrontDesk.Tests.House;
using FrontDesk.Tests.Stories;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FrontDesk.BrowserTests;

/// <summary>The guide's night of demo, played on the page of telephones as a reader plays it. With PICTURES=1 the guide's pictures are taken on the way (tests/picture.sh).</summary>
public sealed class NightInBrowserTests(Chromium chromium)
{
    // A voicemail has heard its message out, and the caller has held, within this.
    private const float AWhile = 90_000;

    private const string DannisPhone = "Danni Okafor";
    private const string Cell = "Margaret Miller, cell";
    private const string Home = "Margaret Miller, home";
    private const string Car = "Margaret Miller, car";

    [Fact]
    public async Task The_night_in_the_guide_is_played_on_the_page_and_the_pages_show_it()
    {
        await using var demo = await OpenDemo.OpenAsync(chromium);
        await demo.SkipToAsync(new(19, 10));
        await demo.Page.GotoAsync($"{demo.Address}/simulator");
        var (danni, cell, home, car) = (Phone(demo, DannisPhone), Phone(demo, Cell), Phone(demo, Home), Phone(demo, Car));

        await cell.GetByLabel("When it rings").SelectOptionAsync("no-answer");
        await home.GetByLabel("When it rings").SelectOptionAsync("no-answer");
        await car.GetByLabel("When it rings").SelectOptionAsync("voicemail");
        await DanniPhonesAsync(demo, danni, car);
        await Expect(car.Locator(".talk")).ToContainTextAsync("Rang at 7:1", new() { Timeout = AWhile });
        await OnTheHookAsync(home, car);
        var card = await TheSheetShowsItAsync(demo);

        await demo.Page.GetByText("Skip ahead 15 minutes").ClickAsync();
        await Expect(cell.Locator(".texts li")).ToHaveCountAsync(2, new() { Timeout = AWhile });
        await MargaretPhonesInAsync(demo, cell, danni);
        await TheCallSPageShowsItAsync(demo, card);
    }

    private static async Task DanniPhonesAsync(OpenDemo demo, ILocator danni, ILocator car)
    {
        await Press(danni, "Call the desk");
        await SaysAsync(danni, "May I ask who's calling?", "It's Danni Okafor");
        await Expect(danni.Locator(".talk")).ToContainTextAsync("Let me see if I can get her", new() { Timeout = AWhile });
        await Expect(car.Locator(".lamp")).ToContainTextAsync("ringing", new() { Timeout = AWhile });
        await PictureAsync(demo, "night-holding", DannisPhone, Cell, Home, Car);
        await SaysAsync(danni, "Can I have her return?", "Yes, please");
        await SaysAsync(danni, "Can she reach you at", "Yes");
        await SaysAsync(danni, "regarding?", "the second draft");
        await OnTheHookAsync(danni);
        Assert.Equal(WrittenNight.WordsUnder("Danni phones"), await danni.Locator(".talk li").AllInnerTextsAsync());
    }

    /// <returns>Where Danni's card is.</returns>
    private static async Task<string> TheSheetShowsItAsync(OpenDemo demo)
    {
        var sheet = await demo.Page.Context.NewPageAsync();
        await sheet.GotoAsync(demo.Address);
        await Expect(sheet.Locator(".line").First).ToContainTextAsync(Assert.Single(WrittenNight.WordsUnder("The sheet says so")));
        await PictureAsync(sheet, "night-sheet", 500);
        var card = await sheet.Locator(".line h3 a").First.GetAttributeAsync("href");
        await sheet.CloseAsync();
        return card!;
    }

    private static async Task MargaretPhonesInAsync(OpenDemo demo, ILocator cell, ILocator danni)
    {
        await Press(cell, "Call the desk");
        await Expect(cell.Locator(".talk")).ToContainTextAsync("Your PIN, please", new() { Timeout = AWhile });
        foreach (var key in "246810#")
        {
            await Press(cell, key.ToString());
        }

        await Expect(cell.Locator(".talk")).ToContainTextAsync("DAN-ee oh-KAH-for", new() { Timeout = AWhile });
        await Press(cell, "1");
        await Press(danni, "Answer");
        await demo.TalksAsync("+13105550101");
        await SaysAsync(cell, "Calling DAN-ee", "Danni, I have your second draft here", talking: true);
        await SaysAsync(danni, "second draft here", "And I have the ending", talking: true);
        await Expect(cell.Locator(".talk")).ToContainTextAsync("the ending", new() { Timeout = AWhile });
        await PictureAsync(demo, "night-connected", DannisPhone, Cell);
        await Press(danni, "Hang up");
        await Expect(cell.Locator(".talk")).ToContainTextAsync("Press 1 if you talked", new() { Timeout = AWhile });
        await Press(cell, "1");
        await Expect(cell.Locator(".talk")).ToContainTextAsync("is off the sheet", new() { Timeout = AWhile });
        await OnTheHookAsync(cell);
    }

    private static async Task TheCallSPageShowsItAsync(OpenDemo demo, string card)
    {
        await demo.Page.GotoAsync(demo.Address);
        await Expect(demo.Page.Locator(".line")).ToHaveCountAsync(0);
        await demo.Page.GotoAsync(new Uri(new Uri(demo.Address), card).ToString());
        await demo.Page.GetByText("They called", new() { Exact = true }).ClickAsync();
        await Expect(demo.Page.Locator("main")).ToContainTextAsync("Can I have her return?");
        await PictureAsync(demo.Page, "night-call", 1000);
    }

    private static ILocator Phone(OpenDemo demo, string label) => demo.Page.Locator($"article[aria-label='{label}']");

    private static Task Press(ILocator phone, string button) => phone.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync(new() { Timeout = AWhile });

    private static async Task SaysAsync(ILocator phone, string after, string words, bool talking = false)
    {
        await Expect(phone.Locator(".talk")).ToContainTextAsync(after, new() { Timeout = AWhile });
        if (!talking)
        {
            await Expect(phone.Locator(".lamp")).ToHaveTextAsync("listening", new() { Timeout = AWhile });
        }

        await phone.GetByLabel("What you say").FillAsync(words);
        await Press(phone, "Say");
    }

    private static async Task OnTheHookAsync(params ILocator[] phones)
    {
        foreach (var phone in phones)
        {
            await Expect(phone.Locator(".lamp")).ToHaveTextAsync("on the hook", new() { Timeout = AWhile });
        }
    }

    /// <summary>These telephones side by side, the others left out.</summary>
    private static async Task PictureAsync(OpenDemo demo, string name, params string[] phones)
    {
        if (Place(name) is { } place)
        {
            await demo.Page.SetViewportSizeAsync(phones.Length > 2 ? 1500 : 1000, 900);
            await demo.Page.EvaluateAsync(
                """
                phones => {
                  document.querySelectorAll('article').forEach(phone => { phone.hidden = !phones.includes(phone.getAttribute('aria-label')); });
                  document.querySelector('main').style.gridTemplateColumns = `1fr ${phones.length - 1}fr`;
                }
                """,
                phones);
            await demo.Page.Locator("main").ScreenshotAsync(new() { Path = place });
            await demo.Page.EvaluateAsync("() => { document.querySelectorAll('article').forEach(phone => { phone.hidden = false; }); document.querySelector('main').style.gridTemplateColumns = ''; }");
        }
    }

    private static async Task PictureAsync(IPage page, string name, int height)
    {
        if (Place(name) is { } place)
        {
            await page.SetViewportSizeAsync(1280, height);
            await page.ScreenshotAsync(new() { Path = place });
        }
    }

    /// <summary>Null where nobody asked for pictures.</summary>
    private static string? Place(string name) =>
        Environment.GetEnvironmentVariable("PICTURES") == "1" ? Path.Combine(Premises.Root, "docs", "pictures", $"{name}.png") : null;
}
