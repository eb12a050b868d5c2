using System.Data;
using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;

namespace FrontDesk.Web.Data.SqlServer;

/// <summary>A command with its parameters in the order of the text; SQL Server keeps the plan.</summary>
internal sealed partial class SqlServerStatement : PreparedStatement
{
    private readonly SqlCommand command;
    private int given;

    public SqlServerStatement(SqlCommand command, SqlTransaction? transaction, string sql)
    {
        this.command = command;
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var name in ParameterName().Matches(sql).Select(match => match.Value).Distinct(StringComparer.Ordinal))
        {
            command.Parameters.Add(new SqlParameter { ParameterName = name });
        }
    }

    // Sizes stay the same from call to call, or each length of a name would get a plan of its own.
    public override PreparedStatement With(string? text) => Bound(SqlDbType.NVarChar, text, text is { Length: > 4000 } ? -1 : 4000);

    public override PreparedStatement With(long? number) => Bound(SqlDbType.BigInt, number);

    public override PreparedStatement With(double? number) => Bound(SqlDbType.Float, number);

    public override PreparedStatement With(Guid? id) => Bound(SqlDbType.UniqueIdentifier, id);

    public override async ValueTask<int> ExecuteAsync() => await Given().ExecuteNonQueryAsync(CancellationToken.None);

    public override async ValueTask<T?> FirstOrDefaultAsync<T>(Func<Row, T> read)
        where T : default
    {
        await using var reader = await Given().ExecuteReaderAsync(CancellationToken.None);
        return await reader.ReadAsync(CancellationToken.None) ? read(new SqlServerRow(reader)) : default;
    }

    public override async ValueTask<IReadOnlyList<T>> ListAsync<T>(Func<Row, T> read)
    {
        var rows = new List<T>();
        await using var reader = await Given().ExecuteReaderAsync(CancellationToken.None);
        var row = new SqlServerRow(reader);
        while (await reader.ReadAsync(CancellationToken.None))
        {
            rows.Add(read(row));
        }

        return rows;
    }

    protected override void Dispose(bool disposing) => command.Dispose();

    private SqlServerStatement Bound(SqlDbType type, object? value, int size = 0)
    {
        var parameter = command.Parameters[given++];
        parameter.SqlDbType = type;
        parameter.Size = size;
        parameter.Value = value ?? DBNull.Value;
        return this;
    }

    private SqlCommand Given()
    {
        (given, var arguments) = (0, given);
        return arguments == command.Parameters.Count
            ? command
            : throw new InvalidOperationException($"The statement takes {command.Parameters.Count} arguments and was given {arguments}: {command.CommandText}");
    }

    [GeneratedRegex(@"@\w+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ParameterName();
}

/// <summary>A row of SQL Server, whose small integers come in several widths.</summary>
internal sealed class SqlServerRow(SqlDataReader reader) : Row
{
    public override bool IsNull(int column) => reader.IsDBNull(column);

    public override string Text(int column) => reader.GetString(column);

    public override long Number(int column) => reader.GetValue(column) switch
    {
        long wide => wide,
        int number => number,
        short small => small,
        byte tiny => tiny,
        var other => throw new InvalidCastException($"Column {column} holds no number but {other.GetType().Name}."),
    };

    public override double Real(int column) => reader.GetDouble(column);

    public override Guid Id(int column) => reader.GetGuid(column);
}
