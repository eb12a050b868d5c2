using System.Data;
using System.Data.Common;

namespace FrontDesk.Web.Data.SqlServer;

/// <summary>SQL Server takes many writers: a connection and a transaction for each act.</summary>
internal sealed class SqlServerWriter(SqlServerDialect dialect) : Writer
{
    private const int Tries = 5;

    public override async Task<T> WriteAsync<T>(Func<Work, Task<T>> act, CancellationToken cancel)
    {
        var unbegun = cancel;
        for (var attempt = 1; ; attempt++)
        {
            unbegun.ThrowIfCancellationRequested();
            var acting = true;
            try
            {
                await using var connection = await dialect.OpenAsync(unbegun);
                await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, unbegun);
                using var work = new Work(connection, dialect) { Transaction = transaction };
                // What has begun is finished, by another run too.
                unbegun = CancellationToken.None;
                var result = await act(work);
                acting = false;
                await transaction.CommitAsync(CancellationToken.None);
                return result;
            }
            catch (Exception exception) when (acting && MayRunAgain(exception, attempt))
            {
                // A commit that failed may have been carried out, so it is not tried again.
                await Task.Delay(SqlServerDialect.Pause(attempt), TimeProvider.System, CancellationToken.None);
            }
        }
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // Whoever wrote the same key in the same moment is seen by the second run, which finds it there as any repeat would.
    private bool MayRunAgain(Exception exception, int attempt) =>
        attempt < Tries && (SqlServerDialect.PassesSoon(exception) || (attempt < 3 && exception is DbException twice && dialect.IsDuplicateKey(twice)));
}
