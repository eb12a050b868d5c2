using FrontDesk.Web;
using FrontDesk.Web.Data;
using Xunit;

namespace FrontDesk.Tests.Stores;

public abstract class MigratorTests(DatabaseEngine engine) : StoreTest(engine)
{
    private static readonly Script Second = new() { Number = 9001, Name = "9001_more", Text = "create table more (\n  id int not null primary key\n)" };

    private IReadOnlyList<Script> Released => Script.Of(Database.Engine);

    [Fact]
    public async Task Every_script_is_run_once()
    {
        Assert.Empty(await With([.. Released]).MigrateAsync(Cancel));
        Assert.Equal(["9001_more"], await With([.. Released, Second]).MigrateAsync(Cancel));
        Assert.Empty(await With([.. Released, Second]).MigrateAsync(Cancel));
    }

    [Fact]
    public async Task A_dry_run_says_what_is_missing_and_changes_nothing()
    {
        Assert.Equal(["9001_more"], await With([.. Released, Second]).PendingAsync(Cancel));
        Assert.Equal(["9001_more"], await With([.. Released, Second]).PendingAsync(Cancel));
    }

    [Fact]
    public async Task Many_who_start_together_migrate_once()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => With([.. Released, Second]).MigrateAsync(Cancel)));

        Assert.Single(applied, names => names.Count == 1);
        Assert.Equal(7, applied.Count(names => names.Count == 0));
    }

    [Fact]
    public async Task Books_newer_than_the_program_are_refused()
    {
        await With([.. Released, Second]).MigrateAsync(Cancel);

        var refused = await Assert.ThrowsAsync<SchemaRefusedException>(() => With([.. Released]).MigrateAsync(Cancel));

        Assert.Equal("The database is newer than this FrontDesk: it has 9001_more, which this version does not know. Start the newer version.", refused.Message);
    }

    [Fact]
    public async Task A_script_changed_after_it_was_run_is_refused()
    {
        var changed = Released[0] with { Text = Released[0].Text + "-- one more word" };

        var refused = await Assert.ThrowsAsync<SchemaRefusedException>(() => With([changed, .. Released.Skip(1)]).MigrateAsync(Cancel));

        Assert.StartsWith("The script 0001_the_desk was changed after this database ran it.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_fails_leaves_nothing_of_its_run()
    {
        var broken = new Script { Number = 9002, Name = "9002_broken", Text = "create table half (id int not null primary key); insert into nowhere (id) values (1)" };

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => With([.. Released, Second, broken]).MigrateAsync(Cancel));

        Assert.Equal(["9001_more", "9002_broken"], await With([.. Released, Second, broken]).PendingAsync(Cancel));
    }

    [Fact]
    public void A_script_is_the_same_whatever_ends_its_lines() =>
        Assert.Equal(Second.Hash, (Second with { Text = Second.Text.Replace("\n", "\r\n", StringComparison.Ordinal) }).Hash);

    private Migrator With(params IReadOnlyList<Script> scripts) => new(Database, TimeProvider.System, scripts);
}

public sealed class MigratorOnSqlite() : MigratorTests(DatabaseEngine.Sqlite);

public sealed class MigratorOnSqlServer() : MigratorTests(DatabaseEngine.SqlServer);
