using FrontDesk.Tests.Support;
using FrontDesk.Web;
using FrontDesk.Web.Data;
using FrontDesk.Web.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace FrontDesk.Tests.Stores;

public sealed class SqliteWriterTests : IAsyncDisposable
{
    private readonly string file = Databases.NewSqliteFile();
    private readonly SqliteWriter writer;
    private readonly Database database;

    public SqliteWriterTests()
    {
        ColumnTypes.Register();
        var dialect = new SqliteDialect($"Data Source={file};Default Timeout=1");
        writer = new SqliteWriter(dialect, rehearses: false);
        database = new Database(DatabaseEngine.Sqlite, dialect, writer, keptLooks: 4);
        database.WriteAsync(work => work.ExecuteAsync("create table notes (said text not null primary key, owner int null references notes (said))"), Cancel).Wait(Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Acts_that_wait_share_one_commit()
    {
        using var pen = await HeldPen.TakeAsync(database);
        var before = writer.Commits;

        var acts = Enumerable.Range(0, 50).Select(number => NoteAsync($"note {number}")).ToList();
        await pen.ReleaseAsync();
        await Task.WhenAll(acts);

        Assert.Equal(2, writer.Commits - before);
        Assert.Equal(50, await CountAsync());
    }

    [Fact]
    public async Task An_act_that_throws_leaves_nothing_and_its_neighbours_stand()
    {
        using var pen = await HeldPen.TakeAsync(database);
        var first = NoteAsync("first");
        var broken = database.WriteAsync(
            async work =>
            {
                await work.ExecuteAsync("insert into notes (said) values ('half')");
                throw new InvalidDataException("broken");
            },
            Cancel);
        var last = NoteAsync("last");
        await pen.ReleaseAsync();

        await Task.WhenAll(first, last);
        Assert.Equal("broken", (await Assert.ThrowsAsync<InvalidDataException>(() => broken)).Message);
        Assert.Equal(["first", "last"], await NotesAsync());
    }

    [Fact]
    public async Task When_the_commit_fails_everybody_who_shared_it_is_told()
    {
        using var pen = await HeldPen.TakeAsync(database);
        var first = NoteAsync("first");
        var orphan = database.WriteAsync(
            async work =>
            {
                await work.ExecuteAsync("pragma defer_foreign_keys = on");
                await work.ExecuteAsync("insert into notes (said, owner) values ('orphan', 'nobody')");
            },
            Cancel);
        await pen.ReleaseAsync();

        await Assert.ThrowsAsync<SqliteException>(() => first);
        await Assert.ThrowsAsync<SqliteException>(() => orphan);
        Assert.Empty(await NotesAsync());
        await NoteAsync("afterwards");
    }

    [Fact]
    public async Task Who_gives_up_while_waiting_writes_nothing()
    {
        using var pen = await HeldPen.TakeAsync(database);
        using var givesUp = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var act = database.WriteAsync(work => work.ExecuteAsync("insert into notes (said) values ('never')"), givesUp.Token);
        await givesUp.CancelAsync();
        await pen.ReleaseAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => act);
        Assert.Empty(await NotesAsync());
    }

    [Fact]
    public async Task What_has_started_is_written_down_though_the_caller_hangs_up()
    {
        using var hangsUp = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await database.WriteAsync(
            async work =>
            {
                // Synchronously, on the writer's thread: the caller hangs up in the middle of the act.
                hangsUp.Cancel();
                await work.ExecuteAsync("insert into notes (said) values ('said')");
            },
            hangsUp.Token);

        Assert.Equal(["said"], await NotesAsync());
    }

    [Fact]
    public async Task A_look_sees_only_what_is_committed()
    {
        using var pen = await HeldPen.TakeAsync(database, "insert into notes (said) values ('not yet')");

        Assert.Empty(await NotesAsync());

        await pen.ReleaseAsync();
        Assert.Equal(["not yet"], await NotesAsync());
    }

    [Fact]
    public async Task An_act_that_waits_for_something_else_is_refused_and_does_nothing_later()
    {
        var elsewhere = new TaskCompletionSource();
        var strayed = new TaskCompletionSource<Exception?>();
        var act = database.WriteAsync(
            async work =>
            {
                await elsewhere.Task;
                strayed.SetResult(await Record.ExceptionAsync(() => work.ExecuteAsync("insert into notes (said) values ('stray')")));
            },
            Cancel);

        Assert.Contains("nothing but database work", (await Assert.ThrowsAsync<InvalidOperationException>(() => act)).Message, StringComparison.Ordinal);
        elsewhere.SetResult();
        Assert.IsType<InvalidOperationException>(await strayed.Task);
        Assert.Empty(await NotesAsync());
    }

    [Fact]
    public async Task Closing_the_books_first_writes_down_what_waits()
    {
        using var pen = await HeldPen.TakeAsync(database);
        var acts = Enumerable.Range(0, 20).Select(number => NoteAsync($"note {number}")).ToList();
        var closing = database.DisposeAsync();
        await pen.ReleaseAsync();
        await closing;

        await Task.WhenAll(acts);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => NoteAsync("too late"));
        await using var reopened = DatabaseSetup.Open(DatabaseEngine.Sqlite, $"Data Source={file}");
        Assert.Equal(20, await reopened.ReadAsync(look => look.FirstOrDefaultAsync<int>("select count(*) from notes"), Cancel));
    }

    [Fact]
    public async Task A_full_disk_is_said_in_a_sentence_and_survived()
    {
        await database.WriteAsync(work => work.ExecuteAsync("pragma max_page_count = 20"), Cancel);

        var full = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => NoteAsync(new string('x', 1_000_000)));
        Assert.Contains("is full; nothing of this was written", full.Message, StringComparison.Ordinal);

        await database.WriteAsync(work => work.ExecuteAsync("pragma max_page_count = 1000000"), Cancel);
        await NoteAsync("room again");
        Assert.Equal(["room again"], await NotesAsync());
    }

    [Fact]
    public async Task Another_program_with_the_pen_in_hand_is_named_as_the_reason()
    {
        await using var other = new SqliteConnection($"Data Source={file};Pooling=False");
        await other.OpenAsync(Cancel);
        await using var theirs = other.BeginTransaction();

        var busy = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => NoteAsync("mine"));
        Assert.Contains("Another program", busy.Message, StringComparison.Ordinal);
        Assert.True(database.Dialect.IsPassing(busy));

        await theirs.RollbackAsync(Cancel);
        await NoteAsync("mine");
    }

    [Fact]
    public async Task The_write_ahead_log_does_not_grow_with_the_day()
    {
        await database.WriteAsync(work => work.ExecuteAsync("create table days (calls text not null)"), Cancel);
        for (var megabyte = 0; megabyte < 80; megabyte++)
        {
            await database.WriteAsync(work => work.ExecuteAsync("insert into days (calls) values (@calls)", new { calls = new string('x', 1_000_000) }), Cancel);
        }

        Assert.InRange(new FileInfo(file + "-wal").Length, 1, 50_000_000);
    }

    [Fact]
    public void Books_that_would_not_outlive_a_power_cut_are_not_opened() =>
        Assert.Contains(
            "synchronous=FULL",
            Assert.Throws<InvalidOperationException>(() => new SqliteDialect("Data Source=:memory:").OpenToWrite()).Message,
            StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private Task<int> NoteAsync(string said) => database.WriteAsync(work => work.ExecuteAsync("insert into notes (said) values (@said)", new { said }), Cancel);

    private Task<IReadOnlyList<string>> NotesAsync() => database.ReadAsync(look => look.QueryAsync<string>("select said from notes order by said"), Cancel);

    private async Task<int> CountAsync() => (await NotesAsync()).Count;

    /// <summary>An act that keeps the writer waiting, so that the others gather behind it.</summary>
    private sealed class HeldPen : IDisposable
    {
        private readonly ManualResetEventSlim released = new();
        private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Task act;

        private HeldPen(Database database, string sql) => act = database.WriteAsync(
            async work =>
            {
                await work.ExecuteAsync(sql);
                held.SetResult();
                released.Wait(Cancel);
            },
            Cancel);

        public static async Task<HeldPen> TakeAsync(Database database, string sql = "select 1")
        {
            var pen = new HeldPen(database, sql);
            await pen.held.Task;
            return pen;
        }

        public Task ReleaseAsync()
        {
            released.Set();
            return act;
        }

        public void Dispose()
        {
            released.Set();
            released.Dispose();
        }
    }
}
