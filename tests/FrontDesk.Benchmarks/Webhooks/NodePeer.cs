using System.Globalization;

namespace FrontDesk.Benchmarks.Webhooks;

/// <summary>node/server.js, installed from the npm registry once; better-sqlite3 is compiled where no ready binary can be had.</summary>
public sealed class NodePeer : IAsyncDisposable
{
    private readonly Command process;

    private NodePeer(Command process, int port)
    {
        this.process = process;
        Voice = new Uri($"http://127.0.0.1:{port}{Account.VoicePath}");
    }

    public Uri Voice { get; }

    public static async Task InstallAsync(CancellationToken cancel)
    {
        var binary = Path.Combine(Places.NodePeer, "node_modules", "better-sqlite3", "build", "Release", "better_sqlite3.node");
        if (!File.Exists(binary))
        {
            await Command.RunAsync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], cancel, folder: Places.NodePeer);
            await Command.RunAsync("npm", ["rebuild", "better-sqlite3"], cancel, folder: Places.NodePeer);
        }
    }

    public static NodePeer Start(string database, int port) => new(
        Command.Start(
            "node",
            ["server.js", database, port.ToString(CultureInfo.InvariantCulture)],
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["NODE_ENV"] = "production",
                ["PUBLIC_URL"] = Account.PublicUrl,
                ["TWILIO_AUTH_TOKEN"] = Account.AuthToken,
            },
            Places.NodePeer,
            Path.Combine(Places.Scratch, "node.log")),
        port);

    public Task IsReadyAsync(CancellationToken cancel) => Patience.UntilAnyAnswerAsync(Voice, process, cancel);

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
