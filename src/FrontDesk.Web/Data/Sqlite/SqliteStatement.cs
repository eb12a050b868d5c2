using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FrontDesk.Web.Data.Sqlite;

/// <summary>A statement of SQLite itself, without a command and its parameters around it: those cost more than the insert.</summary>
internal sealed class SqliteStatement : PreparedStatement
{
    private const int TextOnStack = 1024;
    private readonly sqlite3 connection;
    private readonly sqlite3_stmt statement;
    private readonly SqliteRow row;
    private readonly int arguments;
    private int given;

    public SqliteStatement(sqlite3 connection, string sql)
    {
        this.connection = connection;
        Check(raw.sqlite3_prepare_v3(connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
        arguments = raw.sqlite3_bind_parameter_count(statement);
        row = new SqliteRow(statement);
    }

    public override PreparedStatement With(string? text)
    {
        if (text is null)
        {
            return Bound(raw.sqlite3_bind_null(statement, Next()));
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = most > TextOnStack ? ArrayPool<byte>.Shared.Rent(most) : null;
        var bytes = rented ?? stackalloc byte[TextOnStack];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        var result = raw.sqlite3_bind_text(statement, Next(), bytes[..length]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return Bound(result);
    }

    public override PreparedStatement With(long? number) =>
        Bound(number is { } value ? raw.sqlite3_bind_int64(statement, Next(), value) : raw.sqlite3_bind_null(statement, Next()));

    public override PreparedStatement With(double? number) =>
        Bound(number is { } value ? raw.sqlite3_bind_double(statement, Next(), value) : raw.sqlite3_bind_null(statement, Next()));

    public override PreparedStatement With(Guid? id)
    {
        if (id is not { } value)
        {
            return Bound(raw.sqlite3_bind_null(statement, Next()));
        }

        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return Bound(raw.sqlite3_bind_blob(statement, Next(), bytes));
    }

    public override ValueTask<int> ExecuteAsync() => new(Execute());

    public override ValueTask<T?> FirstOrDefaultAsync<T>(Func<Row, T> read)
        where T : default
    {
        try
        {
            return new(Step() ? read(row) : default);
        }
        finally
        {
            Reset();
        }
    }

    public override ValueTask<IReadOnlyList<T>> ListAsync<T>(Func<Row, T> read)
    {
        var rows = new List<T>();
        try
        {
            while (Step())
            {
                rows.Add(read(row));
            }

            return new(rows);
        }
        finally
        {
            Reset();
        }
    }

    public int Execute()
    {
        try
        {
            Step();
            return raw.sqlite3_changes(connection);
        }
        finally
        {
            Reset();
        }
    }

    protected override void Dispose(bool disposing) => statement.Dispose();

    private bool Step()
    {
        if (given != arguments)
        {
            throw new InvalidOperationException($"The statement takes {arguments} arguments and was given {given}: {raw.sqlite3_sql(statement).utf8_to_string()}");
        }

        var result = raw.sqlite3_step(statement);
        if (result != raw.SQLITE_DONE && result != raw.SQLITE_ROW)
        {
            Check(result);
        }

        return result == raw.SQLITE_ROW;
    }

    private int Next() => ++given;

    private SqliteStatement Bound(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            Reset();
            Check(result);
        }

        return this;
    }

    // An unfinished statement would hold its snapshot, and with it the write-ahead log.
    private void Reset()
    {
        given = 0;
        _ = raw.sqlite3_reset(statement);
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, connection);
}

/// <summary>A row of SQLite.</summary>
internal sealed class SqliteRow(sqlite3_stmt statement) : Row
{
    public override bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public override string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public override long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public override double Real(int column) => raw.sqlite3_column_double(statement, column);

    public override Guid Id(int column) => new(raw.sqlite3_column_blob(statement, column), bigEndian: true);
}
