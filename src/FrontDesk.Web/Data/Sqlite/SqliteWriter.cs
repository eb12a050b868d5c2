using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FrontDesk.Web.Data.Sqlite;

/// <summary>
/// SQLite takes one writer at a time, and a commit costs the same for one act as for fifty: so there is one pen, and all the acts that
/// wait for it share a commit. An act that fails, fails alone: its batch is undone, and each act is run again by itself.
/// </summary>
internal sealed class SqliteWriter : Writer
{
    private const int MostActsPerCommit = 256;
    private const long LongestLog = 32 << 20;
    private const int PageBytes = 4096;

    private readonly BlockingCollection<WaitingAct> waiting = [];
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SqliteDialect dialect;
    private readonly SqliteConnection connection;
    private readonly Work work;
    private readonly SqliteStatement begin;
    private readonly SqliteStatement commit;
    private readonly SqliteStatement rollback;
    private readonly bool rehearses;
    private long pagesInLog;

    /// <param name="rehearses">For tests: every act is run, undone and run again, which an act that does more than database work does not survive.</param>
    public SqliteWriter(SqliteDialect dialect, bool rehearses)
    {
        this.dialect = dialect;
        this.rehearses = rehearses;
        connection = dialect.OpenToWrite();
        (begin, commit, rollback) = (Statement("begin immediate"), Statement("commit"), Statement("rollback"));
        var thread = new Thread(WriteUntilClosed) { Name = "SQLite writer", IsBackground = true };
        work = new Work(connection, dialect) { OnlyOn = thread };
        thread.Start();
    }

    /// <summary>How often anything became durable, which is less often than acts did.</summary>
    public long Commits { get; private set; }

    public override Task<T> WriteAsync<T>(Func<Work, Task<T>> act, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancel);
        }

        var waits = new WaitingAct<T>(act, cancel);
        try
        {
            waiting.Add(waits, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            throw new ObjectDisposedException(nameof(Database), "The books are closed.");
        }

        return waits.Promise;
    }

    public override async ValueTask DisposeAsync()
    {
        waiting.CompleteAdding();
        await closed.Task;
    }

    private void WriteUntilClosed()
    {
        var batch = new List<WaitingAct>(MostActsPerCommit);
        foreach (var first in waiting.GetConsumingEnumerable())
        {
            for (var act = first; act is not null; act = batch.Count < MostActsPerCommit && waiting.TryTake(out var next) ? next : null)
            {
                if (act.Starts())
                {
                    batch.Add(act);
                }
            }

            Settle(batch);
            batch.Clear();
            EmptyLongLog();
        }

        Close();
    }

    private void Settle(List<WaitingAct> acts)
    {
        var acting = false;
        try
        {
            begin.Execute();
            acting = true;
            RunAll(acts);
            acting = false;
            commit.Execute();
            Commits++;
        }
        catch (Exception exception)
        {
            Undo();
            if (acting && acts.Count > 1)
            {
                Each(acts, act => Settle([act]));
            }
            else
            {
                Each(acts, act => act.Fault(dialect.Explain(exception)));
            }

            return;
        }

        Each(acts, act => act.Complete());
    }

    private void RunAll(List<WaitingAct> acts)
    {
        if (rehearses)
        {
            Each(acts, act => act.Run(work));
            rollback.Execute();
            begin.Execute();
        }

        Each(acts, act => act.Run(work));
        if (!InTransaction)
        {
            throw new InvalidOperationException("SQLite gave the transaction up, and an act went on regardless.");
        }
    }

    private void Close()
    {
        begin.Dispose();
        commit.Dispose();
        rollback.Dispose();
        work.Dispose();
        closed.SetResult();
    }

    private SqliteStatement Statement(string sql) => new(connection.Handle!, sql);

    private bool InTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    private void Undo()
    {
        if (InTransaction)
        {
            rollback.Execute();
        }
    }

    private static void Each(List<WaitingAct> acts, Action<WaitingAct> step)
    {
        foreach (var act in acts)
        {
            step(act);
        }
    }

    // A reader on an old snapshot keeps part of it: that part is tried again a little later.
    private void EmptyLongLog()
    {
        _ = raw.sqlite3_db_status(connection.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var written, out _, 1);
        pagesInLog += written;
        if (pagesInLog * PageBytes > LongestLog)
        {
            _ = raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out var inLog, out var copied);
            pagesInLog = inLog == copied ? 0 : LongestLog / PageBytes * 7 / 8;
        }
    }
}
