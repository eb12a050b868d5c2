using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FrontDesk.Simulator;
using FrontDesk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace FrontDesk.BrowserTests;

/// <summary>The demo as "dotnet run" brings it up, its carrier and telephones included, in a browser. Closing it fails on any script's error.</summary>
public sealed class OpenDemo : IAsyncDisposable
{
    private const string Zone = "America/Los_Angeles";

    private readonly DirectoryInfo home;
    private readonly WebApplication desk;
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    private OpenDemo(DirectoryInfo home, WebApplication desk, IBrowserContext context, IPage page, string address)
    {
        this.home = home;
        this.desk = desk;
        this.context = context;
        Page = page;
        Address = address;
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }

    public string Address { get; }

    public static async Task<OpenDemo> OpenAsync(Chromium chromium)
    {
        var context = await chromium.NewContextAsync(zone: Zone);
        var home = Directory.CreateTempSubdirectory("frontdesk-demo-");
        var address = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{FreePort()}");
        var desk = FrontDeskApp.Build(FrontDeskApp.NewBuilder(
        [
            "--applicationName=FrontDesk.Web", $"--urls={address}", $"--PublicUrl={address}", $"--Twilio:ApiBaseUrl={address}/simulator/api",
            $"--ConnectionStrings:FrontDesk=Data Source={Path.Combine(home.FullName, "desk.db")}",
        ]));
        await desk.StartAsync(TestContext.Current.CancellationToken);
        return new OpenDemo(home, desk, context, await context.NewPageAsync(), address);
    }

    /// <summary>Skips ahead to the next time the boss's clock shows this.</summary>
    public async Task SkipToAsync(TimeOnly time)
    {
        var clock = desk.Services.GetRequiredService<TimeProvider>();
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(Zone));
        var answer = await Page.APIRequest.PostAsync($"{Address}/simulator/clock", new() { DataObject = new { skip = time - TimeOnly.FromDateTime(now.DateTime) } });
        Assert.True(answer.Ok);
    }

    /// <summary>Until the telephone and another one hear each other.</summary>
    public async Task TalksAsync(string number)
    {
        var telephone = desk.Services.GetRequiredService<Carrier>().Telephone(number);
        while (!telephone.Calls[^1].Transcript.Lines.Any(line => line.Text.StartsWith("talks in", StringComparison.Ordinal)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await desk.StopAsync(CancellationToken.None);
        await desk.DisposeAsync();
        SqliteConnection.ClearAllPools();
        home.Delete(recursive: true);
        Assert.Empty(complaints);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
