using System.Collections.Concurrent;
using FrontDesk.Web;
using FrontDesk.Web.Telephony;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FrontDesk.Tests.Reminders;

/// <summary>A carrier's API that answers over real HTTP exactly as it is told to, however oddly.</summary>
internal sealed class OddCarrier : IAsyncDisposable
{
    public const string Account = "AC00000000000000000000000000000001";
    public const string Sid = "SM0123456789abcdef0123456789abcdef";

    private readonly WebApplication app;

    private OddCarrier(WebApplication app) => this.app = app;

    public ConcurrentQueue<string> Requests { get; } = [];

    public ConcurrentQueue<KeyValuePair<string, string>> Form { get; } = [];

    public RequestDelegate Answer { get; set; } = context => context.Response.WriteAsync("");

    public TwilioSettings Settings => new()
    {
        AccountSid = Account,
        AuthToken = "a-token",
        ApiBaseUrl = new Uri(app.Urls.Single()),
    };

    public static async Task<OddCarrier> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var carrier = new OddCarrier(builder.Build());
        carrier.app.Run(carrier.TakeAsync);
        await carrier.app.StartAsync(TestContext.Current.CancellationToken);
        return carrier;
    }

    public static RequestDelegate Says(int status, string body) => context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body);
    };

    /// <summary>The connection breaks after the request was read in full.</summary>
    public static Task BreaksOff(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>The way to it.</summary>
    public CarrierDoor Door(TimeProvider? time = null, TimeSpan? patience = null)
    {
        var http = Outgoing.ClientOf(Settings);
        http.Timeout = patience ?? Outgoing.Patience;
        return new CarrierDoor(http, time ?? TimeProvider.System, new LoggerFactory().CreateLogger<CarrierDoor>());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        Requests.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString} {context.Request.Headers.Authorization}");
        if (context.Request.HasFormContentType)
        {
            foreach (var (name, value) in await context.Request.ReadFormAsync())
            {
                Form.Enqueue(new(name, value.ToString()));
            }
        }

        await Answer(context);
    }
}
