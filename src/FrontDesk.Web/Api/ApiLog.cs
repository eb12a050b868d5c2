using System.Text.Json.Serialization;
using FrontDesk.Calls;
using FrontDesk.Reminders;
using FrontDesk.Texts;
using FrontDesk.Web.Data;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Api;

/// <summary>Reads reminders and texts page by page, oldest first.</summary>
internal sealed class ApiLog(Database database)
{
    public Task<IReadOnlyList<ApiReminder>> RemindersAsync(Guid deskId, LogPlace after, int count, CancellationToken cancel) =>
        database.ReadAsync(
            look => look.QueryAsync<ApiReminder>(
                $"""
                select id, call_id, kind, slot, due_at, state, acknowledged_at, last_error
                from reminders
                where desk_id = @deskId and due_at >= @At and (due_at > @At or id > @Id)
                order by due_at, id {database.Dialect.FirstRows(count)}
                """,
                new { deskId, after.At, after.Id }),
            cancel);

    public Task<IReadOnlyList<ApiText>> TextsAsync(Guid deskId, LogPlace after, int count, CancellationToken cancel) =>
        database.ReadAsync(
            look => look.QueryAsync<ApiText>(
                $"""
                select id, direction, from_number, to_number, body, status, error_code, at
                from texts
                where desk_id = @deskId and at >= @At and (at > @At or id > @Id)
                order by at, id {database.Dialect.FirstRows(count)}
                """,
                new { deskId, after.At, after.Id }),
            cancel);
}

internal sealed record ApiReminders(IReadOnlyList<ApiReminder> Reminders, string? Next);

internal sealed record ApiReminder
{
    public Guid Id { get; init; }

    public Guid CallId { get; init; }

    [JsonConverter(typeof(CamelCased<ReminderKind>))]
    public ReminderKind Kind { get; init; }

    /// <summary>Which of the call's nudges it is, from 0.</summary>
    public int Slot { get; init; }

    public DateTimeOffset DueAt { get; init; }

    [JsonConverter(typeof(CamelCased<ReminderState>))]
    public ReminderState State { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public string? LastError { get; init; }
}

internal sealed record ApiTexts(IReadOnlyList<ApiText> Texts, string? Next);

internal sealed record ApiText
{
    public Guid Id { get; init; }

    [JsonConverter(typeof(CamelCased<CallDirection>))]
    public CallDirection Direction { get; init; }

    /// <summary>E.164.</summary>
    [JsonPropertyName("from")]
    public string FromNumber { get; init; } = "";

    /// <summary>E.164.</summary>
    [JsonPropertyName("to")]
    public string ToNumber { get; init; } = "";

    public string Body { get; init; } = "";

    [JsonConverter(typeof(CamelCased<TextStatus>))]
    public TextStatus Status { get; init; }

    /// <summary>The carrier's, where it gave one.</summary>
    public int? ErrorCode { get; init; }

    public DateTimeOffset At { get; init; }
}
