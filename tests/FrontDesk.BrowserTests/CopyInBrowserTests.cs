using System.Globalization;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FrontDesk.BrowserTests;

/// <summary>R7 on the screen and on paper.</summary>
public sealed class CopyInBrowserTests(Chromium chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 375)]
    [InlineData(ColorScheme.Dark, 375)]
    public async Task Everybody_can_read_a_copy_by_light_and_dark_on_a_desk_and_on_a_phone(ColorScheme scheme, int width)
    {
        await using var sheet = await OpenSheet.OfABusyMorningAsync(chromium, scheme, width);
        var page = sheet.Page;
        await page.GotoAsync($"{sheet.Address}copies");
        await sheet.CheckAsync($"copies-none-{scheme}-{width}");
        await page.Locator("[data-copy] button").ClickAsync();
        await sheet.SomebodyElseMarksAsync("Bob from the garage");
        await sheet.ImportantCallAsync("Zoe Urgent");
        await page.GotoAsync(sheet.Address);
        await page.Locator(".copying summary").ClickAsync();
        await sheet.CheckAsync($"hand-over-{scheme}-{width}");
        await page.GetByLabel("For the next assistant").FillAsync("Ann rings at four; put her through.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hand over with a clean copy" }).ClickAsync();
        await Expect(page.Locator(".news").First).ToBeVisibleAsync();
        await sheet.CheckAsync($"copy-{scheme}-{width}");
        await page.GetByRole(AriaRole.Link, new() { Name = "With notes" }).ClickAsync();
        await page.WaitForURLAsync(address => address.Contains("notes", StringComparison.Ordinal));
        await sheet.CheckAsync($"copy-notes-{scheme}-{width}");
        await page.GotoAsync($"{sheet.Address}copies");
        await sheet.CheckAsync($"copies-{scheme}-{width}");
    }

    [Fact]
    public async Task One_key_on_the_sheet_makes_a_copy_in_the_sheets_order()
    {
        await using var sheet = await OpenSheet.OfABusyMorningAsync(chromium);
        var names = await sheet.NamesAsync();
        await sheet.Page.Keyboard.PressAsync("o");
        await Expect(sheet.Page.Locator("h1")).ToHaveTextAsync("Margaret Miller: clean copy 1");
        Assert.Equal(names, await sheet.Page.Locator(".call .name a").AllInnerTextsAsync());
        await Expect(sheet.Page.Locator("[data-print]")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("letter", 792, 612)]
    [InlineData("a4", 842, 595)]
    public async Task Twenty_four_calls_stand_on_one_page_lying_on_its_side(string paper, int width, int height)
    {
        await using var sheet = await OpenSheet.OfABusyMorningAsync(chromium);
        await sheet.CallersRingAsync(16);
        var (names, printed) = await PrintAsync(sheet, paper, "Ann rings at four; put her through.");

        Assert.Equal(24, names.Count);
        Assert.InRange(printed.Sizes.Single().Width, width - 1, width + 1);
        Assert.InRange(printed.Sizes.Single().Height, height - 1, height + 1);
        AssertInOrder(names, printed.Texts.Single());
        Assert.Contains("Annringsatfour", printed.Texts.Single(), StringComparison.Ordinal);
        Assert.Contains("Page1of1", printed.Texts.Single(), StringComparison.Ordinal);
        Assert.Contains("MargaretMiller:cleancopy1", printed.Texts.Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("Print", printed.Texts.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("letter")]
    [InlineData("a4")]
    public async Task Sixty_calls_repeat_the_heading_on_every_page_and_no_row_is_torn(string paper)
    {
        await using var sheet = await OpenSheet.OfABusyMorningAsync(chromium);
        await sheet.CallersRingAsync(52);
        var (names, printed) = await PrintAsync(sheet, paper);

        Assert.Equal(60, names.Count);
        Assert.InRange(printed.Texts.Count, 3, 5);
        AssertInOrder(names, string.Concat(printed.Texts));
        foreach (var (at, text) in printed.Texts.Index())
        {
            Assert.Contains("MargaretMiller:cleancopy1", text[..HeadingEnds(text)], StringComparison.Ordinal);
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Page{at + 1}of{printed.Texts.Count}"), text, StringComparison.Ordinal);
        }

        // The last thing said of each caller stands on the page their name is on.
        foreach (var number in Enumerable.Range(0, 52))
        {
            var name = Bare(OpenSheet.CallerName(number));
            var page = Assert.Single(printed.Texts, text => text.Contains(name, StringComparison.Ordinal));
            Assert.Contains($"ends{number:00}.", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task On_paper_names_are_large_rows_have_a_box_to_tick_and_notes_are_left_off()
    {
        await using var sheet = await OpenSheet.OfABusyMorningAsync(chromium);
        await sheet.Page.Keyboard.PressAsync("o");
        await Expect(sheet.Page.Locator("h1")).ToContainTextAsync("clean copy");
        await sheet.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await sheet.Page.SetViewportSizeAsync(980, 734);
        await sheet.PictureAsync("copy-paper");

        // 16 points are 21.33 of the browser's pixels.
        var sizes = await sheet.Page.Locator(".call .name a").EvaluateAllAsync<double[]>("names => names.map(name => parseFloat(getComputedStyle(name).fontSize))");
        Assert.All(sizes, size => Assert.InRange(size, 21.3, 21.4));
        var boxes = await sheet.Page.Locator(".call .tick span").EvaluateAllAsync<double[]>("boxes => boxes.map(box => box.getBoundingClientRect().width)");
        Assert.All(boxes, width => Assert.True(width > 8));
        Assert.Equal(sizes.Length, boxes.Length);
        Assert.Equal("table-header-group", await sheet.Page.Locator(".copy thead").EvaluateAsync<string>("head => getComputedStyle(head).display"));
        await Expect(sheet.Page.Locator(".tools")).ToBeHiddenAsync();
        Assert.Equal("rgb(0, 0, 0)", await sheet.Page.Locator(".call .name a").First.EvaluateAsync<string>("name => getComputedStyle(name).color"));
    }

    private static async Task<(IReadOnlyList<string> Names, PrintedPages Printed)> PrintAsync(OpenSheet sheet, string paper, string note = "")
    {
        await sheet.Page.GotoAsync(sheet.Address);
        var names = await sheet.NamesAsync();
        await sheet.Page.Locator(".copying summary").ClickAsync();
        await sheet.Page.GetByLabel("For the next assistant").FillAsync(note);
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Hand over with a clean copy" }).ClickAsync();
        await Expect(sheet.Page.Locator("h1")).ToContainTextAsync("clean copy");
        await sheet.Page.GotoAsync($"{sheet.Page.Url}?paper={paper}");
        var pdf = await sheet.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
        await sheet.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await sheet.Page.SetViewportSizeAsync(980, 734);
        await sheet.PictureAsync($"copy-paper-{names.Count}");
        await OpenSheet.KeepAsync($"copy-{names.Count}-{paper}.pdf", pdf);
        return (names, PrintedPages.Read(pdf));
    }

    private static void AssertInOrder(IEnumerable<string> names, string text)
    {
        var at = 0;
        foreach (var name in names)
        {
            var found = text.IndexOf(Bare(name), at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{name} is not where the sheet has them, after: {text[..at]}");
            at = found;
        }
    }

    /// <summary>Nothing of a call stands above the heads of the columns.</summary>
    private static int HeadingEnds(string text)
    {
        var end = text.IndexOf("WhoNumbersRegardingWhen", StringComparison.Ordinal);
        Assert.InRange(end, 0, 200);
        return end;
    }

    private static string Bare(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));
}
