using System.Text.RegularExpressions;
using FrontDesk.Web;
using FrontDesk.Web.Data;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace FrontDesk.Tests.Support;

/// <summary>Tables, columns with their nullability, and indexes, a sentence each, to be compared across engines.</summary>
public static class DatabaseShape
{
    public static Task<IReadOnlyList<string>> OfSqliteAsync(Database database, CancellationToken cancel) => database.ReadAsync(
        look => look.QueryAsync<string>("""
            select t.name || '.' || c.name || case when c."notnull" = 1 then ' not null' else ' null' end
            from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table'
            union all
            select case i."unique" when 1 then 'unique ' else '' end || 'index ' || i.name || ' on ' || t.name || ' (' ||
              (select group_concat(k.name, ', ') from pragma_index_info(i.name) k) || ')' || case i.partial when 1 then ' where' else '' end
            from sqlite_master t join pragma_index_list(t.name) i where t.type = 'table' and i.origin = 'c'
            """),
        cancel);

    public static Task<IReadOnlyList<string>> OfSqlServerAsync(Database database, CancellationToken cancel) => database.ReadAsync(
        async look => (IReadOnlyList<string>)[
            .. await look.QueryAsync<string>("""
                select table_name + '.' + column_name + case is_nullable when 'NO' then ' not null' else ' null' end
                from information_schema.columns where table_name in (select name from sys.tables)
                """),
            .. (await look.QueryAsync<IndexColumn>("""
                select t.name as [table], i.name as [index], i.is_unique, i.has_filter, c.name as [column]
                from sys.indexes i join sys.tables t on t.object_id = i.object_id
                join sys.index_columns k on k.object_id = i.object_id and k.index_id = i.index_id
                join sys.columns c on c.object_id = k.object_id and c.column_id = k.column_id
                where i.is_primary_key = 0 and i.is_unique_constraint = 0
                order by i.name, k.key_ordinal
                """))
                .GroupBy(key => (key.Table, key.Index, key.IsUnique, key.HasFilter), key => key.Column)
                .Select(key => Index(key.Key.IsUnique, WithoutItsTable(key.Key.Index, key.Key.Table), key.Key.Table, key, key.Key.HasFilter)),
        ],
        cancel);

    public static IReadOnlyList<string> OfScripts(DatabaseEngine engine)
    {
        var shape = new ShapeOfScript();
        foreach (var script in Script.Of(engine))
        {
            DatabaseStatements.Parse(script.Text, out _).Accept(shape);
        }

        return shape.Found;
    }

    // Where names of indexes must differ across tables, a server of this protocol makes them so: as much of the table as fits, and a hash.
    private static string WithoutItsTable(string index, string table)
    {
        if (!Regex.IsMatch(index, "[0-9a-f]{32}$", RegexOptions.CultureInvariant))
        {
            return index;
        }

        var named = index[..^32];
        var fits = Enumerable.Range(0, table.Length + 1).Last(letters => named.EndsWith(table[..letters], StringComparison.Ordinal));
        return named[..^fits];
    }

    private static string Index(bool unique, string name, string table, IEnumerable<string> columns, bool filtered) =>
        $"{(unique ? "unique " : "")}index {name} on {table} ({string.Join(", ", columns)}){(filtered ? " where" : "")}";

    private sealed class ShapeOfScript : TSqlFragmentVisitor
    {
        public List<string> Found { get; } = [];

        public override void Visit(CreateTableStatement node) => Found.AddRange(node.Definition.ColumnDefinitions.Select(column =>
            Column(node.SchemaObjectName, column)));

        public override void Visit(AlterTableAddTableElementStatement node) => Found.AddRange(node.Definition.ColumnDefinitions.Select(column =>
            Column(node.SchemaObjectName, column)));

        public override void Visit(CreateIndexStatement node) => Found.Add(Index(
            node.Unique,
            node.Name.Value,
            node.OnName.BaseIdentifier.Value,
            node.Columns.Select(column => column.Column.MultiPartIdentifier.Identifiers[^1].Value),
            node.FilterPredicate is not null));

        public override void Visit(DropIndexClause node) =>
            Found.RemoveAll(found => found.Contains($"index {node.Index.Value} on {node.Object.BaseIdentifier.Value} ", StringComparison.Ordinal));

        private static string Column(SchemaObjectName table, ColumnDefinition column) =>
            $"{table.BaseIdentifier.Value}.{column.ColumnIdentifier.Value} {(IsNullable(column) ? "null" : "not null")}";

        // A column that says nothing would be at the mercy of the session's settings.
        private static bool IsNullable(ColumnDefinition column) => column.Constraints.OfType<NullableConstraintDefinition>().Single().Nullable;
    }

    private sealed record IndexColumn
    {
        public required string Table { get; init; }

        public required string Index { get; init; }

        public required bool IsUnique { get; init; }

        public required bool HasFilter { get; init; }

        public required string Column { get; init; }
    }
}
