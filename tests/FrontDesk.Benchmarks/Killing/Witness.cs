using System.Data;
using System.Data.Common;
using System.Globalization;
using FrontDesk.Web;

namespace FrontDesk.Benchmarks.Killing;

/// <summary>Reads the desk's books from outside and says what is missing in them: a call counts only where the sheet finds it, as owed.</summary>
public sealed class Witness(KilledBooks books) : IDisposable
{
    private readonly DbConnection connection = books.Open();

    public IEnumerable<AnsweredTurn> MissingOf(IEnumerable<AnsweredTurn> answered)
    {
        using var find = connection.CreateCommand();
        find.CommandText = """
            select count(*)
            from (select id from calls where call_sid = @sid and live = 1 union all select call_id from filed_calls where call_sid = @sid) found
            join calls c on c.id = found.id and c.ball = 1 and c.desk_id is not null
            join turns t on t.call_id = c.id and (@heard is null or t.heard = @heard)
            """;
        var (sid, heard) = (Text(find, "@sid"), Text(find, "@heard"));
        foreach (var turn in answered)
        {
            (sid.Value, heard.Value) = (turn.CallSid, (object?)turn.Heard ?? DBNull.Value);
            if (Number(find.ExecuteScalar()) == 0)
            {
                yield return turn;
            }
        }
    }

    /// <summary>One row for each call, however often it was delivered, and a file, where it is one, that SQLite finds nothing wrong with.</summary>
    public IEnumerable<string> Faults()
    {
        if (books.Engine == DatabaseEngine.Sqlite && Ask("pragma integrity_check") is not "ok" and var complaint)
        {
            yield return $"integrity check: {complaint}";
        }

        if (Number(Ask("select count(*) - count(distinct call_sid) from calls where call_sid is not null")) is not 0 and var doubles)
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

    private static DbParameter Text(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.DbType) = (name, DbType.String);
        command.Parameters.Add(parameter);
        return parameter;
    }

    // One engine counts in 64 bits, the other in 32.
    private static long Number(object? counted) => Convert.ToInt64(counted, CultureInfo.InvariantCulture);
}
