using Deque.AxeCore.Playwright;
using FrontDesk.Tests.Sheet;
using FrontDesk.Tests.Stores;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Sheet;
using Microsoft.Playwright;
using Xunit;

namespace FrontDesk.BrowserTests;

/// <summary>The sheet of a busy morning in a browser. Closing it fails on anything the browser complained of: a script refused by the policy, an error.</summary>
public sealed class OpenSheet : IAsyncDisposable
{
    private readonly SheetHouse house;
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    private OpenSheet(SheetHouse house, IBrowserContext context, IPage page)
    {
        this.house = house;
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            // A refused form is shown to the reader; that the browser notes its status too is no fault of the page.
            if (message.Type is "error" or "warning" && !message.Text.Contains("status of 4", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }

    public ILocator Rows => Page.Locator(".line");

    public ILocator FocusedRow => Page.Locator(".line:focus");

    public string Address => house.ClientOptions.BaseAddress.ToString();

    public static async Task<OpenSheet> OfABusyMorningAsync(Chromium chromium, ColorScheme scheme = ColorScheme.Light, int width = 1440)
    {
        var context = await chromium.NewContextAsync(scheme, width);
        var house = await SheetHouse.OpenAsync();
        await FillAsync(house);
        var sheet = new OpenSheet(house, context, await context.NewPageAsync());
        await sheet.Page.GotoAsync(sheet.Address);
        await Assertions.Expect(sheet.Page.Locator(".wire")).ToHaveTextAsync("Live");
        return sheet;
    }

    public async Task<IReadOnlyList<string>> NamesAsync() => await Page.Locator(".line h3 a").AllInnerTextsAsync();

    /// <summary>Somebody the boss is trying to reach rings: their line goes to the top.</summary>
    public async Task<Guid> ImportantCallAsync(string name)
    {
        var contact = Some.Contact(house.Desk, name, "+13105550188") with { WantsToTalk = true };
        await house.Get<PhoneBook>().SaveAsync(contact, TestContext.Current.CancellationToken);
        var call = await house.Database.RingsAsync(house.Desk, new SeedCall
        {
            Party = contact.Id.ToString(),
            ContactId = contact.Id,
            CallerFrom = "+13105550188",
            Number = "+13105550188",
            Regarding = "what she asked",
            ReceivedAt = Some.Morning.AddMinutes(59),
        });
        house.Get<SheetChanges>().Changed(house.Desk.Id);
        return call;
    }

    /// <summary>Another assistant, on another page.</summary>
    public async Task SomebodyElseMarksAsync(string name)
    {
        var lines = await house.Get<CurrentSheet>().LinesAsync(house.Desk.Id, TestContext.Current.CancellationToken);
        var line = lines.Single(line => string.Equals(line.Name, name, StringComparison.Ordinal));
        await house.Get<SheetMarks>().MarkAsync(
            new SheetMark { CallId = line.Id, Version = line.Version, Kind = FrontDesk.Ledger.MarkKind.Returned, By = "alex" },
            TestContext.Current.CancellationToken);
    }

    /// <summary>So many more strangers ring, one a minute, each with a long story.</summary>
    public async Task CallersRingAsync(int count)
    {
        for (var number = 0; number < count; number++)
        {
            await house.Database.RingsAsync(house.Desk, new SeedCall
            {
                Id = Some.Id(),
                Party = $"caller {number}",
                SaidName = CallerName(number),
                CallerFrom = $"+1212555010{number % 10}",
                Number = $"+1212555010{number % 10}",
                Regarding = $"the second reading of the script, which she promised to send before the weekend, and the other matter they spoke of, and how it ends {number:00}.",
                ReceivedAt = Some.Morning.AddMinutes(number),
            });
        }
    }

    public static string CallerName(int number) => $"Caller {(char)('A' + (number / 26))}{(char)('a' + (number % 26))} Longfellow";

    /// <summary>Everybody can read the page, and nothing of it sticks out.</summary>
    public async Task CheckAsync(string picture)
    {
        // Before its styles are there, any page is as wide as it likes.
        await Page.WaitForLoadStateAsync(LoadState.Load);
        await PictureAsync(picture);
        Assert.True(await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{picture}: the page is wider than its window.");
        var findings = await Page.RunAxe();
        Assert.True(
            findings.Violations.Length == 0,
            string.Join('\n', findings.Violations.Select(violation => $"{picture}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")));
    }

    public static async Task KeepAsync(string name, byte[] content)
    {
        if (Environment.GetEnvironmentVariable("FRONTDESK_PICTURES") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), content, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>For the eye: written where FRONTDESK_PICTURES names a folder.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("FRONTDESK_PICTURES") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await house.DisposeAsync();
        Assert.Empty(complaints);
    }

    private static async Task FillAsync(SheetHouse house)
    {
        var book = house.Get<PhoneBook>();
        async Task RingsAsync(string name, string number, int minute, string? regarding, Func<FrontDesk.Contacts.Contact, FrontDesk.Contacts.Contact>? card = null)
        {
            var contact = card?.Invoke(Some.Contact(house.Desk, name, number));
            if (contact is not null && await book.FindAsync(contact.Id, TestContext.Current.CancellationToken) is null)
            {
                await book.SaveAsync(contact, TestContext.Current.CancellationToken);
            }

            await house.Database.RingsAsync(house.Desk, new SeedCall
            {
                Id = Some.Id(),
                Party = contact?.Id.ToString() ?? name,
                ContactId = contact?.Id,
                SaidName = name,
                CallerFrom = number,
                Number = number,
                Regarding = regarding,
                ReceivedAt = Some.Morning.AddMinutes(minute),
            });
        }

        await RingsAsync("Danni Okafor", "+13105550143", 12, "returning her call about the lunch", card => card with { WantsToTalk = true, Pronunciation = "DAN-ee oh-KAH-for", Company = "Lagos & Vine" });
        await RingsAsync("John Smith", "+13105550142", 31, "the Big Merger, he needs an answer before the board meets", card => card with { Company = "Smith Brothers", Matters = [new() { Id = Some.Id(), Name = "Big Merger", Words = ["merger"] }] });
        await RingsAsync("Gwyneth Llewellyn", "+442079460123", 40, "the rights to the second book", card => card with { Pronunciation = "GWIN-eth hloo-EH-lin", Company = "Llewellyn Literary", Standing = FrontDesk.Contacts.Standing.Valued });
        await RingsAsync("Priya Natarajan", "+13105550155", 44, "a quick question", card => card with { Company = "Fourth Wall" });
        await RingsAsync("Bob from the garage", "+13105550166", 50, "the car");
        await house.Database.RingsAsync(house.Desk, new SeedCall { Id = Some.Id(), Party = null, SaidName = null, CallerFrom = "anonymous", Number = null, Regarding = null, Step = FrontDesk.Calls.ScriptStep.WhoIsCalling, ReceivedAt = Some.Morning.AddMinutes(52) });
        await RingsAsync("Ann Other", "+13105550177", 55, "nothing in particular");
        await house.Database.RingsAsync(house.Desk, new SeedCall { Id = Some.Id(), Party = "Bea", SaidName = "Bea Waiting", ReceivedAt = Some.Morning.AddMinutes(5), Ball = FrontDesk.Ledger.Ball.Theirs });
    }
}
