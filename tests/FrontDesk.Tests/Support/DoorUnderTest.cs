using System.Diagnostics.Metrics;
using FrontDesk.Web;
using FrontDesk.Web.Telephony;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FrontDesk.Tests.Support;

/// <summary>The door before the webhooks, on a real server, with one room behind it that counts who got in.</summary>
public sealed class DoorUnderTest : IAsyncDisposable
{
    public const string Account = "AC00000000000000000000000000000a11";
    public const string Token = "the token in force";
    public const string NextToken = "the token to come";
    public const string Address = "https://desk.example.org";

    private readonly WebApplication app;
    private int entered;

    private DoorUnderTest(WebApplication app) => this.app = app;

    public HttpClient Client { get; } = new();

    public int Entered => entered;

    /// <summary>Whose counters are this door's.</summary>
    public IMeterFactory Meters => app.Services.GetRequiredService<IMeterFactory>();

    public Uri Reached => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<DoorUnderTest> OpenAsync(string? pathBase = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddTelephony(new Settings
        {
            PublicUrl = new Uri(Address),
            Engine = DatabaseEngine.Sqlite,
            ConnectionString = "",
            Demo = false,
            MigratesAtStart = true,
            Twilio = new TwilioSettings { AccountSid = Account, AuthToken = Token, NextAuthToken = NextToken, ApiBaseUrl = new Uri("https://api.twilio.com") },
        });
        var app = builder.Build();
        var door = new DoorUnderTest(app);
        if (pathBase is not null)
        {
            app.UsePathBase(pathBase);
        }

        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.All });
        app.UseRouting();
        app.MapTwilioGroup().Map("/voice", (HttpContext context) =>
        {
            Interlocked.Increment(ref door.entered);
            return context.Response.WriteAsync(WebhookForm.Of(context)["CallSid"u8] ?? "no call");
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return door;
    }

    public static SignedRequest Genuine(string target = "/twilio/voice", string token = Token, string account = Account) => new()
    {
        Address = Address,
        Target = target,
        Token = token,
        Fields = [("CallSid", "CA00000000000000000000000000000001"), ("AccountSid", account), ("From", "+13105550142"), ("Said", "héllo & goodbye")],
    };

    public async Task<(int Status, string Body)> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
