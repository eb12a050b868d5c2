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

    /// <summary>More than these are not moved there one by one, but made there of them.</summary>
    private const int Moved = 10_000;

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
        await using var source = DatabaseSetup.Open(DatabaseEngine.Sqlite, $"Data Source={await PastCalls.MakeAsync(Math.Min(history, Moved), cancel)};Pooling=False");
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
        await books.GrowAsync(tables, history, cancel);
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

    /// <summary>Every settled call again and again under another id and SID, a moment earlier each time, filed as it is, with the words of one.</summary>
    private async Task GrowAsync(IReadOnlyList<MovingTable> tables, int history, CancellationToken cancel)
    {
        if (history <= Moved)
        {
            return;
        }

        string Of(string table, Func<string, string> column) => string.Join(", ", tables.Single(of => of.Name == table).Columns.Select(column));
        var calls = Of("calls", column => column switch
        {
            "id" => "newid()",
            "call_sid" => "'CA' + lower(replace(cast(newid() as char(36)), '-', ''))",
            "received_at" => "received_at - n",
            _ => column,
        });
        await RunAsync(
            $"""
            declare @told uniqueidentifier = (select top (1) call_id from turns);
            insert into calls ({Of("calls", column => column)})
            select {calls} from calls
              cross join (select top ({(history / Moved) - 1}) row_number() over (order by step) as n from turns) again
              where ball = 3;
            insert into filed_calls (call_sid, call_id)
            select call_sid, id from calls where not exists (select 1 from filed_calls f where f.call_sid = calls.call_sid);
            insert into turns ({Of("turns", column => column)})
            select {Of("turns", column => column == "call_id" ? "c.id" : $"t.{column}")} from calls c
              cross join (select * from turns where call_id = @told) t
              where not exists (select 1 from turns o where o.call_id = c.id);
            """,
            cancel,
            ConnectionString);
    }

    private async Task RunAsync(string sql, CancellationToken cancel, string? within = null)
    {
        await using var connection = new SqlConnection(within ?? server);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // the statements are made of constants, the schema's names and the number of this process
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancel);
    }
}
