namespace FrontDesk.Web.Data.SqlServer;

/// <summary>Asks SQL Server whether readers wait for writers, and says at start what to do about it: the sheet should never wait for a call being written down.</summary>
internal sealed partial class SnapshotAdvice(Database database, ILogger<SnapshotAdvice> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await WordsAsync(cancellationToken) is { } advice)
        {
            LogAdvice(advice);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <returns>Null where all is well.</returns>
    public async Task<string?> WordsAsync(CancellationToken cancel) =>
        database.Engine == DatabaseEngine.SqlServer && await database.ReadAsync(
            look => look.FirstOrDefaultAsync<string>("select name from sys.databases where database_id = db_id() and is_read_committed_snapshot_on = 0"), cancel) is { } name
            ? WordsFor(name)
            : null;

    internal static string WordsFor(string name) =>
        $"Readers of {name} wait for writers, the sheet among them. Run once, while the desk is stopped: alter database [{name}] set read_committed_snapshot on";

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Advice}")]
    private partial void LogAdvice(string advice);
}
