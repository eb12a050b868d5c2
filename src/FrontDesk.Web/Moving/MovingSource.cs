using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Moving;

/// <summary>Books that are read as they were at one moment, where the engine can.</summary>
internal sealed class MovingSource : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly DbTransaction? transaction;

    private MovingSource(DbConnection connection, DbTransaction? transaction, bool isOneMoment) =>
        (this.connection, this.transaction, IsOneMoment) = (connection, transaction, isOneMoment);

    public bool IsOneMoment { get; }

    public static async Task<MovingSource> OpenAsync(Database database, CancellationToken cancel)
    {
        var opened = await database.Dialect.OpenAsync(cancel);
        if (database.Engine == DatabaseEngine.Sqlite)
        {
            // The driver's own transaction would ask for the pen.
            await opened.ExecuteAsync("begin transaction");
            return new(opened, null, isOneMoment: true);
        }

        var allowed = await opened.ExecuteScalarAsync<int?>("select snapshot_isolation_state from sys.databases where name = db_name()") == 1;
        return new(opened, allowed ? await opened.BeginTransactionAsync(IsolationLevel.Snapshot, cancel) : null, allowed);
    }

    public Task<long> CountAsync(MovingTable table) => connection.ExecuteScalarAsync<long>($"select count(*) from {table.Name}", transaction: transaction);

    public async IAsyncEnumerable<MovingRow> RowsAsync(MovingTable table, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = table.Select + table.Order;
        command.Transaction = transaction;
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            yield return MovingRow.Of(reader);
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
