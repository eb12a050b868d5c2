using System.Data.Common;
using FrontDesk.Web;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace FrontDesk.Tests.Support;

/// <summary>Another program keeps everybody from writing down calls until this is closed, and changes nothing itself.</summary>
internal sealed class HeldBooks : IAsyncDisposable
{
    private readonly DbConnection other;
    private readonly DbTransaction transaction;

    private HeldBooks(DbConnection other, DbTransaction transaction) => (this.other, this.transaction) = (other, transaction);

    public static async Task<HeldBooks> TakeAsync(TestBooks books, CancellationToken cancel)
    {
        DbConnection other = books.Engine == DatabaseEngine.Sqlite
            ? new SqliteConnection($"{books.ConnectionString};Pooling=false")
            : new SqlConnection(books.ConnectionString);
        await other.OpenAsync(cancel);
        // On SQLite this alone takes the pen.
        var held = new HeldBooks(other, await other.BeginTransactionAsync(cancel));
        if (books.Engine == DatabaseEngine.SqlServer)
        {
            // While an index is made nobody writes in its table, and everybody reads.
            await using var index = other.CreateCommand();
            (index.Transaction, index.CommandText) = (held.transaction, "create index held on calls (version)");
            await index.ExecuteNonQueryAsync(cancel);
        }

        return held;
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.RollbackAsync(CancellationToken.None);
        await transaction.DisposeAsync();
        await other.DisposeAsync();
    }
}
