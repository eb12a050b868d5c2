namespace FrontDesk.Tests.Year;

/// <summary>What the telephones, the carrier and the sheet showed of a while, and nothing that the desk thinks of it.</summary>
public sealed record Seen
{
    public required WallClock Wall { get; init; }

    public required DateTimeOffset Until { get; init; }

    /// <summary>Calls of people the boss must hear of at once.</summary>
    public required IReadOnlyList<AsapCall> Calls { get; init; }

    public required IReadOnlyList<SeenNudge> Nudges { get; init; }

    public required IReadOnlyList<SeenSheet> Sheets { get; init; }

    /// <summary>When somebody did something that may have settled a call.</summary>
    public required IReadOnlyList<DateTimeOffset> Acts { get; init; }

    /// <summary>When the boss asked to be left alone for half an hour.</summary>
    public required IReadOnlyList<DateTimeOffset> Snoozes { get; init; }

    /// <summary>Every call whose webhook the desk answered.</summary>
    public IReadOnlyList<string> Reached { get; init; } = [];

    /// <summary>Every call on the desk's log.</summary>
    public IReadOnlyList<string> Logged { get; init; } = [];
}

/// <param name="Ended">By the carrier's books.</param>
/// <param name="Told">When the desk was first told so; at the latest, when it must have asked.</param>
/// <param name="Wakes">The card says that it may wake the boss.</param>
/// <param name="Talked">When the desk was first told that the boss talked with the caller on it, hours late perhaps; null where it was not.</param>
public sealed record AsapCall(string Name, DateTimeOffset Began, DateTimeOffset Ended, DateTimeOffset Told, bool Wakes, DateTimeOffset? Talked = null);

/// <summary>A text or call of the desk to the boss's phone.</summary>
/// <param name="About">The names told in it.</param>
/// <param name="MoreThanNamed">It is, or may be, about others too.</param>
public sealed record SeenNudge(DateTimeOffset At, bool ByText, IReadOnlyList<string> About, bool MoreThanNamed);

/// <summary>The names of the ASAP lines of the sheet, each as often as it stands there.</summary>
public sealed record SeenSheet(DateTimeOffset At, IReadOnlyList<string> Asap);
