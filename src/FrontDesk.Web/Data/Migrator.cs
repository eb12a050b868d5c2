namespace FrontDesk.Web.Data;

/// <summary>Brings the books to the shape this version writes in, once, however many start together.</summary>
public sealed class Migrator(Database database, TimeProvider time)
{
    private const string Journal = """
        create table schema_journal (
          number int not null primary key,
          name nvarchar(200) not null,
          hash nvarchar(64) not null,
          applied_at bigint not null
        )
        """;

    private readonly IReadOnlyList<Script> scripts = Script.Of(database.Engine);

    internal Migrator(Database database, TimeProvider time, IReadOnlyList<Script> scripts)
        : this(database, time) => this.scripts = scripts;

    /// <summary>The scripts the database lacks; nothing is changed.</summary>
    /// <exception cref="SchemaRefusedException">This version must not write in these books.</exception>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancel) =>
        Names(await database.WriteAsync(PendingAsync, cancel));

    /// <summary>All of them or, when one fails, none.</summary>
    /// <returns>The scripts that were run.</returns>
    /// <exception cref="SchemaRefusedException">This version must not write in these books.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancel) =>
        Names(await database.WriteAsync(ApplyAsync, cancel));

    /// <summary>
    /// The scripts without which a program that runs cannot go on writing. What a newer version has added meanwhile is none of its business: both work on the same
    /// books while one replaces the other. Waits for no migration that is under way.
    /// </summary>
    public async Task<IReadOnlyList<string>> LackingAsync(CancellationToken cancel)
    {
        // By the writer, for whoever asks wants to know whether it can write.
        var applied = await database.WriteAsync(
            work => work.QueryAsync<int>("select number from schema_journal where number in @numbers", new { numbers = scripts.Select(script => script.Number) }), cancel);
        return Names(scripts.Where(script => !applied.Contains(script.Number)));
    }

    private static IReadOnlyList<string> Names(IEnumerable<Script> scripts) => [.. scripts.Select(script => script.Name)];

    private async Task<IReadOnlyList<Script>> PendingAsync(Work work)
    {
        var tables = await database.Dialect.LockSchemaAsync(work);
        var applied = tables.Contains("schema_journal", StringComparer.OrdinalIgnoreCase)
            ? await work.QueryAsync<Applied>("select number, name, hash from schema_journal order by number")
            : [];
        Refuse(applied);
        return [.. scripts.Where(script => applied.All(row => row.Number != script.Number))];
    }

    private async Task<IReadOnlyList<Script>> ApplyAsync(Work work)
    {
        var pending = await PendingAsync(work);
        if (pending is [{ Number: 1 }, ..])
        {
            await work.ExecuteAsync(Journal);
        }

        foreach (var script in pending)
        {
            await work.ExecuteAtLeisureAsync(script.Text);
            await work.ExecuteAsync(
                "insert into schema_journal (number, name, hash, applied_at) values (@Number, @Name, @Hash, @now)",
                new { script.Number, script.Name, script.Hash, now = time.GetUtcNow() });
        }

        return pending;
    }

    private void Refuse(IReadOnlyList<Applied> applied)
    {
        if (applied.FirstOrDefault(row => scripts.All(script => script.Number != row.Number)) is { } unknown)
        {
            throw new SchemaRefusedException($"The database is newer than this FrontDesk: it has {unknown.Name}, which this version does not know. Start the newer version.");
        }

        if (scripts.FirstOrDefault(script => applied.Any(row => row.Number == script.Number && !string.Equals(row.Hash, script.Hash, StringComparison.Ordinal))) is { } changed)
        {
            throw new SchemaRefusedException($"The script {changed.Name} was changed after this database ran it. Put the released script back, and make a new one for the change.");
        }
    }

    private sealed record Applied
    {
        public int Number { get; init; }

        public required string Name { get; init; }

        public required string Hash { get; init; }
    }
}

/// <summary>This version must not write in these books; the message says why in one sentence, and what to do in another.</summary>
public sealed class SchemaRefusedException(string message) : Exception(message);
