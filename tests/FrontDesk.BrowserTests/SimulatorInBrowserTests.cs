using Deque.AxeCore.Playwright;
using FrontDesk.Web;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FrontDesk.BrowserTests;

public sealed class SimulatorInBrowserTests(Chromium chromium)
{
    [Fact]
    public async Task A_newcomer_phones_the_desk_on_the_page_and_finds_the_call_on_the_sheet()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var context = await chromium.NewContextAsync();
        var home = Directory.CreateTempSubdirectory();
        var port = FreePort();
        var address = $"http://localhost:{port}";
        await using var desk = FrontDeskApp.Build(FrontDeskApp.NewBuilder(
        [
            "--applicationName=FrontDesk.Web", $"--urls={address}", $"--PublicUrl={address}", $"--Twilio:ApiBaseUrl={address}/simulator/api",
            $"--ConnectionStrings:FrontDesk=Data Source={Path.Combine(home.FullName, "desk.db")}",
        ]));
        await desk.StartAsync(cancel);

        var complaints = new List<string>();
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync($"{address}/simulator");
        var danni = page.Locator("article[aria-label='Danni Okafor']");
        await danni.GetByText("Call the desk", new() { Exact = true }).ClickAsync();
        await Expect(danni.Locator(".talk")).ToContainTextAsync("Margaret Miller's office");
        await Expect(danni.Locator(".lamp")).ToHaveTextAsync("listening", new() { Timeout = 20_000 });
        await danni.GetByLabel("What you say").FillAsync("Danni Okafor for Ms. Miller");
        await danni.GetByText("Say", new() { Exact = true }).ClickAsync();
        await Expect(danni.Locator(".talk")).ToContainTextAsync("not available", new() { Timeout = 20_000 });
        await page.ScreenshotAsync(new() { Path = "/tmp/sim.png", FullPage = true });
        Assert.Empty((await page.RunAxe()).Violations.Select(found => $"{found.Id}: {found.Help}"));
        await danni.GetByText("Hang up", new() { Exact = true }).ClickAsync();
        await Expect(danni.Locator(".lamp")).ToHaveTextAsync("on the hook");

        await page.GotoAsync(address);
        await Expect(page.Locator(".line h3 a").First).ToHaveTextAsync("Danni Okafor");
        Assert.Empty(complaints);
        await desk.StopAsync(cancel);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        home.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
