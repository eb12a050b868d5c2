namespace FrontDesk.Web.Telephony;

/// <summary>What the desk is about to make ring or to text; written down and committed before the carrier hears of it.</summary>
public sealed record Intent
{
    public required Guid Id { get; init; }

    public required Guid DeskId { get; init; }

    public required Channel Channel { get; init; }

    public required IntentPurpose Purpose { get; init; }

    public required PhoneNumber ToNumber { get; init; }

    public required PhoneNumber FromNumber { get; init; }

    /// <summary>The text; a call's words are made when it is answered.</summary>
    public string? Body { get; init; }

    public required IntentState State { get; init; }

    /// <summary>The carrier's id, once it is known.</summary>
    public string? Sid { get; init; }

    /// <summary>From 1: how often the same nudge was tried, by whatever way.</summary>
    public required int Attempt { get; init; }

    /// <summary>Until then nobody else touches it; afterwards it is somebody's to look into.</summary>
    public required DateTimeOffset LeasedUntil { get; init; }

    /// <summary>The node in whose hands it is; null where nobody keeps count of it.</summary>
    public Guid? Holder { get; init; }

    /// <summary>If it went, the carrier's lists have it by then; null before anybody began to send it.</summary>
    public DateTimeOffset? ListedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int Version { get; init; }

    /// <summary>A first attempt, which whoever makes the next round sends once it is due.</summary>
    public static Intent Due(DateTimeOffset dueAt, Guid deskId, Channel channel, IntentPurpose purpose, PhoneNumber to, PhoneNumber from, string? body = null) => new()
    {
        Id = Guid.CreateVersion7(dueAt),
        DeskId = deskId,
        Channel = channel,
        Purpose = purpose,
        ToNumber = to,
        FromNumber = from,
        Body = body,
        State = IntentState.Written,
        Attempt = 1,
        LeasedUntil = dueAt,
        CreatedAt = dueAt,
    };
}

/// <summary>By which way the boss is told.</summary>
public enum Channel
{
    Text = 1,
    Call = 2,
}

/// <summary>Why something goes out.</summary>
public enum IntentPurpose
{
    Reminder = 1,

    /// <summary>Several calls told at once.</summary>
    Digest = 2,

    /// <summary>The desk answers a text.</summary>
    Answer = 3,

    /// <summary>A stranger's text is answered, once a day and in one sentence.</summary>
    CourtesyAnswer = 4,

    /// <summary>A phone of the boss rings while an important caller holds.</summary>
    Reach = 5,

    /// <summary>Word of such a call is left on a phone of the boss.</summary>
    Word = 6,

    /// <summary>Somebody on the sheet is rung for the boss, who is on the line.</summary>
    Connect = 7,

    /// <summary>The boss is rung because she asked by text to be connected.</summary>
    CallTheBoss = 8,

    /// <summary>Wrong PINs were keyed: the boss is told.</summary>
    Alarm = 20,
}

/// <summary>How far it got. Numbers stand in the database.</summary>
public enum IntentState
{
    /// <summary>Nobody has begun to send it.</summary>
    Written = 1,

    /// <summary>In somebody's hands; when the lease runs out nobody knows whether it went.</summary>
    Sending = 2,

    /// <summary>The carrier's answer was lost: to be looked up before anything is sent again.</summary>
    Unknown = 3,

    /// <summary>The carrier has it; its receipt is awaited until the lease runs out.</summary>
    Accepted = 4,

    /// <summary>It did not go, or did not arrive.</summary>
    Failed = 5,

    /// <summary>It arrived, as far as anybody can tell.</summary>
    Done = 6,
}
