using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FrontDesk.Web.Data.Sqlite;

/// <summary>SQLite, the book that needs no server.</summary>
internal sealed class SqliteDialect : Dialect
{
    // Twilio gives a webhook 15 seconds.
    private const int LongestWait = 5;
    private readonly string connectionString;
    private readonly int wait;

    public SqliteDialect(string connectionString)
    {
        // Pooled connections keep the pragmas of whoever had them before.
        var builder = new SqliteConnectionStringBuilder(connectionString) { Pooling = false };
        this.connectionString = builder.ConnectionString;
        wait = Math.Min(LongestWait, builder.DefaultTimeout);
        File = Path.GetFullPath(builder.DataSource);
    }

    public string File { get; }

    public override Task<DbConnection> OpenAsync(CancellationToken cancel) =>
        Task.FromResult<DbConnection>(Open("pragma query_only = on; pragma cache_size = -4000;"));

    public override string FirstRows(int count) => string.Create(CultureInfo.InvariantCulture, $" limit {count}");

    public override bool IsDuplicateKey(DbException exception) =>
        exception is SqliteException { SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY };

    public override bool IsPassing(Exception exception) =>
        (exception as SqliteException ?? exception.InnerException as SqliteException)?.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;

    /// <summary>For the writer: durable at every commit, and it empties the write-ahead log itself (PERFORMANCE.md, pitfalls 2 and 4).</summary>
    /// <exception cref="InvalidOperationException">This SQLite does not keep what was asked of it.</exception>
    public SqliteConnection OpenToWrite()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        var connection = Open("pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 0; pragma cache_size = -16000;");
        using var command = connection.CreateCommand();
        command.CommandText = "select (select journal_mode from pragma_journal_mode) || ' ' || (select synchronous from pragma_synchronous)";
        if (command.ExecuteScalar() is not "wal 2" and var kept)
        {
            connection.Dispose();
            throw new InvalidOperationException($"SQLite must keep {File} in WAL with synchronous=FULL, but says \"{kept}\": calls could be lost.");
        }

        return connection;
    }

    /// <summary>Says in a sentence what SQLite says in a code.</summary>
    public Exception Explain(Exception exception) => exception is not SqliteException sqlite ? exception : sqlite.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => new DatabaseUnavailableException($"The disk that holds {File} is full; nothing of this was written.", exception),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
            new DatabaseUnavailableException($"Another program has been writing to {File} for more than {wait} seconds; nothing of this was written.", exception),
        raw.SQLITE_IOERR => new DatabaseUnavailableException($"{File} could not be read or written; see to its disk.", exception),
        raw.SQLITE_CANTOPEN => new DatabaseUnavailableException($"{File} cannot be opened: its folder is gone, or this account may not read it.", exception),
        raw.SQLITE_READONLY or raw.SQLITE_PERM => new DatabaseUnavailableException($"{File} may not be written by this account.", exception),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB =>
            new DatabaseUnavailableException($"{File} is damaged or no SQLite database; restore the last backup.", exception),
        _ => exception,
    };

    // The transaction is immediate: no other migrator is in one.
    internal override Task<IReadOnlyList<string>> LockSchemaAsync(Work work) =>
        work.QueryAsync<string>("select name from sqlite_master where type = 'table'");

    internal override PreparedStatement Prepare(Look look, string sql) => new SqliteStatement(((SqliteConnection)look.Connection).Handle!, sql);

    private SqliteConnection Open(string pragmas)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"pragma busy_timeout = {wait * 1000}; pragma foreign_keys = on; pragma temp_store = memory; {pragmas}";
            command.ExecuteNonQuery();
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw Explain(exception);
        }
    }
}
