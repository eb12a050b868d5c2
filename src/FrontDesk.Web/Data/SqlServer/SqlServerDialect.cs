using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;

namespace FrontDesk.Web.Data.SqlServer;

/// <summary>SQL Server, the book of record.</summary>
internal sealed class SqlServerDialect(string connectionString) : Dialect
{
    // Deadlock, lock timeout, snapshot conflict; command timeout; connection lost or refused; Azure: busy, moving, throttled.
    private static readonly HashSet<int> Passing =
        [1205, 1222, 3960, -2, 64, 233, 10053, 10054, 10060, 4060, 4221, 10928, 10929, 40143, 40197, 40501, 40540, 40613, 49918, 49919, 49920];

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

    public override bool IsPassing(Exception exception) =>
        (exception as SqlException ?? exception.InnerException as SqlException) is { } sql && sql.Errors.Cast<SqlError>().Any(error => Passing.Contains(error.Number));

    internal override async Task<IReadOnlyList<string>> LockSchemaAsync(Work work)
    {
        await work.ExecuteAsync("""
            declare @granted int;
            exec @granted = sp_getapplock @Resource = N'frontdesk schema', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000;
            if @granted < 0 throw 51000, 'Another FrontDesk has been migrating this database for more than a minute.', 1;
            """);
        return await work.QueryAsync<string>("select table_name from information_schema.tables where table_type = 'BASE TABLE'");
    }

    internal override PreparedStatement Prepare(Look look, string sql) =>
        new SqlServerStatement(((SqlConnection)look.Connection).CreateCommand(), (SqlTransaction?)look.Transaction, sql);
}
