using FrontDesk.Benchmarks.Seeding;
using FrontDesk.Web;
using FrontDesk.Web.Data;
using FrontDesk.Web.Moving;

namespace FrontDesk.Benchmarks.Webhooks;

/// <summary>A history of past calls in a database of its own on the server of FRONTDESK_TEST_SQLSERVER; gone afterwards.</summary>
public sealed class ServerBooks : IAsyncDisposable
{
    /// <summary>More than these are not moved there one by one, but made there of them.</summary>
    private const int Moved = 10_000;

    private readonly ServerDatabase server;

    private ServerBooks(ServerDatabase server) => this.server = server;

    public string ConnectionString => server.ConnectionString;

    /// <summary>What the verb copy would make of a SQLite file.</summary>
    public static async Task<ServerBooks> MakeAsync(int history, CancellationToken cancel)
    {
        var books = new ServerBooks(await ServerDatabase.MakeAsync("webhooks", cancel));
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

    public ValueTask DisposeAsync() => server.DisposeAsync();

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
        await server.RunAsync(
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
            cancel);
    }
}
