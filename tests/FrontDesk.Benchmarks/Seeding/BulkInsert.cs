using Microsoft.Data.Sqlite;

namespace FrontDesk.Benchmarks.Seeding;

/// <summary>One insert, prepared once and repeated.</summary>
public sealed class BulkInsert : IDisposable
{
    private readonly SqliteCommand command;

    public BulkInsert(SqliteConnection connection, string table, string columns)
    {
        var parameters = Enumerable.Range(0, columns.Split(',').Length).Select(position => $"$p{position}").ToArray();
        command = connection.CreateCommand();
#pragma warning disable CA2100 // table and columns are constants of the seeding
        command.CommandText = $"insert into {table} ({columns}) values ({string.Join(", ", parameters)})";
#pragma warning restore CA2100
        command.Parameters.AddRange(parameters.Select(name => new SqliteParameter { ParameterName = name }));
    }

    public void Add(params ReadOnlySpan<object?> values)
    {
        if (values.Length != command.Parameters.Count)
        {
            throw new ArgumentException($"{values.Length} values for: {command.CommandText}", nameof(values));
        }

        for (var position = 0; position < values.Length; position++)
        {
            command.Parameters[position].Value = values[position] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }

    public void Dispose() => command.Dispose();
}
