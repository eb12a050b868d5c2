using FrontDesk.Ledger;
using FrontDesk.Sheet;

namespace FrontDesk.Web.Sheet;

/// <summary>What a person does to a line of the sheet.</summary>
public sealed record SheetMark
{
    public const int LongestWhy = 500;

    /// <summary>Any call of the line; the newest one where a version is given.</summary>
    public required Guid CallId { get; init; }

    /// <summary>The line's version as it was seen; null takes the line as it stands.</summary>
    public int? Version { get; init; }

    public required MarkKind Kind { get; init; }

    /// <summary>The user's or the token's name.</summary>
    public required string By { get; init; }

    public string? Why { get; init; }

    /// <summary>Our own call by which it was done, where the desk placed it.</summary>
    public Guid? OurCall { get; init; }

    /// <summary>When it was done, where the desk is told of it later: what came in since is not meant. Null: now.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>The new code, where that is what changes.</summary>
    public CallCode? Code { get; init; }
}

/// <summary>What came of a mark.</summary>
public abstract record MarkOutcome
{
    private MarkOutcome()
    {
    }

    /// <param name="ActId">Names the act, to undo it.</param>
    public sealed record Marked(Guid ActId, SheetLine Line) : MarkOutcome;

    /// <summary>The line changed meanwhile; nothing was done.</summary>
    public sealed record Stale(SheetLine Current) : MarkOutcome;

    /// <summary>There is no such call, or nobody waits for its return any more.</summary>
    public sealed record NotOwed(bool Exists) : MarkOutcome;
}

/// <summary>What came of an undo.</summary>
public abstract record UndoOutcome
{
    private UndoOutcome()
    {
    }

    public sealed record Undone(MarkKind Kind) : UndoOutcome;

    /// <summary>Somebody marked those calls again since; theirs stands.</summary>
    public sealed record Overtaken : UndoOutcome;

    /// <summary>No such act, undone already, or longer ago than an hour.</summary>
    public sealed record TooLate : UndoOutcome;
}
