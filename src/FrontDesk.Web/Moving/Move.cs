using System.Globalization;
using System.Text;
using Dapper;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Moving;

/// <summary>All rows of one database into another of the same shape, then compared one by one.</summary>
internal sealed class Move(MovingSource source, Database target, Action<string> say)
{
    private const int Batch = 500;

    // SQL Server takes 2,100 arguments in a statement.
    private const int Arguments = 2000;

    public async Task CopyAsync(MovingTable table, long copied, CancellationToken cancel)
    {
        var all = await source.CountAsync(table);
        var at = 0L;
        var batch = new List<MovingRow>();
        await foreach (var row in source.RowsAsync(table, cancel))
        {
            if (at++ < copied)
            {
                continue;
            }

            batch.Add(row);
            if (batch.Count == Batch)
            {
                await PutAsync(table, batch, at, all, cancel);
            }
        }

        if (batch.Count > 0)
        {
            await PutAsync(table, batch, at, all, cancel);
        }
    }

    /// <returns>How many rows of either side have no equal on the other.</returns>
    public async Task<long> DifferencesAsync(MovingTable table, CancellationToken cancel)
    {
        var prints = new HashSet<UInt128>();
        await foreach (var row in source.RowsAsync(table, cancel))
        {
            prints.Add(row.Print());
        }

        var (rows, strange) = (prints.Count, 0L);
        await using var copy = await MovingSource.OpenAsync(target, cancel);
        await foreach (var row in copy.RowsAsync(table, cancel))
        {
            strange += prints.Remove(row.Print()) ? 0 : 1;
        }

        var differences = strange + prints.Count;
        say(differences == 0
            ? $"{table.Name}: {rows} rows verified"
            : $"{table.Name}: {prints.Count} rows of the source are not in the target as they are there, {strange} of the target not in the source");
        return differences;
    }

    private async Task PutAsync(MovingTable table, List<MovingRow> batch, long copied, long all, CancellationToken cancel)
    {
        await target.WriteAsync(
            async work =>
            {
                foreach (var rows in batch.Chunk(Math.Max(1, Arguments / table.Columns.Count)))
                {
                    var (sql, arguments) = Insert(table, rows);
                    await work.ExecuteAsync(sql, arguments);
                }

                await MovingJournal.NoteAsync(work, table.Name, copied);
            },
            cancel);
        batch.Clear();
        say($"{table.Name}: {copied} of {all}");
    }

    private static (string Sql, DynamicParameters Arguments) Insert(MovingTable table, MovingRow[] rows)
    {
        var sql = new StringBuilder($"insert into {table.Name} ({string.Join(", ", table.Columns)}) values ");
        var arguments = new DynamicParameters();
        for (var row = 0; row < rows.Length; row++)
        {
            var names = table.Columns.Select((_, column) => string.Create(CultureInfo.InvariantCulture, $"@r{row}c{column}")).ToList();
            sql.Append(row == 0 ? "(" : ", (").AppendJoin(", ", names).Append(')');
            for (var column = 0; column < names.Count; column++)
            {
                arguments.Add(names[column], rows[row].Values[column]);
            }
        }

        return (sql.ToString(), arguments);
    }
}
