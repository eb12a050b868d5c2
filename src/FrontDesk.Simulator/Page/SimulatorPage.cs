using System.Net.Mime;
using System.Net.ServerSentEvents;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FrontDesk.Simulator.Page;

/// <summary>The page of telephones, and what its buttons do. Every act is a POST with a JSON body, which no other site can send.</summary>
public static class SimulatorPage
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan LongestSkip = TimeSpan.FromDays(7);

    /// <summary>Serves the page at {prefix} and its acts below it.</summary>
    public static IEndpointConventionBuilder MapSimulatorPage(
        this IEndpointRouteBuilder routes, Carrier carrier, Func<IReadOnlyList<SimulatorPhone>> phones, string prefix = "/simulator")
    {
        var page = routes.MapGroup(prefix).ExcludeFromDescription();
        page.MapGet("/", () => Asset("simulator.html"));
        page.MapGet("/assets/{name}", Asset);
        page.MapGet("/state", () => PageState.Of(carrier, phones()));
        page.MapGet("/live", (CancellationToken cancel) => TypedResults.ServerSentEvents(WatchAsync(carrier, phones, cancel)));
        page.MapPost("/clock", (ClockAct act, CancellationToken cancel) => SkipAsync(carrier, act, cancel));
        page.MapPost("/phones/{id}/{verb}", async (string id, string verb, PhoneAct act, CancellationToken cancel) =>
            phones().FirstOrDefault(phone => phone.Id == id) is { } phone
                ? await PhoneActs.DoAsync(carrier, phone, verb, act, cancel)
                : Results.NotFound());
        return page;
    }

    private static IResult Asset(string name)
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("page/" + name);
        return stream is null ? Results.NotFound() : Results.Stream(stream, Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            _ => MediaTypeNames.Application.Octet,
        });
    }

    /// <summary>The whole page whenever it changed, the clock with it.</summary>
    private static async IAsyncEnumerable<SseItem<string>> WatchAsync(
        Carrier carrier, Func<IReadOnlyList<SimulatorPhone>> phones, [EnumeratorCancellation] CancellationToken cancel)
    {
        var shown = "";
        var clock = "";
        while (!cancel.IsCancellationRequested)
        {
            var now = JsonSerializer.Serialize(PageState.Of(carrier, phones()), JsonSerializerOptions.Web);
            if (now != shown)
                yield return new SseItem<string>(shown = now, "state");
            var time = carrier.Clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
            if (time != clock)
                yield return new SseItem<string>(clock = time, "clock");
            await Task.Delay(Glance, TimeProvider.System, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<IResult> SkipAsync(Carrier carrier, ClockAct act, CancellationToken cancel)
    {
        if (act.Skip <= TimeSpan.Zero || act.Skip > LongestSkip)
            return Results.Problem("\"skip\" is how far to move the clock ahead, up to seven days: \"00:15:00\".", statusCode: StatusCodes.Status400BadRequest);
        await carrier.Clock.SkipAsync(act.Skip, cancel);
        return Results.Ok(new { now = carrier.Clock.GetUtcNow() });
    }
}

/// <summary>How far to move the clock ahead, hours:minutes:seconds.</summary>
internal sealed record ClockAct(TimeSpan Skip);
