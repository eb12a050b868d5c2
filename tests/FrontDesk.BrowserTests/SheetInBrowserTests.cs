using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FrontDesk.BrowserTests;

public sealed class SheetInBrowserTests(Chromium chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 375)]
    [InlineData(ColorScheme.Dark, 375)]
    public async Task Everybody_can_read_it_by_light_and_dark_on_a_desk_and_on_a_phone(ColorScheme scheme, int width)
    {
        await using var sheet = await OpenSheet.OfABusyMorningAsync(chromium, scheme, width);
        await CheckAsync(sheet, $"sheet-{scheme}-{width}");

        await sheet.Page.Locator(".line").First.Locator("summary").ClickAsync();
        await CheckAsync(sheet, $"code-{scheme}-{width}");

        await sheet.Page.Locator("[data-open-help]").ClickAsync();
        await CheckAsync(sheet, $"help-{scheme}-{width}");

        foreach (var page in new[] { "log", "log?desk=~unclaimed", "brief", "pin", "nowhere" })
        {
            await sheet.Page.GotoAsync($"{sheet.Address}{page}");
            await CheckAsync(sheet, $"{page.Replace('?', '-')}-{scheme}-{width}");
        }

        await sheet.Page.GotoAsync($"{sheet.Address}log");
        await sheet.Page.Locator(".log .name").First.ClickAsync();
        await CheckAsync(sheet, $"call-{scheme}-{width}");

        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Block this number" }).ClickAsync();
        await CheckAsync(sheet, $"call-blocked-{scheme}-{width}");
        await sheet.Page.GetByRole(AriaRole.Link, new() { Name = "All blocked numbers" }).ClickAsync();
        await CheckAsync(sheet, $"blocked-{scheme}-{width}");
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Unblock" }).ClickAsync();
        await CheckAsync(sheet, $"unblocked-{scheme}-{width}");
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(375)]
    public async Task The_brief_in_the_car_is_three_large_rows_each_marked_with_one_key(int width)
    {
        await using var sheet = await OpenSheet.OfABusyMorningAsync(chromium, width: width);
        await sheet.Page.GotoAsync($"{sheet.Address}brief");
        var rows = sheet.Page.Locator(".three li");
        await Expect(rows).ToHaveCountAsync(3);
        foreach (var name in await rows.Locator("h2").AllAsync())
        {
            Assert.True(await name.EvaluateAsync<double>("name => parseFloat(getComputedStyle(name).fontSize)") >= 28);
        }

        foreach (var target in await rows.Locator("a.dial, button").AllAsync())
        {
            Assert.True((await target.BoundingBoxAsync())!.Height >= 64);
        }

        var first = await rows.First.Locator("h2").InnerTextAsync();
        await rows.First.GetByRole(AriaRole.Button, new() { Name = "Returned" }).FocusAsync();
        await sheet.Page.Keyboard.PressAsync("Enter");
        await Expect(rows.First.Locator("h2")).Not.ToHaveTextAsync(first);
        await CheckAsync(sheet, $"brief-marked-{width}");
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(rows.First.Locator("h2")).ToHaveTextAsync(first);
    }

    [Fact]
    public async Task A_line_is_marked_and_the_mark_undone_with_the_keyboard_alone()
    {
        await using var sheet = await OpenSheet.OfABusyMorningAsync(chromium);
        var before = await sheet.NamesAsync();

        await sheet.Page.Keyboard.PressAsync("j");
        await sheet.Page.Keyboard.PressAsync("j");
        await Expect(sheet.FocusedRow.Locator("h3 a")).ToHaveTextAsync(before[1]);
        await sheet.Page.Keyboard.PressAsync("r");

        await Expect(sheet.Page.Locator(".toast")).ToContainTextAsync("Marked: returned.");
        await sheet.PictureAsync("toast");
        await Expect(sheet.Rows).ToHaveCountAsync(before.Count - 1);
        // The hand stays where it was: on the line that moved up.
        await Expect(sheet.FocusedRow.Locator("h3 a")).ToHaveTextAsync(before[2]);

        await sheet.Page.Keyboard.PressAsync("z");
        await Expect(sheet.Page.Locator(".toast")).ToContainTextAsync("Undone.");
        await Expect(sheet.Rows).ToHaveCountAsync(before.Count);
        Assert.Equal(before, await sheet.NamesAsync());
    }

    [Fact]
    public async Task A_code_is_changed_with_the_keyboard_and_the_line_goes_where_it_belongs()
    {
        await using var sheet = await OpenSheet.OfABusyMorningAsync(chromium);
        var last = (await sheet.Page.Locator("[data-list=ours] h3 a").AllInnerTextsAsync())[^1];

        await sheet.Page.Locator("[data-list=ours] .line").Last.FocusAsync();
        await sheet.Page.Keyboard.PressAsync("p");
        await sheet.Page.Keyboard.PressAsync("1");
        await sheet.Page.Keyboard.PressAsync("Tab");
        await sheet.Page.Keyboard.TypeAsync("jolly good reason, really");
        await sheet.Page.Keyboard.PressAsync("Enter");

        await Expect(sheet.Page.Locator(".toast")).ToContainTextAsync("code changed");
        await Expect(sheet.Rows.First.Locator("h3 a")).ToHaveTextAsync(last);
        await Expect(sheet.Rows.First.Locator(".why")).ToContainTextAsync("jolly good reason, really");
    }

    [Fact]
    public async Task Help_names_the_keys_there_are_and_can_turn_them_off()
    {
        await using var sheet = await OpenSheet.OfABusyMorningAsync(chromium);
        await sheet.Page.Keyboard.PressAsync("?");
        await Expect(sheet.Page.Locator("dialog")).ToBeVisibleAsync();
        Assert.Equal(["j", "k", "Enter", "c", "r", "l", "t", "e", "p", "o", "z", ".", "?"], await sheet.Page.Locator("dialog kbd").AllInnerTextsAsync());

        await sheet.Page.Locator("[data-keys-switch]").UncheckAsync();
        await sheet.Page.Keyboard.PressAsync("Escape");
        await sheet.Page.Keyboard.PressAsync("j");
        await Expect(sheet.FocusedRow).ToHaveCountAsync(0);

        await sheet.Page.ReloadAsync();
        await sheet.Page.Keyboard.PressAsync("j");
        await Expect(sheet.FocusedRow).ToHaveCountAsync(0);
        await Expect(sheet.Page.Locator("[data-keys-switch]")).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task The_row_under_your_hand_never_moves_while_others_work()
    {
        await using var sheet = await OpenSheet.OfABusyMorningAsync(chromium);
        await sheet.Page.Keyboard.PressAsync("j");
        await sheet.Page.Keyboard.PressAsync("j");
        await sheet.Page.Keyboard.PressAsync("j");
        var name = await sheet.FocusedRow.Locator("h3 a").InnerTextAsync();
        var place = await PlaceAsync(sheet);

        await sheet.ImportantCallAsync("Zoe Urgent");
        await Expect(sheet.Page.Locator(".news")).ToContainTextAsync("Zoe Urgent: Call ASAP. 1 change");
        Assert.Equal(place, await PlaceAsync(sheet));
        await sheet.SomebodyElseMarksAsync("Danni Okafor");
        await Expect(sheet.Page.Locator(".news")).ToContainTextAsync("2 changes");
        await sheet.PictureAsync("waiting");
        Assert.Equal(place, await PlaceAsync(sheet));
        Assert.Equal(name, await sheet.FocusedRow.Locator("h3 a").InnerTextAsync());

        await sheet.Page.Keyboard.PressAsync(".");
        await Expect(sheet.Rows.First.Locator("h3 a")).Not.ToHaveTextAsync("Danni Okafor");
        Assert.Contains("Zoe Urgent", await sheet.NamesAsync());
        Assert.DoesNotContain("Danni Okafor", await sheet.NamesAsync());
        Assert.Equal(name, await sheet.FocusedRow.Locator("h3 a").InnerTextAsync());
        await Expect(sheet.Page.Locator(".news")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task The_row_under_the_pointer_never_moves_either_and_moves_once_it_is_let_go()
    {
        await using var sheet = await OpenSheet.OfABusyMorningAsync(chromium);
        await sheet.Rows.Nth(2).HoverAsync();
        var place = await sheet.Rows.Nth(2).BoundingBoxAsync();
        var name = await sheet.Rows.Nth(2).Locator("h3 a").InnerTextAsync();

        await sheet.ImportantCallAsync("Zoe Urgent");
        await Expect(sheet.Page.Locator(".news")).ToContainTextAsync("1 change");
        Assert.Equal(place!.Y, (await sheet.Rows.Nth(2).BoundingBoxAsync())!.Y);

        await sheet.Page.Mouse.MoveAsync(2, 2);
        await Expect(sheet.Rows.Nth(3).Locator("h3 a")).ToHaveTextAsync(name);
        Assert.Contains("Zoe Urgent", await sheet.NamesAsync());
    }

    [Fact]
    public async Task With_no_hand_on_the_sheet_a_call_appears_by_itself()
    {
        await using var sheet = await OpenSheet.OfABusyMorningAsync(chromium);

        await sheet.ImportantCallAsync("Zoe Urgent");

        await Expect(sheet.Page.Locator(".line h3 a", new() { HasText = "Zoe Urgent" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_mark_on_a_line_somebody_else_marked_is_refused_in_words()
    {
        await using var sheet = await OpenSheet.OfABusyMorningAsync(chromium);
        await sheet.Page.Keyboard.PressAsync("j");
        await sheet.SomebodyElseMarksAsync(await sheet.FocusedRow.Locator("h3 a").InnerTextAsync());
        await Expect(sheet.Page.Locator(".news")).ToContainTextAsync("1 change");

        await sheet.Page.Keyboard.PressAsync("l");

        await Expect(sheet.Page.Locator(".notice")).ToContainTextAsync("somebody was faster");
        await sheet.PictureAsync("refused");
    }

    [Fact]
    public async Task On_a_phone_nothing_sticks_out_and_every_button_can_be_hit()
    {
        await using var sheet = await OpenSheet.OfABusyMorningAsync(chromium, width: 375);

        Assert.True(await sheet.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the phone.");
        foreach (var target in await sheet.Page.Locator("button:visible, summary:visible, .numbers a, nav a").AllAsync())
        {
            var box = (await target.BoundingBoxAsync())!;
            Assert.True(box.Height >= 24 && box.Width >= 24, $"{await target.InnerTextAsync()}: {box.Width} by {box.Height}");
        }
    }

    [Fact]
    public async Task On_paper_there_are_names_numbers_and_codes_in_words_and_nothing_to_press()
    {
        await using var sheet = await OpenSheet.OfABusyMorningAsync(chromium);
        await sheet.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await sheet.PictureAsync("paper");

        await Expect(sheet.Page.Locator("button:visible, summary:visible, nav:visible")).ToHaveCountAsync(0);
        await Expect(sheet.Rows.First.Locator(".chip")).ToBeVisibleAsync();
        await Expect(sheet.Rows.First.Locator(".numbers a")).ToBeVisibleAsync();
    }

    private static async Task<double> PlaceAsync(OpenSheet sheet) => (await sheet.FocusedRow.BoundingBoxAsync())!.Y;

    private static async Task CheckAsync(OpenSheet sheet, string picture)
    {
        await sheet.PictureAsync(picture);
        var findings = await sheet.Page.RunAxe();
        Assert.True(
            findings.Violations.Length == 0,
            string.Join('\n', findings.Violations.Select(violation => $"{picture}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")));
    }
}
