using System.Collections.Concurrent;
using FrontDesk.Web;
using FrontDesk.Web.Data;
using Microsoft.Data.SqlClient;

namespace FrontDesk.Tests.Support;

/// <summary>
/// Databases on a SQL Server, each lent to one test at a time. Making one and its tables takes longer than most tests do, so a database
/// that comes back is emptied and lent again.
/// </summary>
internal sealed class TestServer
{
    private readonly string server;
    private readonly ConcurrentBag<string> idle = [];
    private readonly ConcurrentBag<string> made = [];
    private int number;

    public TestServer(string server)
    {
        this.server = server;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DropAllAsync().Wait(TimeSpan.FromMinutes(1));
    }

    public string ConnectionStringOf(string name) => new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString;

    public async Task<string> TakeAsync(CancellationToken cancel)
    {
        if (idle.TryTake(out var kept))
        {
            return kept;
        }

        var name = $"frontdesk_test_{Environment.ProcessId}_{Interlocked.Increment(ref number)}";
        await RunAsync(server, $"if db_id('{name}') is not null drop database {name}", cancel);
        await RunAsync(server, $"create database {name}", cancel);
        made.Add(name);
        await using var database = DatabaseSetup.Open(DatabaseEngine.SqlServer, ConnectionStringOf(name));
        await new Migrator(database, TimeProvider.System).MigrateAsync(cancel);
        return name;
    }

    /// <summary>A database that has scripts or tables beyond the released ones is left alone until the end.</summary>
    public async ValueTask PutBackAsync(string name)
    {
        await using var database = DatabaseSetup.Open(DatabaseEngine.SqlServer, ConnectionStringOf(name));
        var tables = await database.ReadAsync(TablesAsync, CancellationToken.None);
        var scripts = await database.ReadAsync(look => look.FirstOrDefaultAsync<int>("select count(*) from schema_journal"), CancellationToken.None);
        var guests = await database.ReadAsync(look => look.FirstOrDefaultAsync<int>("select count(*) from sys.tables where schema_id <> schema_id('dbo')"), CancellationToken.None);
        if (scripts == Script.Of(DatabaseEngine.SqlServer).Count && guests == 0)
        {
            await database.WriteAsync(work => work.ExecuteAsync(string.Concat(tables.Select(table => $"delete from {table};"))), CancellationToken.None);
            idle.Add(name);
        }
    }

    /// <summary>Those that refer to others come first.</summary>
    private static async Task<IReadOnlyList<string>> TablesAsync(Look look)
    {
        var left = (await look.QueryAsync<string>("select name from sys.tables where name <> 'schema_journal'")).ToHashSet(StringComparer.Ordinal);
        var references = await look.QueryAsync<Reference>("""
            select child.name as child, parent.name as parent
            from sys.foreign_keys k join sys.tables child on child.object_id = k.parent_object_id join sys.tables parent on parent.object_id = k.referenced_object_id
            where k.parent_object_id <> k.referenced_object_id
            """);
        var ordered = new List<string>();
        while (left.Count > 0)
        {
            var free = left.Where(table => !references.Any(reference => reference.Parent == table && left.Contains(reference.Child))).ToList();
            ordered.AddRange(free.Count > 0 ? free : throw new InvalidOperationException($"These tables refer to each other: {string.Join(", ", left)}"));
            left.ExceptWith(free);
        }

        return ordered;
    }

    private async Task DropAllAsync()
    {
        SqlConnection.ClearAllPools();
        foreach (var name in made)
        {
            await RunAsync(server, $"drop database {name}", CancellationToken.None);
        }
    }

    private static async Task RunAsync(string connectionString, string sql, CancellationToken cancel)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }

    private sealed record Reference
    {
        public required string Child { get; init; }

        public required string Parent { get; init; }
    }
}
