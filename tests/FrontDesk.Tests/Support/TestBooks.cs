using FrontDesk.Web;
using Xunit;

namespace FrontDesk.Tests.Support;

/// <summary>
/// Where the books of one test lie, with a folder for what lies beside them: on SQLite always, on SQL Server where FRONTDESK_TEST_SQLSERVER
/// holds a connection string. Whole desks (stories, pages, the API) keep theirs on SQLite unless FRONTDESK_TEST_DESKS says SqlServer.
/// </summary>
public sealed class TestBooks : IAsyncDisposable
{
    private const string Server = "FRONTDESK_TEST_SQLSERVER";
    private static readonly Lazy<TestServer?> SqlServer = new(() =>
        Environment.GetEnvironmentVariable(Server) is { Length: > 0 } connectionString ? new TestServer(connectionString) : null);

    private readonly Func<ValueTask> putBack;

    private TestBooks(DatabaseEngine engine, string connectionString, string folder, Func<ValueTask> putBack) =>
        (Engine, ConnectionString, Folder, this.putBack) = (engine, connectionString, folder, putBack);

    /// <summary>What whole desks keep their books on.</summary>
    public static DatabaseEngine OfDesks { get; } =
        Environment.GetEnvironmentVariable("FRONTDESK_TEST_DESKS") is { Length: > 0 } engine ? Enum.Parse<DatabaseEngine>(engine) : DatabaseEngine.Sqlite;

    public DatabaseEngine Engine { get; }

    public string ConnectionString { get; }

    public string Folder { get; }

    /// <summary>What a desk is told of them.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings =>
    [
        ("Database:Engine", Engine.ToString()),
        ("Database:MigrateAtStart", "true"),
        ("Database:JournalFolder", Folder),
        ("ConnectionStrings:FrontDesk", ConnectionString),
    ];

    /// <summary>Empty; on SQLite without a table yet.</summary>
    public static async Task<TestBooks> LendAsync(DatabaseEngine engine, CancellationToken cancel)
    {
        SkipWithout(engine);
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "frontdesk-tests", Path.GetRandomFileName())).FullName;
        if (engine == DatabaseEngine.Sqlite)
        {
            return new(engine, $"Data Source={Path.Combine(folder, "desk.db")};Default Timeout=1", folder, () => ValueTask.CompletedTask);
        }

        var server = SqlServer.Value!;
        var name = await server.TakeAsync(cancel);
        return new(engine, server.ConnectionStringOf(name), folder, () => server.PutBackAsync(name));
    }

    /// <summary>Nobody can try what needs a server where none is told of.</summary>
    public static void SkipWithout(DatabaseEngine engine) =>
        Assert.SkipWhen(engine == DatabaseEngine.SqlServer && SqlServer.Value is null, $"{Server} is not set: no SQL Server to try this on.");

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        await putBack();
    }
}
