using System.Text;
using FrontDesk.Tests.Contacts;
using Microsoft.Playwright;
using Xunit;

namespace FrontDesk.BrowserTests;

/// <summary>Whatever is said or written to do harm, a browser shows as words and a file holds as text.</summary>
public sealed class HostileSpeechInBrowserTests(Chromium chromium)
{
    /// <summary>What none of our pages holds: a script in the page, a picture that is not ours, a frame, a handler, an address that runs.</summary>
    private const string Foreign =
        """
        () => [...document.querySelectorAll("script:not([src]), img, iframe, object, embed, base, svg, [onerror], [onload], [onclick], [href^='javascript'], [href*='example'], [src*='example'], [style]")]
          .filter(found => !(found.tagName === 'IMG' && found.getAttribute('src').startsWith('/mark.'))).map(found => found.outerHTML)
        """;

    /// <summary>Anything that turns the direction of the text around it, or is no text at all.</summary>
    private const string Turning =
        @"() => [...document.body.textContent].filter(sign => /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/.test(sign)).length";

    [Fact]
    public async Task What_is_said_or_written_to_do_harm_is_shown_as_words_and_leaves_as_text()
    {
        await using var house = await HostileHouse.OpenAsync(chromium);
        var page = house.Page;

        await house.GoToAsync("?desk=miller");
        await IsOnlyTextAsync(page, HostileHouse.Texts);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Equal("%PDF", Encoding.ASCII.GetString(await page.PdfAsync(), 0, 4));
        await IsOnlyTextAsync(page, HostileHouse.Texts);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });

        await house.GoToAsync($"calls/{house.Call}");
        await IsOnlyTextAsync(page, HostileHouse.Texts);
        await house.GoToAsync($"contacts/{house.Card}");
        await IsOnlyTextAsync(page, HostileHouse.Texts);
        await house.GoToAsync("log?desk=miller");
        await IsOnlyTextAsync(page, []);
        await house.GoToAsync("contacts?desk=miller");
        await IsOnlyTextAsync(page, []);

        await house.GoToAsync("contacts/import?desk=miller");
        foreach (var format in new[] { "CSV, with everything", "Google's CSV" })
        {
            Assert.All(Cells(await DownloadAsync(page, format)), cell => Assert.False(cell.Length > 0 && "=+-@\t\r＝＋－＠".Contains(cell[0], StringComparison.Ordinal), cell));
        }

        foreach (var format in new[] { "vCard 4.0", "vCard 3.0" })
        {
            var lines = (await DownloadAsync(page, format)).ReplaceLineEndings("\n").Split('\n');
            Assert.Equal(lines.Count(line => line == "BEGIN:VCARD"), lines.Count(line => line.StartsWith("FN", StringComparison.Ordinal)));
            Assert.Equal(lines.Count(line => line == "BEGIN:VCARD"), lines.Count(line => line.StartsWith("END:", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task On_a_page_that_trusts_them_the_same_words_do_harm_and_are_found()
    {
        await using var context = await chromium.NewContextAsync();
        var page = await context.NewPageAsync();

        await page.SetContentAsync(string.Concat(HostileHouse.Texts));

        Assert.NotEmpty(await page.EvaluateAsync<string[]>(Foreign));
        await page.WaitForFunctionAsync("() => window.hostile === 1");
        await page.SetContentAsync(string.Concat(Hostile.Sayings));
        Assert.NotEqual(0, await page.EvaluateAsync<int>(Turning));
    }

    private static async Task IsOnlyTextAsync(IPage page, IEnumerable<string> texts)
    {
        Assert.Empty(await page.EvaluateAsync<string[]>(Foreign));
        Assert.Empty(await page.EvaluateAsync<string[]>("() => [...window.refused, ...(window.hostile === undefined ? [] : ['a script ran'])]"));
        Assert.True(await page.EvaluateAsync<int>(Turning) == 0, $"{page.Url} holds signs that turn the text around them");
        var shown = string.Join(' ', (await page.EvaluateAsync<string>("() => document.body.textContent")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(texts, text => Assert.Contains(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), shown, StringComparison.Ordinal));
    }

    private static async Task<string> DownloadAsync(IPage page, string link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }

    /// <summary>As any spreadsheet parts them.</summary>
    private static List<string> Cells(string csv)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var sign in csv.TrimStart('\ufeff'))
        {
            if (sign == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && sign is ',' or '\n' or '\r')
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(sign);
            }
        }

        return [.. cells, cell.ToString()];
    }
}
