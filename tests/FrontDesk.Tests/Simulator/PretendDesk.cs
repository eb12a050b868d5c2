using System.Collections.Concurrent;
using FrontDesk.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FrontDesk.Tests.Simulator;

/// <summary>A request the pretend service received.</summary>
public sealed record Received(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Form, IReadOnlyDictionary<string, string> Headers, DateTimeOffset At);

/// <summary>A service with a carrier, each reached by the other over real HTTP; what it answers is up to the test.</summary>
public sealed class PretendDesk : IAsyncDisposable
{
    public const string Account = "AC00000000000000000000000000000001";
    public const string Token = "pretend-token";
    public const string Line = "+13105550100";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Func<Received, HttpContext, Task>> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Received> received = new();

    private PretendDesk(WebApplication app, SimulatorClock clock) => (this.app, Clock) = (app, clock);

    public SimulatorClock Clock { get; }

    public Carrier Carrier { get; private set; } = null!;

    public string Url { get; private set; } = "";

    public IReadOnlyList<Received> Received => [.. received];

    public static DateTimeOffset Monday { get; } = new(2026, 11, 23, 18, 0, 0, TimeSpan.Zero);

    public static async Task<PretendDesk> OpenAsync(Mischief? mischief = null, int seed = 1, SimulatorClock? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var desk = new PretendDesk(builder.Build(), clock ?? SimulatorClock.Stepped(Monday));
        // Nothing here works on after it has answered.
        desk.Clock.Settle = _ => Task.CompletedTask;
        desk.Carrier = new Carrier(new CarrierOptions { AccountSid = Account, AuthToken = Token, Mischief = mischief, Seed = seed }, desk.Clock);
        desk.app.MapCarrier(desk.Carrier);
        desk.app.Map("/desk/{**path}", desk.ServeAsync);
        await desk.app.StartAsync();
        desk.Url = desk.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        desk.Number(number => number);
        return desk;
    }

    public string At(string path) => $"{Url}/desk/{path}";

    /// <summary>Sets up the line; unless changed it calls /desk/answer and reports to /desk/status.</summary>
    public void Number(Func<CarrierNumber, CarrierNumber> change) => Carrier.Options = Carrier.Options with
    {
        Numbers =
        [
            change(new CarrierNumber
            {
                Number = Line,
                VoiceUrl = At("answer"),
                StatusCallbackUrl = At("status"),
                SmsUrl = At("text"),
            }),
        ],
    };

    public void Answers(string path, string twiml) => Answers(path, _ => twiml);

    public void Answers(string path, Func<Received, string> twiml) => Answers(path, async (request, context) =>
    {
        context.Response.ContentType = "text/xml";
        await context.Response.WriteAsync(twiml(request));
    });

    public void Answers(string path, Func<Received, HttpContext, Task> answer) => answers[path] = answer;

    public IReadOnlyList<Received> To(string path) => [.. received.Where(request => request.Path == path)];

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Carrier.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType
            ? (await context.Request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal)
            : [];
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var path = context.Request.RouteValues["path"] as string ?? "";
        var request = new Received(context.Request.Method, path, context.Request.QueryString.Value ?? "", form, headers, Clock.GetUtcNow());
        received.Enqueue(request);
        if (answers.TryGetValue(path, out var answer))
            await answer(request, context);
        else
            context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
