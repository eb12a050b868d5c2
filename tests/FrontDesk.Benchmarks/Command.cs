using System.Diagnostics;
using System.Globalization;

namespace FrontDesk.Benchmarks;

/// <summary>A program run to its end, or kept running until it is put away.</summary>
public sealed class Command : IAsyncDisposable
{
    private readonly Process process;

    private Command(Process process) => this.process = process;

    public bool HasEnded => process.HasExited;

    public static async Task<string> RunAsync(
        string program, IEnumerable<string> arguments, CancellationToken cancel, IReadOnlyDictionary<string, string>? environment = null, string? folder = null)
    {
        using var process = Process.Start(StartInfo(program, arguments, environment, folder, captured: true))!;
        var errors = process.StandardError.ReadToEndAsync(cancel);
        var output = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}{output}");
    }

    /// <summary>What it says goes to a file, at no cost to whoever watches it; a shell puts itself out of the way with exec.</summary>
    public static Command Start(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string folder, string log) =>
        new(Process.Start(StartInfo(
            "/bin/sh", ["-c", "log=$1; shift; exec \"$@\" > \"$log\" 2>&1", "sh", log, program, .. arguments], environment, folder, captured: false))!);

    /// <summary>As the kernel would: no warning, no last word.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync(CancellationToken.None);
    }

    /// <param name="signal">TERM, STOP, CONT.</param>
    public Task SignalAsync(string signal, CancellationToken cancel) =>
        RunAsync("/bin/kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)], cancel);

    public Task WaitAsync(CancellationToken cancel) => process.WaitForExitAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private static ProcessStartInfo StartInfo(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment, string? folder, bool captured)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder ?? "",
            RedirectStandardOutput = captured,
            RedirectStandardError = captured,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
