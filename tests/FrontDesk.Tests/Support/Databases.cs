using FrontDesk.Web;
using FrontDesk.Web.Data;
using Microsoft.Data.SqlClient;
using Xunit;

namespace FrontDesk.Tests.Support;

/// <summary>Books to test on: SQLite always, SQL Server where FRONTDESK_TEST_SQLSERVER holds a connection string.</summary>
public static class Databases
{
    private const string Variable = "FRONTDESK_TEST_SQLSERVER";
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static string? sqlServer;

    public static string NewSqliteFile() => Path.Combine(Path.GetTempPath(), "frontdesk-tests", Path.GetRandomFileName(), "desk.db");

    /// <summary>Empty and of the newest shape. Every statement run on it must be T-SQL too, and read no clock.</summary>
    public static async Task<TestDatabase> NewAsync(DatabaseEngine engine, CancellationToken cancel)
    {
        var test = engine == DatabaseEngine.Sqlite ? OnSqlite() : await OnSqlServerAsync(cancel);
        await new Migrator(test.Database, TimeProvider.System).MigrateAsync(cancel);
        test.Database.Dialect.Overhears = DatabaseStatements.Check;
        return test;
    }

    private static TestDatabase OnSqlite()
    {
        var file = NewSqliteFile();
        return new(DatabaseSetup.Open(DatabaseEngine.Sqlite, $"Data Source={file}", rehearses: true), () => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true));
    }

    private static async Task<TestDatabase> OnSqlServerAsync(CancellationToken cancel)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } server)
        {
            Assert.Skip($"{Variable} is not set: no SQL Server to try this on.");
            throw new InvalidOperationException("Skipped.");
        }

        await OneAtATime.WaitAsync(cancel);
        sqlServer ??= await NewOnServerAsync(server, cancel);
        await EmptyAsync(sqlServer, cancel);
        return new(DatabaseSetup.Open(DatabaseEngine.SqlServer, sqlServer), () => OneAtATime.Release());
    }

    private static async Task<string> NewOnServerAsync(string server, CancellationToken cancel)
    {
        var name = $"frontdesk_test_{Environment.ProcessId}";
        await RunAsync(server, $"if db_id('{name}') is not null drop database {name}", cancel);
        await RunAsync(server, $"create database {name}", cancel);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            SqlConnection.ClearAllPools();
            RunAsync(server, $"drop database {name}", CancellationToken.None).Wait(CancellationToken.None);
        };
        return new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString;
    }

    // Tables are dropped in the order their references allow, each round those that nothing refers to any more.
    private static Task EmptyAsync(string database, CancellationToken cancel) => RunAsync(
        database,
        """
        declare @drop nvarchar(max) = N'x';
        while @drop is not null
        begin
          set @drop = (select min(N'drop table ' + t.name) from sys.tables t
            where not exists (select 1 from sys.foreign_keys k where k.referenced_object_id = t.object_id and k.parent_object_id <> t.object_id));
          if @drop is not null exec sp_executesql @drop;
        end
        """,
        cancel);

    private static async Task RunAsync(string connectionString, string sql, CancellationToken cancel)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }
}

/// <summary>A database of one test.</summary>
public sealed class TestDatabase(Database database, Action done) : IAsyncDisposable
{
    public Database Database { get; } = database;

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        done();
    }
}
