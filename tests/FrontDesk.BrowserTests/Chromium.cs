using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(FrontDesk.BrowserTests.Chromium))]

namespace FrontDesk.BrowserTests;

/// <summary>One browser for all tests. Where there is none they are skipped and say so; in CI they fail.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } place)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = place,
            // Root may not use the sandbox; what is shown here is our own.
            Args = Environment.UserName == "root" ? ["--no-sandbox"] : [],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    public async Task<IBrowserContext> NewContextAsync(ColorScheme scheme = ColorScheme.Light, int width = 1440, string? zone = null)
    {
        if (browser is null)
        {
            const string Reason = "No Chromium is installed (apt-get install chromium).";
            Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase), Reason);
            Assert.Fail(Reason);
        }

        return await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            TimezoneId = zone,
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 760 : 900 },
            ReducedMotion = ReducedMotion.Reduce,
        });
    }
}
