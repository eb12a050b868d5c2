using FrontDesk.Contacts;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Contacts;

/// <summary>The book page by page, and what of it a few letters or digits find.</summary>
public sealed class BookSearch(Database database)
{
    private const int FewestDigits = 3;

    /// <param name="words">Of a name, a company or a title, whatever their case and accents, or digits of a number; null for everything.</param>
    /// <param name="after">The last card of the page before.</param>
    public Task<IReadOnlyList<CardLine>> PageAsync(Guid deskId, string? words, Guid? after, int count, CancellationToken cancel)
    {
        var wanted = NameKey.Of(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var digits = string.Concat((words ?? "").Where(char.IsAsciiDigit));
        var isNumber = digits.Length >= FewestDigits && !(words ?? "").Any(char.IsLetter);
        const string After =
            """
            and (sort_key > (select sort_key from contacts where id = @after)
              or (sort_key = (select sort_key from contacts where id = @after) and id > @after))
            """;
        return database.ReadAsync(
            look => look.QueryAsync<CardLine>(
                $"""
                select id, name, sort_name, pronunciation, company, title, standing, wants_to_talk,
                  (select min(number) from contact_numbers n where n.contact_id = contacts.id and position = 0) as best
                from contacts
                where desk_id = @deskId
                  and {(isNumber ? "exists (select 1 from contact_numbers n where n.contact_id = contacts.id and n.number like @digits)" : Likes(wanted.Length))}
                {(after is null ? "" : After)}
                order by sort_key, id {database.Dialect.FirstRows(count)}
                """,
                Arguments(deskId, after, digits, wanted)),
            cancel);
    }

    public Task<int> CountAsync(Guid deskId, CancellationToken cancel) =>
        database.ReadAsync(look => look.FirstOrDefaultAsync<int>("select count(*) from contacts where desk_id = @deskId", new { deskId }), cancel);

    public async Task<bool> HasAsync(Guid card, CancellationToken cancel) =>
        await database.ReadAsync(look => look.FirstOrDefaultAsync<int>("select count(*) from contacts where id = @card", new { card }), cancel) > 0;

    // Folded words hold no sign that "like" knows, symbols aside, which are escaped.
    private static string Likes(int words) =>
        words == 0 ? "1 = 1" : string.Join(" and ", Enumerable.Range(0, words).Select(word => $"search_text like @word{word} escape '\\'"));

    private static Dictionary<string, object?> Arguments(Guid deskId, Guid? after, string digits, string[] wanted)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal) { ["deskId"] = deskId, ["after"] = after, ["digits"] = $"%{digits}%" };
        foreach (var (position, word) in wanted.Index())
        {
            arguments.Add($"word{position}", $"%{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%");
        }

        return arguments;
    }
}

/// <summary>A card as the list of the book shows it.</summary>
public sealed record CardLine
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string? SortName { get; init; }

    public string? Pronunciation { get; init; }

    public string? Company { get; init; }

    public string? Title { get; init; }

    public Standing Standing { get; init; }

    public bool WantsToTalk { get; init; }

    /// <summary>The best number.</summary>
    public PhoneNumber? Best { get; init; }
}
