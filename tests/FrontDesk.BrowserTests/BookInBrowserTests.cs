using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FrontDesk.BrowserTests;

public sealed class BookInBrowserTests(Chromium chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 375)]
    [InlineData(ColorScheme.Dark, 375)]
    public async Task Everybody_can_read_the_book_by_light_and_dark_on_a_desk_and_on_a_phone(ColorScheme scheme, int width)
    {
        await using var sheet = await OpenSheet.OfABusyMorningAsync(chromium, scheme, width);
        var page = sheet.Page;
        foreach (var (name, address) in new[] { ("book", "contacts"), ("nobody", "contacts?search=zzz"), ("new-card", "contacts/edit"), ("import", "contacts/import"), ("duplicates", "contacts/duplicates") })
        {
            await page.GotoAsync($"{sheet.Address}{address}");
            await sheet.CheckAsync($"{name}-{scheme}-{width}");
        }

        await page.GotoAsync($"{sheet.Address}contacts?search=danni");
        await page.Locator(".entry h2 a", new() { HasText = "Danni Okafor" }).Last.ClickAsync();
        await sheet.CheckAsync($"card-{scheme}-{width}");
        await page.Locator("[data-open-help]").ClickAsync();
        await sheet.CheckAsync($"card-help-{scheme}-{width}");
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("[data-edit]").ClickAsync();
        await page.Locator("[name=PreferredAnswer]").FillAsync("She'll call by five.");
        await page.Locator(".card-form button.main").ClickAsync();
        await Expect(page.Locator("#faults")).ToContainTextAsync("promises a time");
        await sheet.CheckAsync($"card-refused-{scheme}-{width}");
    }

    [Fact]
    public async Task A_card_is_found_opened_changed_and_changed_back_with_the_keyboard_alone()
    {
        await using var sheet = await OpenSheet.OfABusyMorningAsync(chromium);
        var page = sheet.Page;
        await page.GotoAsync($"{sheet.Address}contacts");
        await KeysWorkAsync(page);

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("priya nat");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".entry")).ToHaveCountAsync(1);
        await KeysWorkAsync(page);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Priya Natarajan");
        await KeysWorkAsync(page);
        await page.Keyboard.PressAsync("e");
        await page.GetByLabel("Company").FocusAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("Fifth Wall");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".done")).ToContainTextAsync("Card changed.");
        await Expect(page.Locator(".heading")).ToContainTextAsync("Fifth Wall");
        await KeysWorkAsync(page);
        await sheet.PictureAsync("card-changed");

        await page.Keyboard.PressAsync("z");
        await Expect(page.Locator(".done")).ToContainTextAsync("Undone.");
        await Expect(page.Locator(".heading")).ToContainTextAsync("Fourth Wall");
        await KeysWorkAsync(page);
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator("h1")).ToHaveTextAsync("The book");
    }

    [Fact]
    public async Task A_name_is_heard_where_the_browser_has_a_voice_and_no_button_stands_where_it_has_none()
    {
        await using var sheet = await OpenSheet.OfABusyMorningAsync(chromium);
        await sheet.Page.EvaluateAsync("() => { window.said = []; speechSynthesis.speak = name => window.said.push(name.text); }");
        await sheet.Page.Locator(".line", new() { HasText = "Danni Okafor" }).Locator("[data-hear]").ClickAsync();
        Assert.Equal("dan-ee oh-kah-for", await sheet.Page.EvaluateAsync<string>("() => window.said[0]"));

        await sheet.Page.AddInitScriptAsync("delete window.speechSynthesis; delete Window.prototype.speechSynthesis;");
        await sheet.Page.ReloadAsync();
        await Expect(sheet.Page.Locator(".line").First).ToBeVisibleAsync();
        if (await sheet.Page.EvaluateAsync<bool>("() => !('speechSynthesis' in window)"))
        {
            await Expect(sheet.Page.Locator("[data-hear]:visible")).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task A_line_of_the_sheet_opens_its_card_or_makes_one()
    {
        await using var sheet = await OpenSheet.OfABusyMorningAsync(chromium);
        await sheet.Page.Locator(".line", new() { HasText = "Danni Okafor" }).FocusAsync();
        await sheet.Page.Keyboard.PressAsync("c");
        await Expect(sheet.Page.Locator("h1")).ToHaveTextAsync("Danni Okafor");
        await Expect(sheet.Page.Locator(".court")).ToContainTextAsync("we owe them a call");

        await sheet.Page.GotoAsync(sheet.Address);
        await KeysWorkAsync(sheet.Page);
        await sheet.Page.Locator(".line", new() { HasText = "Bob from the garage" }).FocusAsync();
        await sheet.Page.Keyboard.PressAsync("c");
        await Expect(sheet.Page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Bob from the garage");
    }

    [Fact]
    public async Task A_file_of_ten_thousand_is_looked_at_and_its_progress_is_seen()
    {
        await using var sheet = await OpenSheet.OfABusyMorningAsync(chromium);
        var file = "Name,Phone\n" + string.Concat(Enumerable.Range(0, 10_000).Select(at => $"Q{at} Caller{at * 7},+1{201 + (at / 100)}55501{at % 100:00}\n"));
        await sheet.Page.GotoAsync($"{sheet.Address}contacts/import");
        await sheet.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "ten.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(file) });
        await sheet.Page.GetByText("Look at it").ClickAsync();
        await Expect(sheet.Page.Locator("[data-summary]")).ToContainTextAsync("new", new() { Timeout = 60_000 });
        await sheet.CheckAsync("review");

        await sheet.Page.Locator(".card-acts button.main").ClickAsync();
        await Expect(sheet.Page.Locator("[data-summary]")).ToContainTextAsync("added", new() { Timeout = 60_000 });
        await sheet.CheckAsync("imported");
    }

    /// <summary>The script shows the way to its help once it listens.</summary>
    private static Task KeysWorkAsync(IPage page) => Expect(page.Locator("[data-open-help]")).ToBeVisibleAsync();
}
