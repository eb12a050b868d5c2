using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FrontDesk.Web.Moving;

namespace FrontDesk.Tests.Differential;

/// <summary>
/// Every row of every table of two desks, as the verb copy reads them. An id one desk has never told stands for the rows it is in: what
/// hangs together in the same way is the same.
/// </summary>
internal static class BooksRowByRow
{
    private const int Rounds = 4;

    // Random by their nature: salts and stamps.
    private static readonly HashSet<string> Salted = new(["password_hash", "pin_hash", "stamp"], StringComparer.Ordinal);

    /// <returns>A line for each row that only one of them has; none where all is equal.</returns>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(DeskOnEngine one, DeskOnEngine other, CancellationToken cancel)
    {
        var tables = await MovingTable.AllAsync();
        var (ours, theirs) = (await ReadAsync(one, tables, cancel), await ReadAsync(other, tables, cancel));
        return [.. Only("only in the first", ours, theirs), .. Only("only in the second", theirs, ours)];
    }

    private static IEnumerable<string> Only(string where, IReadOnlyList<string> rows, IReadOnlyList<string> others)
    {
        var left = others.GroupBy(row => row, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (left.TryGetValue(row, out var count) && count > 0)
            {
                left[row] = count - 1;
            }
            else
            {
                yield return $"{where}: {row}";
            }
        }
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(DeskOnEngine desk, IReadOnlyList<MovingTable> tables, CancellationToken cancel)
    {
        var rows = new List<(MovingTable Table, IReadOnlyList<object?> Values)>();
        await using var source = await MovingSource.OpenAsync(desk.Database, cancel);
        // Said on either side, whenever it was migrated.
        foreach (var table in tables.Where(table => table.Name != "schema_journal"))
        {
            await foreach (var row in source.RowsAsync(table, cancel))
            {
                rows.Add((table, row.Values));
            }
        }

        var names = new Dictionary<Guid, string>();
        for (var round = 0; round < Rounds; round++)
        {
            names = Hanging(rows, desk.Ids, names);
        }

        return [.. rows.Select(row => Line(row.Table, row.Values, desk.Ids, id => names.GetValueOrDefault(id, "?")))];
    }

    /// <summary>An unknown id by the rows it is in, as far as they were known in the round before.</summary>
    private static Dictionary<Guid, string> Hanging(List<(MovingTable Table, IReadOnlyList<object?> Values)> rows, Ids ids, Dictionary<Guid, string> before)
    {
        var seen = new Dictionary<Guid, List<string>>();
        foreach (var (table, values) in rows)
        {
            var line = new Lazy<string>(() => Line(table, values, ids, id => before.GetValueOrDefault(id, "?")));
            for (var column = 0; column < values.Count; column++)
            {
                if (values[column] is Guid id && ids.Known(id) is null)
                {
                    (seen.TryGetValue(id, out var lines) ? lines : seen[id] = []).Add($"{column} {line.Value}");
                }
            }
        }

        return seen.ToDictionary(
            entry => entry.Key,
            entry => "?" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', entry.Value.Order(StringComparer.Ordinal)))))[..12]);
    }

    private static string Line(MovingTable table, IReadOnlyList<object?> values, Ids ids, Func<Guid, string> unknown)
    {
        string NameOf(Guid id) => ids.Known(id) ?? unknown(id);
        var cells = values.Select((value, column) => Salted.Contains(table.Columns[column]) ? "salted" : value switch
        {
            null => "null",
            Guid id => NameOf(id),
            string text => $"\"{Ids.Within(text, NameOf)}\"",
            IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        });
        return $"{table.Name}: {string.Join(" | ", table.Columns.Zip(cells, (name, cell) => $"{name} {cell}"))}";
    }
}
