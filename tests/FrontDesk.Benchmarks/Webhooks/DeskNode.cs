using System.Globalization;

namespace FrontDesk.Benchmarks.Webhooks;

/// <summary>The product in a process of its own, with a bare Kestrel beside it.</summary>
public sealed class DeskNode : IAsyncDisposable
{
    private readonly Command process;

    private DeskNode(Command process, int desk, int bare)
    {
        this.process = process;
        Voice = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{desk}{Account.VoicePath}"));
        Static = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{bare}{Account.VoicePath}"));
    }

    public Uri Voice { get; }

    public Uri Static { get; }

    public static DeskNode Start(Func<int, IReadOnlyDictionary<string, string>> environment, string log)
    {
        var (desk, bare) = (Ports.Free(), Ports.Free());
        return new(
            Command.Start(
                Environment.ProcessPath!,
                ["host", desk.ToString(CultureInfo.InvariantCulture), bare.ToString(CultureInfo.InvariantCulture)],
                environment(desk),
                Places.ProductSource,
                Path.Combine(Places.Scratch, log)),
            desk,
            bare);
    }

    /// <summary>The bare one answers once the desk has.</summary>
    public Task IsReadyAsync(CancellationToken cancel) => Patience.UntilAnyAnswerAsync(Static, process, cancel);

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
