using FrontDesk.Web.Data;

namespace FrontDesk.Web.Contacts;

/// <summary>Files of cards that were handed in and wait for a look; their text goes once they were imported, or after a day.</summary>
public sealed class BookFiles(Database database, TimeProvider time)
{
    private static readonly TimeSpan Waits = TimeSpan.FromDays(1);

    public async Task<Guid> KeepAsync(Guid deskId, string name, string content, string by, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await database.WriteAsync(
            async work =>
            {
                await work.ExecuteAsync("delete from book_files where at < @old", new { old = now - Waits });
                await work.ExecuteAsync(
                    "insert into book_files (id, desk_id, name, content, by_whom, at) values (@id, @deskId, @name, @content, @by, @now)",
                    new { id, deskId, name, content, by, now });
            },
            cancel);
        return id;
    }

    public Task<BookFile?> FindAsync(Guid id, CancellationToken cancel) => database.ReadAsync(
        look => look.FirstOrDefaultAsync<BookFile>("select id, desk_id, name, content, by_whom, at from book_files where id = @id", new { id }), cancel);

    public Task DropAsync(Guid id, CancellationToken cancel) =>
        database.WriteAsync(work => work.ExecuteAsync("delete from book_files where id = @id", new { id }), cancel);
}

/// <summary>A file of cards that waits for a look.</summary>
public sealed record BookFile
{
    public Guid Id { get; init; }

    public Guid DeskId { get; init; }

    public string Name { get; init; } = "";

    public string Content { get; init; } = "";

    public string ByWhom { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
