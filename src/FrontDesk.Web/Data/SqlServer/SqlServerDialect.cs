using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;

namespace FrontDesk.Web.Data.SqlServer;

/// <summary>SQL Server, the book of record.</summary>
internal sealed class SqlServerDialect(string connectionString) : Dialect
{
    private const int TimedOut = -2;

    /// <summary>Of what ended the connection: the network, the server's own end, an administrator.</summary>
    private const byte Fatal = 20;

    // Deadlock, lock timeout, snapshot conflict; connection lost or refused; Azure: busy, moving, throttled.
    private static readonly HashSet<int> Passing =
        [1205, 1222, 3960, 64, 233, 10053, 10054, 10060, 4060, 4221, 10928, 10929, 40143, 40197, 40501, 40540, 40613, 49918, 49919, 49920];

    public override async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = new SqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch (SqlException exception)
        {
            await connection.DisposeAsync();
            throw new DatabaseUnavailableException($"SQL Server could not be reached: {exception.Message}", exception);
        }
    }

    public override string FirstRows(int count) =>
        string.Create(CultureInfo.InvariantCulture, $" offset 0 rows fetch next {count} rows only");

    public override bool IsDuplicateKey(DbException exception) => exception is SqlException { Number: 2601 or 2627 };

    public override bool IsPassing(Exception exception) => Errors(exception).Any(error => error.Number == TimedOut || Passes(error));

    /// <summary>Worth another run at once. After a statement that was given half a minute, whoever asked decides about another one.</summary>
    public static bool PassesSoon(Exception exception) => Errors(exception).Any(Passes);

    public static TimeSpan Pause(int attempt) => TimeSpan.FromMilliseconds(Random.Shared.Next(10, 30) * (1 << attempt));

    internal override async Task<IReadOnlyList<string>> LockSchemaAsync(Work work)
    {
        await work.ExecuteAtLeisureAsync("""
            declare @granted int;
            exec @granted = sp_getapplock @Resource = N'frontdesk schema', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000;
            if @granted < 0 throw 51000, 'Another FrontDesk has been migrating this database for more than a minute.', 1;
            """);
        return await work.QueryAsync<string>("select table_name from information_schema.tables where table_type = 'BASE TABLE'");
    }

    internal override PreparedStatement Prepare(Look look, string sql) =>
        new SqlServerStatement(((SqlConnection)look.Connection).CreateCommand(), (SqlTransaction?)look.Transaction, sql);

    private static IEnumerable<SqlError> Errors(Exception exception) =>
        (exception as SqlException ?? exception.InnerException as SqlException)?.Errors.Cast<SqlError>() ?? [];

    private static bool Passes(SqlError error) => error.Class == Fatal || Passing.Contains(error.Number);
}
