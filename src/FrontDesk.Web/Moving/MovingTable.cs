using FrontDesk.Web.Data;
using FrontDesk.Web.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace FrontDesk.Web.Moving;

/// <summary>A table that moves: its columns, and those of its key in order.</summary>
internal sealed record MovingTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<string> Key, IReadOnlyList<string> LeansOn)
{
    /// <summary>Which nodes are on these books, and what they tell each other; books that move have other nodes.</summary>
    public static readonly IReadOnlyList<string> StaysBehind = ["changes", "nodes"];

    public string Select => $"select {string.Join(", ", Columns)} from {Name}";

    public string Order => $" order by {string.Join(", ", Key)}";

    /// <summary>
    /// Every table but the journal of the schema and what stays behind, none before one it leans on. Read from the scripts run on an empty book in memory: both
    /// engines have one shape, and not every server tells its foreign keys.
    /// </summary>
    public static async Task<IReadOnlyList<MovingTable>> AllAsync()
    {
        await using var scratch = new SqliteConnection("Data Source=:memory:");
        scratch.Open();
        using var look = new Work(scratch, new SqliteDialect("Data Source=:memory:"));
        foreach (var script in Script.Of(DatabaseEngine.Sqlite))
        {
            await look.ExecuteAsync(script.Text);
        }

        var tables = new List<MovingTable>();
        foreach (var name in await look.QueryAsync<string>("select name from sqlite_master where type = 'table' and name not in @StaysBehind and name not like 'sqlite_%' order by name", new { StaysBehind }))
        {
            tables.Add(new(
                name,
                await look.QueryAsync<string>("select name from pragma_table_info(@name) order by cid", new { name }),
                await look.QueryAsync<string>("select name from pragma_table_info(@name) where pk > 0 order by pk", new { name }),
                await look.QueryAsync<string>("select distinct \"table\" from pragma_foreign_key_list(@name) where \"table\" <> @name", new { name })));
        }

        return InOrder(tables);
    }

    private static List<MovingTable> InOrder(List<MovingTable> tables)
    {
        var ordered = new List<MovingTable>();
        while (tables.Count > 0)
        {
            var free = tables.FindAll(table => !table.LeansOn.Intersect(tables.Select(left => left.Name), StringComparer.Ordinal).Any());
            if (free.Count == 0)
            {
                throw new InvalidOperationException($"The tables {string.Join(", ", tables.Select(table => table.Name))} lean on each other in a ring.");
            }

            ordered.AddRange(free);
            tables.RemoveAll(free.Contains);
        }

        return ordered;
    }
}
