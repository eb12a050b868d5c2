using Microsoft.Data.Sqlite;

namespace FrontDesk.Benchmarks.Killing;

/// <summary>Reads the desk's books from outside and says what is missing in them: a call counts only where the sheet finds it, as owed.</summary>
public sealed class Witness(string database) : IDisposable
{
    private readonly SqliteConnection connection = Open(database);

    public IEnumerable<AnsweredTurn> MissingOf(IEnumerable<AnsweredTurn> answered)
    {
        using var find = connection.CreateCommand();
        find.CommandText = """
            select count(*)
            from (select id from calls where call_sid = $sid and live = 1 union all select call_id from filed_calls where call_sid = $sid) found
            join calls c on c.id = found.id and c.ball = 1 and c.desk_id is not null
            join turns t on t.call_id = c.id and ($heard is null or t.heard = $heard)
            """;
        var sid = find.Parameters.Add("$sid", SqliteType.Text);
        var heard = find.Parameters.Add("$heard", SqliteType.Text);
        foreach (var turn in answered)
        {
            (sid.Value, heard.Value) = (turn.CallSid, (object?)turn.Heard ?? DBNull.Value);
            if ((long)find.ExecuteScalar()! == 0)
            {
                yield return turn;
            }
        }
    }

    /// <summary>One row for each call, however often it was delivered, and a file SQLite finds nothing wrong with.</summary>
    public IEnumerable<string> Faults()
    {
        if (Ask("pragma integrity_check") is not "ok" and var complaint)
        {
            yield return $"integrity check: {complaint}";
        }

        if (Ask("select count(*) - count(distinct call_sid) from calls where call_sid is not null") is not 0L and var doubles)
        {
            yield return $"{doubles} calls are written down twice";
        }
    }

    public void Dispose() => connection.Dispose();

    private object? Ask(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements are the constants above
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    private static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        return connection;
    }
}
