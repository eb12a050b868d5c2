namespace FrontDesk.Web.Contacts;

/// <summary>What was done to the book, and can be taken back.</summary>
public enum BookActKind
{
    Dropped = 1,
    Merged = 2,
    Split = 3,

    /// <summary>A card made of a stranger's call.</summary>
    MadeOfCall = 4,

    /// <summary>The cards of a file.</summary>
    Imported = 5,
    Changed = 6,
    Made = 7,
}

/// <summary>What came of an act on the book.</summary>
public abstract record BookOutcome
{
    private BookOutcome()
    {
    }

    /// <param name="ActId">Names the act, to take it back.</param>
    /// <param name="ContactId">The card to look at afterwards; null where there is none.</param>
    public sealed record Done(Guid ActId, Guid? ContactId) : BookOutcome;

    /// <summary>Somebody changed one of the cards meanwhile; nothing was done.</summary>
    public sealed record Stale : BookOutcome;

    public sealed record NotThere : BookOutcome;
}

/// <summary>What came of taking an act back.</summary>
public abstract record TakeBackOutcome
{
    private TakeBackOutcome()
    {
    }

    /// <param name="Stayed">Cards of an import that somebody has changed since: they stand as they are.</param>
    public sealed record TakenBack(Guid DeskId, BookActKind Kind, int Stayed) : TakeBackOutcome;

    /// <summary>Somebody has changed one of its cards since; theirs stands, and nothing was done.</summary>
    public sealed record Overtaken : TakeBackOutcome;

    /// <summary>No such act, or taken back already.</summary>
    public sealed record TooLate : TakeBackOutcome;
}
