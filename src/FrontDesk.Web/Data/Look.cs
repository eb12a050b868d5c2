using System.Data.Common;
using Dapper;

namespace FrontDesk.Web.Data;

/// <summary>A look into the books: queries on one connection, which nobody else uses meanwhile.</summary>
public class Look : IDisposable
{
    private readonly Dictionary<string, PreparedStatement> prepared = new(SqlTextComparer.Instance);

    internal Look(DbConnection connection, Dialect dialect)
    {
        Connection = connection;
        Dialect = dialect;
    }

    internal DbConnection Connection { get; }

    /// <summary>Set where the engine's driver wants each command told of it.</summary>
    internal DbTransaction? Transaction { get; init; }

    /// <summary>Set for SQLite's writer: work that went astray to another thread is stopped there.</summary>
    internal Thread? OnlyOn { get; init; }

    protected Dialect Dialect { get; }

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? arguments = null) =>
        (await Run(sql).QueryAsync<T>(sql, arguments, Transaction)).AsList();

    public Task<T?> FirstOrDefaultAsync<T>(string sql, object? arguments = null) =>
        Run(sql).QueryFirstOrDefaultAsync<T>(sql, arguments, Transaction);

    /// <summary>The hot path: kept with the connection, to be used up (executed or read) before it is asked for again.</summary>
    public PreparedStatement Prepared(string sql)
    {
        Run(sql);
        if (!prepared.TryGetValue(sql, out var statement))
        {
            prepared.Add(sql, statement = Dialect.Prepare(this, sql));
        }

        return statement;
    }

    public void Dispose()
    {
        foreach (var statement in prepared.Values)
        {
            statement.Dispose();
        }

        Connection.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected DbConnection Run(string sql)
    {
        if (OnlyOn is not null && OnlyOn != Thread.CurrentThread)
        {
            throw new InvalidOperationException("An act awaited something other than its database work; that work is over.");
        }

        Dialect.Overhears?.Invoke(sql);
        return Connection;
    }

    /// <summary>Statements are constants: their length and a few characters tell them apart, and equal references end the comparison.</summary>
    private sealed class SqlTextComparer : IEqualityComparer<string>
    {
        public static readonly SqlTextComparer Instance = new();

        public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

        public int GetHashCode(string sql) => sql.Length == 0 ? 0 : HashCode.Combine(sql.Length, sql[sql.Length / 3], sql[sql.Length / 2]);
    }
}

/// <summary>Writing in the books, within one transaction.</summary>
public sealed class Work : Look
{
    internal Work(DbConnection connection, Dialect dialect)
        : base(connection, dialect)
    {
    }

    /// <returns>How many rows were touched.</returns>
    public Task<int> ExecuteAsync(string sql, object? arguments = null) => Run(sql).ExecuteAsync(sql, arguments, Transaction);

    /// <summary>However long it takes: for what is done once to all of the books, or waits by a limit of its own.</summary>
    public Task<int> ExecuteAtLeisureAsync(string sql) => Run(sql).ExecuteAsync(sql, param: null, Transaction, commandTimeout: 0);

    /// <summary>Writes a row that may be there. Of two that find none, the key lets one in; the other's act is run again and finds it.</summary>
    public async Task PutAsync(string update, string insert, object arguments)
    {
        if (await ExecuteAsync(update, arguments) == 0)
        {
            await ExecuteAsync(insert, arguments);
        }
    }
}
