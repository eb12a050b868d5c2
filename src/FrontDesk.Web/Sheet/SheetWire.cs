using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using FrontDesk.Web.Desks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FrontDesk.Web.Sheet;

/// <summary>The wire to an open page: "hello", then "changed" whenever the sheet did, and a "beat" so that a dead wire is noticed.</summary>
public sealed class SheetWire(SheetChanges changes, IHostApplicationLifetime lifetime)
{
    // A wire that is down is a matter of the machine's time, not of the desk's: the demo clock does not run it.
    private static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ComeBackAfter = TimeSpan.FromSeconds(2);
    // By then a proxy has seen that this node is going; browsers come back spread over a second.
    private static readonly TimeSpan GoElsewhereAfter = TimeSpan.FromMilliseconds(500);

    /// <summary>What the browser saw last comes as Last-Event-ID when it reconnects, as <c>after</c> the first time.</summary>
    public static Results<ServerSentEventsResult<string>, NotFound> Open(
        string desk, string? after, DeskBook desks, SheetWire wire, HttpContext http)
    {
        if (desks.Named(desk) is not { } found)
        {
            return TypedResults.NotFound();
        }

        // A proxy that collects the answer before passing it on would make a live sheet a stale one.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var seen = http.Request.Headers["Last-Event-ID"].FirstOrDefault() ?? after;
        return TypedResults.ServerSentEvents(wire.EventsAsync(found.Id, seen, http.RequestAborted));
    }

    internal async IAsyncEnumerable<SseItem<string>> EventsAsync(
        Guid deskId, string? seen, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, lifetime.ApplicationStopping);
        await using var stamps = changes.WatchAsync(deskId, either.Token).GetAsyncEnumerator(either.Token);
        yield return Event("hello", changes.Stamp(deskId));
        var next = stamps.MoveNextAsync().AsTask();
        while (true)
        {
            if (!await ArrivesAsync(next, either.Token) && !either.IsCancellationRequested)
            {
                yield return new SseItem<string>("", "beat");
                continue;
            }

            if (!await WentOnAsync(next))
            {
                if (!cancel.IsCancellationRequested)
                {
                    yield return Leaving();
                }

                yield break;
            }

            if (!string.Equals(stamps.Current, seen, StringComparison.Ordinal))
            {
                seen = stamps.Current;
                yield return Event("changed", seen);
            }

            next = stamps.MoveNextAsync().AsTask();
        }
    }

    private static SseItem<string> Event(string name, string stamp) =>
        new(stamp, name) { EventId = stamp, ReconnectionInterval = ComeBackAfter };

    /// <summary>The node is told to stop: the hint is for the browser, which comes back by itself.</summary>
    private static SseItem<string> Leaving() =>
        new("", "leaving") { ReconnectionInterval = GoElsewhereAfter * (1 + (2 * Random.Shared.NextDouble())) };

    /// <summary>False when it is time for a beat first.</summary>
    private static async Task<bool> ArrivesAsync(Task next, CancellationToken cancel) =>
        next == await Task.WhenAny(next, Task.Delay(BeatEvery, TimeProvider.System, cancel)) || cancel.IsCancellationRequested;

    private static async Task<bool> WentOnAsync(Task<bool> next)
    {
        try
        {
            return await next;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
