using System.Globalization;
using FrontDesk.Benchmarks.Seeding;
using FrontDesk.Web;
using FrontDesk.Web.Data;
using FrontDesk.Web.Moving;
using Microsoft.Data.SqlClient;

namespace FrontDesk.Benchmarks.Webhooks;

/// <summary>A history of past calls in a database of its own on the server of FRONTDESK_TEST_SQLSERVER; gone afterwards.</summary>
public sealed class ServerBooks : IAsyncDisposable
{
    private const string Server = "FRONTDESK_TEST_SQLSERVER";

    private readonly string server;
    private readonly string name;

    private ServerBooks(string server, string name) =>
        (this.server, this.name, ConnectionString) = (server, name, new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString);

    public string ConnectionString { get; }

    /// <summary>What the verb copy would make of a SQLite file.</summary>
    public static async Task<ServerBooks> MakeAsync(int history, CancellationToken cancel)
    {
        var server = Environment.GetEnvironmentVariable(Server) is { Length: > 0 } given ? given : throw new InvalidOperationException($"{Server} is not set: no server to keep books on.");
        var books = new ServerBooks(server, string.Create(CultureInfo.InvariantCulture, $"frontdesk_webhooks_{Environment.ProcessId}"));
        await books.RunAsync($"create database {books.name}", cancel);
        await using var target = DatabaseSetup.Open(DatabaseEngine.SqlServer, books.ConnectionString);
        await new Migrator(target, TimeProvider.System).MigrateAsync(cancel);
        await using var source = DatabaseSetup.Open(DatabaseEngine.Sqlite, $"Data Source={await PastCalls.MakeAsync(history, cancel)};Pooling=False");
        var (tables, journal) = (await MovingTable.AllAsync(), new MovingJournal(target));
        await journal.BeginAsync(tables, "benchmark", cancel);
        await using (var rows = await MovingSource.OpenAsync(source, cancel))
        {
            var move = new Move(rows, target, _ => { });
            foreach (var table in tables)
            {
                await move.CopyAsync(table, copied: 0, cancel);
            }
        }

        await journal.EndAsync(cancel);
        return books;
    }

    public async Task<long> CountAsync(CancellationToken cancel)
    {
        await using var database = DatabaseSetup.Open(DatabaseEngine.SqlServer, ConnectionString);
        return await database.ReadAsync(look => look.FirstOrDefaultAsync<long>("select count(*) from calls"), cancel);
    }

    public async ValueTask DisposeAsync()
    {
        SqlConnection.ClearAllPools();
        await RunAsync($"drop database {name}", CancellationToken.None);
    }

    private async Task RunAsync(string sql, CancellationToken cancel)
    {
        await using var connection = new SqlConnection(server);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements are the constants above, with the number of this process
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancel);
    }
}
