using FrontDesk.Web.Data;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Reconciling;

/// <summary>What was found in the carrier's lists and had never reached us.</summary>
public sealed class FoundList(Database database)
{
    private const int Most = 200;

    /// <summary>Newest first, two hundred at most.</summary>
    public Task<IReadOnlyList<LoggedCall>> CallsAsync(DateTimeOffset since, CancellationToken cancel) => database.ReadAsync(
        look => look.QueryAsync<LoggedCall>(
            $"{CallHistory.Columns} where found_at is not null and found_at > @since order by received_at desc, calls.id desc{database.Dialect.FirstRows(Most)}", new { since }),
        cancel);

    /// <inheritdoc cref="CallsAsync"/>
    public Task<IReadOnlyList<FoundText>> TextsAsync(DateTimeOffset since, CancellationToken cancel) => database.ReadAsync(
        look => look.QueryAsync<FoundText>(
            $"select from_number, to_number, body, at from texts where found_at is not null and found_at > @since order by at desc, id desc{database.Dialect.FirstRows(Most)}", new { since }),
        cancel);
}

/// <summary>A text found at the carrier: on file, and not acted upon.</summary>
public sealed record FoundText
{
    public string FromNumber { get; init; } = "";

    public string ToNumber { get; init; } = "";

    public string Body { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
