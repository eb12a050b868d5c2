using FrontDesk.Web.Data;

namespace FrontDesk.Web.Moving;

/// <summary>How far a copy got, kept in the target beside what was copied and gone when all of it was verified. The verb alone knows this table.</summary>
internal sealed class MovingJournal(Database target)
{
    private const string Table = """
        create table copy_journal (
          table_name nvarchar(128) not null primary key,
          source nvarchar(450) not null,
          copied bigint not null
        )
        """;

    /// <summary>Rows copied of each table; null where no copy was begun.</summary>
    public Task<IReadOnlyList<Stage>?> ReadAsync(CancellationToken cancel) => target.WriteAsync(
        async work => (await target.Dialect.LockSchemaAsync(work)).Contains("copy_journal", StringComparer.OrdinalIgnoreCase)
            ? await work.QueryAsync<Stage>("select table_name, source, copied from copy_journal")
            : null,
        cancel);

    public Task BeginAsync(IEnumerable<MovingTable> tables, string source, CancellationToken cancel) => target.WriteAsync(
        async work =>
        {
            await work.ExecuteAsync(Table);
            foreach (var table in tables)
            {
                await work.ExecuteAsync("insert into copy_journal (table_name, source, copied) values (@Name, @source, 0)", new { table.Name, source });
            }
        },
        cancel);

    public static Task NoteAsync(Work work, string table, long copied) =>
        work.ExecuteAsync("update copy_journal set copied = @copied where table_name = @table", new { table, copied });

    public Task EndAsync(CancellationToken cancel) => target.WriteAsync(work => work.ExecuteAsync("drop table copy_journal"), cancel);

    internal sealed record Stage
    {
        public required string TableName { get; init; }

        public required string Source { get; init; }

        public long Copied { get; init; }
    }
}
