using FrontDesk.Copies;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Copies;

/// <summary>The clean copies on file, as they were handed over.</summary>
public sealed class CleanCopies(Database database)
{
    private const string Columns = "id, desk_id, number, reason, made_by, made_at, due_at, note";

    /// <summary>Newest first.</summary>
    /// <param name="before">The number the page ends before; null for the first page.</param>
    public Task<IReadOnlyList<ListedCopy>> NewestAsync(Guid deskId, int? before, int count, CancellationToken cancel) => database.ReadAsync(
        look => look.QueryAsync<ListedCopy>(
            $"""
            select {Columns},
              (select count(*) from copy_lines l where l.copy_id = c.id and l.part = 1) as to_return,
              (select count(*) from copy_lines l where l.copy_id = c.id and l.part = 1 and l.code = 1) as asap,
              (select count(*) from copy_lines l where l.copy_id = c.id and l.part = 2) as left_word,
              (select count(*) from copy_lines l where l.copy_id = c.id and l.news in (1, 2, 3)) as new,
              (select count(*) from copy_lines l where l.copy_id = c.id and l.part = 4) as gone
            from clean_copies c where desk_id = @deskId {(before is null ? "" : "and number < @before")}
            order by number desc {database.Dialect.FirstRows(count)}
            """,
            new { deskId, before }),
        cancel);

    public Task<FullCopy?> FindAsync(Guid id, CancellationToken cancel) => database.ReadAsync(look => FindAsync(look, id), cancel);

    /// <summary>The copies right before and right after one, where there are any.</summary>
    public Task<IReadOnlyList<KeptCopy>> BesideAsync(KeptCopy copy, CancellationToken cancel) => database.ReadAsync(
        look => look.QueryAsync<KeptCopy>(
            $"select {Columns} from clean_copies where desk_id = @DeskId and number between @from and @to order by number",
            new { copy.DeskId, from = copy.Number - 1, to = copy.Number + 1 }),
        cancel);

    internal static async Task<FullCopy?> FindAsync(Look look, Guid id) =>
        await look.FirstOrDefaultAsync<KeptCopy>($"select {Columns} from clean_copies where id = @id", new { id }) is { } kept
            ? new FullCopy(kept, await LinesAsync(look, id))
            : null;

    internal static async Task<FullCopy?> NewestAsync(Look look, Guid deskId) =>
        await look.FirstOrDefaultAsync<KeptCopy>(
            $"select {Columns} from clean_copies where desk_id = @deskId and number = (select max(number) from clean_copies where desk_id = @deskId)",
            new { deskId }) is { } kept
            ? new FullCopy(kept, await LinesAsync(look, kept.Id))
            : null;

    internal static async Task KeepAsync(Work work, FullCopy copy)
    {
        await work.ExecuteAsync(
            $"insert into clean_copies ({Columns}) values (@Id, @DeskId, @Number, @Reason, @MadeBy, @MadeAt, @DueAt, @Note)", copy.Kept);
        foreach (var (position, line) in copy.Copy.Lines.Index())
        {
            await work.ExecuteAsync(
                """
                insert into copy_lines (copy_id, position, part, code, news, call_id, version, line)
                values (@copyId, @position, @Part, @Code, @News, @callId, @Version, @json)
                """,
                new { copyId = copy.Kept.Id, position, line.Part, line.Code, line.News, callId = line.Id, line.Version, json = FullCopy.Write(line) });
        }
    }

    private static async Task<CleanCopy> LinesAsync(Look look, Guid copyId) => new(
        [.. (await look.QueryAsync<string>("select line from copy_lines where copy_id = @copyId order by position", new { copyId })).Select(FullCopy.ReadLine)]);
}
