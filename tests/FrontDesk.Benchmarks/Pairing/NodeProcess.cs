using System.Net.Http.Headers;
using FrontDesk.Benchmarks.Killing;

namespace FrontDesk.Benchmarks.Pairing;

/// <summary>One of two real processes of the product on the same books, on a port of its own through all its lives.</summary>
/// <param name="clockAhead">How far its machine's clock is from ours, as libfaketime reads it: "+300" is five minutes ahead.</param>
public sealed class NodeProcess(KilledBooks books, string name, string? clockAhead) : IAsyncDisposable
{
    private readonly int port = Ports.Free();
    private string? otherClock;
    private Command? process;

    public string Name => name;

    public Uri Address => new($"http://127.0.0.1:{port}");

    /// <summary>By the proxy's last look, or by its own experience.</summary>
    public bool TakesCalls { get; set; }

    public string Log => Path.Combine(books.Folder, $"{name}.log");

    /// <param name="carrier">Where the pretended carrier listens.</param>
    public async Task StartAsync(Uri carrier, CancellationToken cancel)
    {
        var environment = ProductEnvironment.For(books, port);
        environment["Database__JournalFolder"] = Directory.CreateDirectory(Path.Combine(books.Folder, name)).FullName;
        environment["Twilio__Muted"] = "false";
        environment["Twilio__ApiBaseUrl"] = carrier.AbsoluteUri;
        environment["Nodes__LeaveSeconds"] = "4";
        environment["Logging__Console__FormatterOptions__TimestampFormat"] = "HH:mm:ss.fff";
        if (clockAhead is not null)
        {
            // Not through faketime itself: that stays as the parent, and would take the signals that are meant for the desk.
            environment["LD_PRELOAD"] = otherClock ??= (await Command.RunAsync("faketime", ["-f", clockAhead, "printenv", "LD_PRELOAD"], cancel)).Trim();
            environment["FAKETIME"] = clockAhead;
            environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
            // Waits that are counted from the start of the machine would otherwise be given up, or not end, by that much.
            environment["FAKETIME_FORCE_MONOTONIC_FIX"] = "0";
        }

        process = Command.Start("/bin/sh", ["-c", "log=$1; shift; exec \"$@\" >> \"$log\" 2>&1", "sh", Log, "dotnet", Places.Product], environment, Places.ProductSource, "/dev/null");
        try
        {
            await Patience.UntilAnyAnswerAsync(new Uri(Address, "/health/live"), process, cancel);
        }
        catch (InvalidOperationException ended)
        {
            throw new InvalidOperationException($"{ended.Message}\n{string.Join('\n', File.ReadLines(Log).TakeLast(20))}", ended);
        }

        TakesCalls = true;
    }

    public async Task KillAsync()
    {
        await process!.KillAsync();
        TakesCalls = false;
    }

    /// <summary>Stands still, without noticing.</summary>
    public Task StopAsync(CancellationToken cancel) => process!.SignalAsync("STOP", cancel);

    public Task GoOnAsync(CancellationToken cancel) => process!.SignalAsync("CONT", cancel);

    /// <summary>As whoever deploys a new version does.</summary>
    public async Task EndAsync(CancellationToken cancel)
    {
        await process!.SignalAsync("TERM", cancel);
        await process.WaitAsync(cancel);
        TakesCalls = false;
    }

    /// <summary>As a proxy looks whether it may send anybody there.</summary>
    public async Task LookAsync(HttpClient client, string token, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, "/health/ready")) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        try
        {
            using var response = await client.SendAsync(request, cancel);
            TakesCalls = response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            TakesCalls = false;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            TakesCalls = false;
        }
    }

    public async ValueTask DisposeAsync() => await (process?.DisposeAsync() ?? ValueTask.CompletedTask);
}
