using FrontDesk.Reminders;
using FrontDesk.Web.Data;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reminders;

/// <summary>A reminder whose time has come, and how it was tried last.</summary>
public sealed record DueReminder
{
    public required Guid Id { get; init; }

    public required Guid CallId { get; init; }

    public required ReminderKind Kind { get; init; }

    public required int Slot { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required int Version { get; init; }

    /// <summary>When the call it is about was over: what its later times count from.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Where on the ladder it stands.</summary>
    public int Rung { get; init; }

    /// <summary>The phone tried by the nudge before.</summary>
    public PhoneNumber? AfterPhone { get; init; }

    public DateTimeOffset? ExpiredAt { get; init; }

    /// <summary>It is found too late to be of use by itself, just now.</summary>
    public bool ExpiresNow { get; init; }

    public bool IsExpired => ExpiresNow || ExpiredAt is not null;

    /// <summary>A later nudge about the call has gone out meanwhile.</summary>
    public bool Overtaken { get; init; }

    /// <summary>It waited because the phone had had its share; it is told together with what waited too.</summary>
    public bool WasThrottled { get; init; }

    public Channel? LastChannel { get; init; }

    public PhoneNumber? LastNumber { get; init; }

    public string? LastSid { get; init; }

    public int? LastErrorCode { get; init; }

    public int LastAttempt { get; init; }

    /// <summary>A text was tried and will not do: it was refused, did not arrive, or was never taken in several tries.</summary>
    public bool WantsVoice =>
        LastChannel == Channel.Call
        || (LastChannel == Channel.Text && (LastSid is not null || LastErrorCode is not null || LastAttempt >= MostTexts));

    /// <summary>One that expired begins anew: it is told in a digest.</summary>
    public RungPlace Place => IsExpired ? default : new(Rung, LastTry, (LastChannel is null ? null : LastNumber) ?? AfterPhone);

    private LastTry LastTry => LastChannel switch
    {
        null => LastTry.None,
        Channel.Text => WantsVoice ? LastTry.TextLost : LastTry.None,
        Channel.Call => LastSid is null ? LastTry.CallRefused : LastTry.CallPlaced,
        _ => throw new InvalidOperationException($"No nudge goes by {LastChannel}."),
    };

    private const int MostTexts = 3;

    public DueReminder Aged(Reminding reminding, DateTimeOffset now) =>
        ExpiredAt is null && reminding.IsExpired(Kind, DueAt, now) ? this with { ExpiresNow = true } : this;

    /// <summary>They are whoever's asks until the end of the act: rounds that race see what the one before has sent.</summary>
    public static async Task<IReadOnlyList<DueReminder>> TakeAsync(Work work, Guid deskId, DateTimeOffset now)
    {
        await work.ExecuteAsync("update reminders set version = version where state = 1 and due_at <= @now and desk_id = @deskId", new { deskId, now });
        return await OfAsync(work, deskId, now);
    }

    private static Task<IReadOnlyList<DueReminder>> OfAsync(Look look, Guid deskId, DateTimeOffset now) => look.QueryAsync<DueReminder>(
        """
        select r.id, r.call_id, r.kind, r.slot, r.due_at, r.rung, r.after_phone, r.expired_at, r.version, coalesce(c.ended_at, c.received_at) as ended_at, i.channel as last_channel, i.to_number as last_number,
          i.sid as last_sid, i.error_code as last_error_code, coalesce(i.attempt, 0) as last_attempt,
          case when exists (select 1 from reminders n where n.call_id = r.call_id and n.kind = r.kind and n.slot > r.slot and n.state <> 1)
            then 1 else 0 end as overtaken,
          case when r.throttled_until is null then 0 else 1 end as was_throttled
        from reminders r join calls c on c.id = r.call_id left join intents i on i.id = r.intent_id
        where r.desk_id = @deskId and ((r.state = 1 and r.due_at <= @now) or (r.expired_at is not null and r.intent_id is null and r.acknowledged_at is null))
        order by r.due_at, r.id
        """,
        new { deskId, now });
}
