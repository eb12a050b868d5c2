using FrontDesk.Web;
using FrontDesk.Web.Data;
using Xunit;

namespace FrontDesk.Tests.Support;

/// <summary>
/// Books to test on: SQLite always, SQL Server where FRONTDESK_TEST_SQLSERVER holds a connection string. Whole desks (stories, pages, the
/// API) keep theirs on SQLite unless FRONTDESK_TEST_DESKS says SqlServer.
/// </summary>
public static class Databases
{
    private const string Server = "FRONTDESK_TEST_SQLSERVER";
    private static readonly Lazy<TestServer?> SqlServer = new(() =>
        Environment.GetEnvironmentVariable(Server) is { Length: > 0 } connectionString ? new TestServer(connectionString) : null);

    /// <summary>What whole desks keep their books on.</summary>
    public static DatabaseEngine OfDesks { get; } =
        Environment.GetEnvironmentVariable("FRONTDESK_TEST_DESKS") is { Length: > 0 } engine ? Enum.Parse<DatabaseEngine>(engine) : DatabaseEngine.Sqlite;

    public static string NewSqliteFile() => Path.Combine(Path.GetTempPath(), "frontdesk-tests", Path.GetRandomFileName(), "desk.db");

    /// <summary>Empty and of the newest shape. Every statement run on it must be T-SQL too, and read no clock.</summary>
    public static async Task<TestDatabase> NewAsync(DatabaseEngine engine, CancellationToken cancel)
    {
        var books = await LendAsync(engine, cancel);
        var database = DatabaseSetup.Open(engine, books.ConnectionString, rehearses: true);
        await new Migrator(database, TimeProvider.System).MigrateAsync(cancel);
        database.Dialect.Overhears = DatabaseStatements.Check;
        return new(database, books);
    }

    /// <summary>Empty; on SQLite without a table yet.</summary>
    public static async Task<TestBooks> LendAsync(DatabaseEngine engine, CancellationToken cancel)
    {
        var file = NewSqliteFile();
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return engine == DatabaseEngine.Sqlite
            ? new(engine, $"Data Source={file};Default Timeout=1", Path.GetDirectoryName(file)!, () => ValueTask.CompletedTask)
            : await OnSqlServerAsync(Path.GetDirectoryName(file)!, cancel);
    }

    /// <summary>Nobody can try what needs a server where none is told of.</summary>
    public static void SkipWithout(DatabaseEngine engine) =>
        Assert.SkipWhen(engine == DatabaseEngine.SqlServer && SqlServer.Value is null, $"{Server} is not set: no SQL Server to try this on.");

    private static async Task<TestBooks> OnSqlServerAsync(string folder, CancellationToken cancel)
    {
        SkipWithout(DatabaseEngine.SqlServer);
        var server = SqlServer.Value!;
        var name = await server.TakeAsync(cancel);
        return new(DatabaseEngine.SqlServer, server.ConnectionStringOf(name), folder, () => server.PutBackAsync(name));
    }
}

/// <summary>A database of one test.</summary>
public sealed class TestDatabase(Database database, TestBooks books) : IAsyncDisposable
{
    public Database Database { get; } = database;

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await books.DisposeAsync();
    }
}

/// <summary>Where the books of one test lie, with a folder for what lies beside them.</summary>
public sealed class TestBooks(DatabaseEngine engine, string connectionString, string folder, Func<ValueTask> putBack) : IAsyncDisposable
{
    public DatabaseEngine Engine { get; } = engine;

    public string ConnectionString { get; } = connectionString;

    public string Folder { get; } = folder;

    /// <summary>What a desk is told of them.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings =>
    [
        ("Database:Engine", Engine.ToString()),
        ("Database:MigrateAtStart", "true"),
        ("Database:JournalFolder", Folder),
        ("ConnectionStrings:FrontDesk", ConnectionString),
    ];

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        await putBack();
    }
}
