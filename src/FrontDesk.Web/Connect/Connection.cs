using FrontDesk.Calls;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Connect;

/// <summary>The boss being connected with somebody who waits for a call, as it stands.</summary>
public sealed record Connection
{
    public required Guid Id { get; init; }

    public required Guid DeskId { get; init; }

    /// <summary>The call of theirs that is being returned.</summary>
    public required Guid CallId { get; init; }

    /// <summary>Our own call to them, once they are rung.</summary>
    public Guid? OurCallId { get; init; }

    public required ConnectionState State { get; init; }

    public required AskedBy AskedBy { get; init; }

    public required PhoneNumber ToNumber { get; init; }

    /// <summary>Path and query the boss's call goes on at afterwards; null to hang up.</summary>
    public string? Back { get; init; }

    /// <summary>How their call ended, where nobody answered.</summary>
    public CallStatus? Reason { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>When the two met.</summary>
    public DateTimeOffset? TalkedAt { get; init; }
}

/// <summary>How far it got. Numbers stand in the database.</summary>
public enum ConnectionState
{
    /// <summary>The boss is being rung first.</summary>
    AwaitsBoss = 1,

    /// <summary>Their phone rings, the boss is on the line.</summary>
    Dialling = 2,

    /// <summary>They have picked up.</summary>
    Answered = 3,
    NotReached = 4,
    Over = 5,
}

/// <summary>By which way the boss asked for it. Numbers stand in the database.</summary>
public enum AskedBy
{
    Brief = 1,
    Reminder = 2,
    Text = 3,
}

/// <summary>One thing said to the boss, and what then happens on that line.</summary>
/// <param name="Waits">Path and query to ask again at after a moment; null where nobody waits.</param>
/// <param name="Keys">Path and query a key goes to; null where none is listened for.</param>
/// <param name="GoesOn">Path and query of what follows at once; null to hang up.</param>
public sealed record ConnectLine(string Say, string? Waits = null, string? Keys = null, string? GoesOn = null, Meeting? Meets = null);
