namespace FrontDesk.Office;

/// <summary>What a job seeker's call gave: a referral first of all.</summary>
public sealed record OfficeNotes
{
    public static readonly OfficeNotes Blank = new();

    /// <summary>False when the caller said that nobody did; null until it is known.</summary>
    public bool? Referred { get; init; }

    public string? ReferredBy { get; init; }

    /// <summary>As said, or the listing's own name for it.</summary>
    public string? Job { get; init; }

    /// <summary>The name of one of the office's departments.</summary>
    public string? Department { get; init; }

    /// <summary>The listing it is about, by its job.</summary>
    public string? Listing { get; init; }

    /// <summary>The caller was told that the listing asks for no calls; once is enough.</summary>
    public bool ToldNoCalls { get; init; }

    public bool? ResumeSent { get; init; }

    public Availability? Availability { get; init; }

    /// <summary>As said: "tomorrow at ten".</summary>
    public string? When { get; init; }

    /// <summary>What the sheet has the call regard: "Art production assistant, the Art Department".</summary>
    public string? Regarding => (Job, Department) switch
    {
        (null, _) => Department,
        (_, null) => Job,
        _ => $"{Job}, {Department}",
    };
}

/// <summary>Whether a job seeker could come at once. The numbers are the order of the sheet.</summary>
public enum Availability
{
    ComesNow = 1,
    VideoNow = 2,

    /// <summary>Another time.</summary>
    Later = 3,
}
