namespace FrontDesk.Web.Erasing;

/// <summary>Who is to be forgotten.</summary>
public abstract record Forgotten
{
    private Forgotten()
    {
    }

    /// <summary>Whoever the card is of, with all its numbers.</summary>
    public sealed record OfCard(Guid Id) : Forgotten;

    /// <summary>Whoever rings from there; where one card has the number, whoever that is of.</summary>
    public sealed record OfNumber(PhoneNumber Number) : Forgotten;

    /// <summary>Whoever made that call; that call alone where it gave neither card nor number.</summary>
    public sealed record OfCall(Guid Id) : Forgotten;
}

/// <summary>How much there is of them in the books.</summary>
/// <param name="Texts">Theirs, either way.</param>
/// <param name="Cards">With those that are gone from the book and could be brought back.</param>
/// <param name="Recordings">The carrier's ids: they lie there and not here.</param>
public sealed record ErasureCount(int Calls, int Texts, int Cards, IReadOnlyList<string> Recordings);

/// <summary>What came of a request to forget somebody.</summary>
public abstract record ErasureOutcome
{
    private ErasureOutcome()
    {
    }

    /// <summary>Nothing of them is in the books any more; or, where only asked, this much would be taken out.</summary>
    public sealed record Done(ErasureCount Count) : ErasureOutcome;

    /// <summary>They are on the line, or something about them is on its way; as soon as that is over, it is done.</summary>
    public sealed record Waits(ErasureCount Count) : ErasureOutcome;

    /// <summary>Several cards have the number: which of them is meant must be said.</summary>
    public sealed record Shared(int Cards) : ErasureOutcome;

    /// <summary>It is a number of the desk's own people.</summary>
    public sealed record Ours : ErasureOutcome;

    public sealed record NotThere : ErasureOutcome;
}
