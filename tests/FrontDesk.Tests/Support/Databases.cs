using FrontDesk.Web;
using FrontDesk.Web.Data;

namespace FrontDesk.Tests.Support;

/// <summary>Databases to test stores on: SQLite always, SQL Server where <see cref="TestBooks"/> knows one.</summary>
public static class Databases
{
    public static string NewSqliteFile() => Path.Combine(Path.GetTempPath(), "frontdesk-tests", Path.GetRandomFileName(), "desk.db");

    /// <summary>Empty and of the newest shape. Every statement run on it must be T-SQL too, and read no clock.</summary>
    public static async Task<TestDatabase> NewAsync(DatabaseEngine engine, CancellationToken cancel)
    {
        var books = await TestBooks.LendAsync(engine, cancel);
        var database = DatabaseSetup.Open(engine, books.ConnectionString, rehearses: true);
        await new Migrator(database, TimeProvider.System).MigrateAsync(cancel);
        database.Dialect.Overhears = DatabaseStatements.Check;
        return new(database, books);
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
