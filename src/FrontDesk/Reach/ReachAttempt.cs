namespace FrontDesk.Reach;

/// <summary>One phone tried for one call, and what came of it: the proof of R4.</summary>
public sealed record ReachAttempt
{
    public required Guid Id { get; init; }

    public required Guid CallId { get; init; }

    public required PhoneNumber Phone { get; init; }

    /// <summary>"cell", "home", "car", as the desk called it then.</summary>
    public required string Label { get; init; }

    public required AttemptKind Kind { get; init; }

    public required AttemptOutcome Outcome { get; init; }

    /// <summary>When it was to ring, or to go out.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When something picked up.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>By which way a phone was tried. Numbers stand in the database.</summary>
public enum AttemptKind
{
    /// <summary>Rung while the caller held.</summary>
    Rang = 1,

    /// <summary>Rung afterwards, to leave word.</summary>
    SpokenWord = 2,

    /// <summary>Texted afterwards.</summary>
    Text = 3,
}

/// <summary>What came of trying a phone. Only a pressed key means that the boss had it. Numbers stand in the database.</summary>
public enum AttemptOutcome
{
    Trying = 0,

    /// <summary>1 was pressed: the caller was put through.</summary>
    Taken = 1,

    /// <summary>2 was pressed.</summary>
    Declined = 2,

    /// <summary>3 was pressed: the boss will call back.</summary>
    CallsBack = 3,
    NoAnswer = 4,
    Busy = 5,

    /// <summary>Spoken to a machine after its greeting, or to whoever pressed a key to hear it.</summary>
    LeftWord = 6,

    /// <summary>Something answered, and no key was pressed: a voicemail, a robot that screens calls, silence.</summary>
    Screened = 7,
    Failed = 8,

    /// <summary>The carrier has the text.</summary>
    Texted = 9,
    Delivered = 10,

    /// <summary>Never rung, or stopped ringing: another phone had it, the caller was gone, or time was up.</summary>
    CalledOff = 11,
}
