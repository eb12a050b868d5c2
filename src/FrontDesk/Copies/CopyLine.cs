using FrontDesk.Ledger;
using FrontDesk.Office;
using FrontDesk.Sheet;

namespace FrontDesk.Copies;

/// <summary>A line of a clean copy, as it was handed over: whom to call, on which numbers, regarding what.</summary>
public sealed record CopyLine
{
    /// <summary>From 1, through all parts; of a line that is off since, its place on the copy before.</summary>
    public int Place { get; init; }

    public required CopyPart Part { get; init; }

    /// <summary>The newest of its calls.</summary>
    public required Guid Id { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<Guid> Calls { get; init; }

    /// <summary>The line's on the sheet, when the copy was made.</summary>
    public required int Version { get; init; }

    public required CallCode Code { get; init; }

    public required string Why { get; init; }

    public string? Name { get; init; }

    public string? Through { get; init; }

    public string? Pronunciation { get; init; }

    public string? Company { get; init; }

    /// <summary>Best first.</summary>
    public required IReadOnlyList<PhoneNumber> Numbers { get; init; }

    public string? NumberAsHeard { get; init; }

    public string? Regarding { get; init; }

    /// <summary>The newest call never reached us, and no other says what they want.</summary>
    public bool IsMissed { get; init; }

    /// <summary>What a job seeker told a production office.</summary>
    public OfficeNotes? Application { get; init; }

    /// <summary>The card's own notes: private, and shown only where they are asked for.</summary>
    public string? Notes { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required int TimesCalled { get; init; }

    public CopyNews News { get; init; }

    public CopyMove Move { get; init; }

    /// <summary>Its place on the copy before; null where it was not on it.</summary>
    public int? Was { get; init; }

    /// <summary>Set on a line that is off the sheet since the copy before.</summary>
    public Became? Became { get; init; }

    /// <param name="claimed">False for a line of the sheet that no desk has claimed.</param>
    public static CopyLine Of(SheetLine line, bool claimed, string? notes = null) => new()
    {
        Part = !claimed ? CopyPart.Unclaimed : line.Ball == Ball.Theirs ? CopyPart.LeftWord : CopyPart.ToReturn,
        Id = line.Id,
        Calls = line.Calls,
        Version = line.Version,
        Code = line.Code,
        Why = line.Why,
        Name = line.Name,
        Through = line.Through,
        Pronunciation = line.Pronunciation,
        Company = line.Company,
        Numbers = line.Numbers,
        NumberAsHeard = line.NumberAsHeard,
        Regarding = line.Regarding,
        IsMissed = line.IsMissed,
        Application = line.Application,
        Notes = notes,
        ReceivedAt = line.ReceivedAt,
        TimesCalled = line.TimesCalled,
    };
}

/// <summary>Where on a copy a line stands. The numbers are the order of the parts.</summary>
public enum CopyPart
{
    /// <summary>We owe them a call.</summary>
    ToReturn = 1,

    /// <summary>They owe us one.</summary>
    LeftWord = 2,

    /// <summary>On a line no desk has claimed.</summary>
    Unclaimed = 3,

    /// <summary>On the copy before, and off the sheet since.</summary>
    Gone = 4,
}

/// <summary>What is new about a line since the copy before.</summary>
public enum CopyNews
{
    Nothing = 0,

    /// <summary>Was not on it.</summary>
    New = 1,

    /// <summary>Was on it, and has called again.</summary>
    CalledAgain = 2,

    /// <summary>We had left word, and they rang back.</summary>
    RangBack = 3,

    /// <summary>We owed the call, and have left word.</summary>
    LeftWord = 4,
}

/// <summary>Where a line went among those that stayed.</summary>
public enum CopyMove
{
    Stayed = 0,
    Up = 1,
    Down = 2,
}

/// <summary>What became of a line that is off the sheet.</summary>
/// <param name="Kind">What somebody marked it as; null where nobody did.</param>
public sealed record Became(Ball Ball, MarkKind? Kind, string? By, DateTimeOffset? At);
