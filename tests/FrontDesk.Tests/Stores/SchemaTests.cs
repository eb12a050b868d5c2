using FrontDesk.Tests.Support;
using FrontDesk.Web;
using FrontDesk.Web.Data;
using Xunit;

namespace FrontDesk.Tests.Stores;

public sealed class SchemaTests
{
    private const string Journal = "schema_journal";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Both_engines_have_the_same_scripts_by_number_and_name()
    {
        var sqlite = Script.Of(DatabaseEngine.Sqlite);

        Assert.Equal(sqlite.Select(script => script.Name), Script.Of(DatabaseEngine.SqlServer).Select(script => script.Name));
        Assert.Equal(Enumerable.Range(1, sqlite.Count), sqlite.Select(script => script.Number));
    }

    [Fact]
    public void Every_script_for_SQL_Server_is_one_batch_of_TSQL() =>
        Assert.All(Script.Of(DatabaseEngine.SqlServer), script =>
        {
            Assert.Empty(DatabaseStatements.ErrorsIn(script.Text));
            Assert.DoesNotContain("\ngo\n", script.Text.ToLowerInvariant(), StringComparison.Ordinal);
        });

    /// <summary>Since several nodes share the books, one that still runs the version before goes on working on them.</summary>
    [Theory]
    [InlineData(DatabaseEngine.Sqlite)]
    [InlineData(DatabaseEngine.SqlServer)]
    public void A_script_only_adds(DatabaseEngine engine) => Assert.All(
        Script.Of(engine).SkipWhile(script => script.Name != "0018_the_nodes"),
        script => Assert.DoesNotMatch(@"(?im)^\s*(drop|exec)\b|\brename\b|\balter\s+column\b|\bdrop\s+(column|constraint)\b|^\s*alter\s+table\s+\w+\s+add\s(?=.*\bnot\s+null\b)(?!.*\bdefault\b)", script.Text));

    [Fact]
    public async Task Both_engines_have_the_same_tables_columns_nullability_and_indexes()
    {
        await using var sqlite = await Databases.NewAsync(DatabaseEngine.Sqlite, Cancel);

        var migrated = await ShapeAsync(sqlite, DatabaseShape.OfSqliteAsync);

        Assert.Contains("calls.call_sid null", migrated);
        Assert.Contains("unique index calls_live on calls (call_sid) where", migrated);
        Assert.Equal(DatabaseShape.OfScripts(DatabaseEngine.SqlServer).Order(StringComparer.Ordinal), migrated);
    }

    [Fact]
    public async Task A_migrated_SQL_Server_has_the_shape_its_scripts_say()
    {
        await using var server = await Databases.NewAsync(DatabaseEngine.SqlServer, Cancel);

        var shape = await ShapeAsync(server, DatabaseShape.OfSqlServerAsync);

        // A catalogue may keep quiet about filters; the index of nothing but a filter finds out whether this one does.
        var scripts = DatabaseShape.OfScripts(DatabaseEngine.SqlServer);
        var expected = await TellsFiltersAsync(server.Database) ? scripts : scripts.Select(line => line.EndsWith(") where", StringComparison.Ordinal) ? line[..^6] : line);
        Assert.Equal(expected.Order(StringComparer.Ordinal), shape);
    }

    [Theory]
    [InlineData("select name from desks limit 5 offset 5")]
    [InlineData("insert or ignore into inbox (event_key) values (@key)")]
    [InlineData("select name from desks where id = @id and")]
    [InlineData("insert into erasing_cards (erasure_id, contact_id) values (@Id, @id)")]
    public void What_only_SQLite_would_take_is_found_out(string sql) => Assert.NotEmpty(DatabaseStatements.ErrorsIn(sql));

    [Theory]
    [InlineData("select name from desks order by name limit 5")]
    [InlineData("select name from desks where id in @ids")]
    [InlineData("insert into inbox (event_key, received_at) select @key, @now where not exists (select 1 from inbox where event_key = @key)")]
    public void What_both_engines_take_passes(string sql) => Assert.Empty(DatabaseStatements.ErrorsIn(sql));

    [Theory]
    [InlineData("select unixepoch()")]
    [InlineData("select getutcdate()")]
    [InlineData("update desks set name = current_timestamp")]
    public void A_statement_that_asks_the_database_for_the_time_is_found_out(string sql) =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => DatabaseStatements.Check(sql));

    private static Task<bool> TellsFiltersAsync(Database database) => database.WriteAsync(
        async work =>
        {
            await work.ExecuteAsync("create index filtered on inbox (received_at) where received_at = 0");
            var told = await work.FirstOrDefaultAsync<bool>("select has_filter from sys.indexes where name like 'filtered%' and object_id = object_id('inbox')");
            await work.ExecuteAsync("drop index filtered on inbox");
            return told;
        },
        Cancel);

    private static async Task<IReadOnlyList<string>> ShapeAsync(TestDatabase test, Func<Database, CancellationToken, Task<IReadOnlyList<string>>> shape)
    {
        test.Database.Dialect.Overhears = null;
        return [.. (await shape(test.Database, Cancel)).Where(line => !line.StartsWith(Journal, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }
}
