using FrontDesk.Web.Data;
using FrontDesk.Web.Moving;

namespace FrontDesk.Tests.Support;

/// <summary>Every row of every table of the books as it stands, on either engine.</summary>
internal static class BookRows
{
    // What an erasure writes of itself, what counts deliveries, and the desk's own comparison with the carrier, which may be under way.
    private static readonly string[] Unasked = ["erasures", "tombstones", "inbox", "reconciliations", "reconciled_days"];

    public static async Task<IReadOnlyList<BookRow>> ReadAsync(Database database, CancellationToken cancel)
    {
        var rows = new List<BookRow>();
        await using var source = await MovingSource.OpenAsync(database, cancel);
        foreach (var table in (await MovingTable.AllAsync()).Where(table => !Unasked.Contains(table.Name)))
        {
            await foreach (var row in source.RowsAsync(table, cancel))
            {
                rows.Add(new BookRow(table.Name, table.Columns, row));
            }
        }

        return rows;
    }

    /// <summary>The rows that say these words or hang on these ids, and on each other.</summary>
    public static IReadOnlySet<BookRow> Around(IEnumerable<Guid> ids, IReadOnlyList<BookRow> rows, string[] words)
    {
        var (around, known) = (new HashSet<BookRow>(), ids.ToHashSet());
        while (rows.Where(row => !around.Contains(row) && (row.Says(words) || row.Ids.Any(known.Contains))).ToList() is { Count: > 0 } more)
        {
            around.UnionWith(more);
            known.UnionWith(more.SelectMany(row => row.Leads));
        }

        return around;
    }
}

/// <summary>A row; equal where every value is.</summary>
internal sealed class BookRow(string table, IReadOnlyList<string> columns, MovingRow row) : IEquatable<BookRow>
{
    // A copy holds others' lines beside somebody's.
    private static readonly string[] Own = ["id", "intent_id", "boss_intent_id", "our_call_id"];
    private static readonly string[] OfTheBook = ["act_id", "contact_id"];

    private readonly UInt128 print = row.Print();

    public string Table { get; } = table;

    public IEnumerable<Guid> Ids => row.Values.OfType<Guid>();

    /// <summary>What may hang on this row.</summary>
    public IEnumerable<Guid> Leads => columns.Zip(row.Values).Where(value => (Table == "book_cards" ? OfTheBook : Own).Contains(value.First) && Table != "clean_copies").Select(value => value.Second).OfType<Guid>();

    public bool Says(string[] words) => row.Values.OfType<string>().Any(text => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    public bool Equals(BookRow? other) => other is not null && string.Equals(Table, other.Table, StringComparison.Ordinal) && print == other.print;

    public override bool Equals(object? obj) => Equals(obj as BookRow);

    public override int GetHashCode() => print.GetHashCode();

    public override string ToString() => $"{Table}: {string.Join(" | ", columns.Zip(row.Values).Where(value => value.Second is not null).Select(value => $"{value.First} {value.Second}"))}";
}
