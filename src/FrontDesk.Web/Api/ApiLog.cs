using System.Text.Json.Serialization;
using FrontDesk.Calls;
using FrontDesk.Reminders;
using FrontDesk.Texts;
using FrontDesk.Web.Data;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Api;

/// <summary>Reads reminders and texts page by page, oldest first.</summary>
internal sealed class ApiLog(Database database)
{
    public Task<IReadOnlyList<ApiReminder>> RemindersAsync(Guid deskId, LogPlace after, int count, CancellationToken cancel) =>
        database.ReadAsync(
            look => look.QueryAsync<ApiReminder>(
                $"""
                select id, call_id, kind, slot, rung, due_at, case when expired_at is null then state else 8 end as state, acknowledged_at, last_error, throttled_until, expired_at
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

    /// <summary>It waits until then because the phone had had its share; or it did.</summary>
    public DateTimeOffset? ThrottledUntil { get; init; }

    /// <summary>When it was found too late to be sent by itself.</summary>
    public DateTimeOffset? ExpiredAt { get; init; }

    /// <summary>Where on the desk's ladder it stands, from 0; past its end every phone is rung.</summary>
    public int Rung { get; init; }

    /// <summary>What was tried for it, in order.</summary>
    public IReadOnlyList<ApiTry> Tries { get; init; } = [];
}

/// <param name="By">The rung's way.</param>
/// <param name="Channel">text or call; null where the rung could not be taken.</param>
/// <param name="Phone">E.164.</param>
/// <param name="Skipped">Why the rung could not be taken.</param>
/// <param name="State">How far it got: done means delivered, or a key was pressed.</param>
internal sealed record ApiTry(
    int Rung,
    [property: JsonConverter(typeof(CamelCased<RungWay>))] RungWay By,
    DateTimeOffset At,
    [property: JsonConverter(typeof(CamelCased<Channel>))] Channel? Channel,
    string? Phone,
    [property: JsonConverter(typeof(CamelCased<SkipReason>))] SkipReason? Skipped,
    [property: JsonConverter(typeof(CamelCased<IntentState>))] IntentState? State,
    string? LastError)
{
    public static ApiTry Of(ReminderTry tried) =>
        new(tried.Rung, tried.Way, tried.At, tried.Channel, tried.Phone?.E164, tried.Skipped, tried.State, tried.LastError);
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
