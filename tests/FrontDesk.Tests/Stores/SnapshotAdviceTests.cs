using FrontDesk.Web;
using FrontDesk.Web.Data.SqlServer;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace FrontDesk.Tests.Stores;

public abstract class SnapshotAdviceTests(DatabaseEngine engine) : StoreTest(engine)
{
    [Fact]
    public async Task Whoever_runs_the_desk_is_told_where_readers_wait_for_writers_and_only_there()
    {
        var name = Database.Engine == DatabaseEngine.SqlServer ? await AskAsync<string>("select db_name()") : null;
        var waits = name is not null && !await AskAsync<bool>("select is_read_committed_snapshot_on from sys.databases where name = db_name()");

        var words = await new SnapshotAdvice(Database, NullLogger<SnapshotAdvice>.Instance).WordsAsync(Cancel);

        Assert.Equal(waits ? SnapshotAdvice.WordsFor(name!) : null, words);
    }

    [Fact]
    public void The_advice_is_a_statement_to_run() =>
        Assert.EndsWith("alter database [front desk] set read_committed_snapshot on", SnapshotAdvice.WordsFor("front desk"), StringComparison.Ordinal);

    private Task<T?> AskAsync<T>(string sql) => Database.ReadAsync(look => look.FirstOrDefaultAsync<T>(sql), Cancel);
}

public sealed class SnapshotAdviceOnSqlite() : SnapshotAdviceTests(DatabaseEngine.Sqlite);

public sealed class SnapshotAdviceOnSqlServer() : SnapshotAdviceTests(DatabaseEngine.SqlServer);
