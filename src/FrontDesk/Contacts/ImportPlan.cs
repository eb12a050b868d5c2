namespace FrontDesk.Contacts;

/// <summary>In what a card of a file is like one of the book; the smaller, the surer.</summary>
public enum Likeness
{
    /// <summary>It was exported from that very card.</summary>
    SameCard = 1,
    SameNameAndNumber = 2,
    SameName = 3,

    /// <summary>Perhaps a switchboard, a household, or a new name.</summary>
    SameNumber = 4,
    NearlySameName = 5,
}

/// <summary>What is done with a card of a file.</summary>
public enum ImportChoice
{
    /// <summary>A card of its own.</summary>
    Add = 1,

    /// <summary>Becomes part of the card it is like.</summary>
    Merge = 2,

    /// <summary>Not taken.</summary>
    Skip = 3,
}

/// <summary>A card of the book that one of the file may be.</summary>
public sealed record LikeCard(Contact Card, Likeness Likeness);

/// <summary>One card of a file beside the book: what is proposed for it, and what would come of a merge.</summary>
public sealed record ImportLine(ImportedCard Read, LikeCard? Like, ImportChoice Proposal, Contact? Merged, IReadOnlyList<CardChange> Changes)
{
    /// <summary>It is in the book already, word for word.</summary>
    public bool IsKnown => Like is not null && Proposal == ImportChoice.Skip;

    /// <summary>Somebody should look: it is like a card, but not surely the same.</summary>
    public bool IsDoubtful => Like is { Likeness: > Likeness.SameNameAndNumber } && !IsKnown;

    /// <summary>What somebody chose for it, where that can be done; else what is proposed.</summary>
    public ImportChoice Chosen(IReadOnlyDictionary<int, ImportChoice> choices) =>
        choices.TryGetValue(Read.Place, out var chosen) && (chosen != ImportChoice.Merge || Like is not null) ? chosen : Proposal;

    /// <summary>Beside the book.</summary>
    /// <param name="likes">In no order.</param>
    public static ImportLine Of(ImportedCard read, IEnumerable<LikeCard> likes)
    {
        if (likes.OrderBy(like => like.Likeness).ThenBy(like => like.Card.Id).FirstOrDefault() is not { } like)
        {
            return new ImportLine(read, null, ImportChoice.Add, null, []);
        }

        var merged = like.Likeness == Likeness.SameCard ? CardMerge.Over(like.Card, read.Card) : CardMerge.Into(like.Card, read.Card);
        var changes = CardDiff.Between(like.Card, merged);
        return new ImportLine(read, like, Propose(like, read.Card, changes), merged, changes);
    }

    private static ImportChoice Propose(LikeCard like, Contact read, IReadOnlyList<CardChange> changes) => like.Likeness switch
    {
        Likeness.SameCard or Likeness.SameNameAndNumber => changes.Count == 0 ? ImportChoice.Skip : ImportChoice.Merge,
        // Two people of one name work at two companies.
        Likeness.SameName when IsOf(read.Company, like.Card.Company) => changes.Count == 0 ? ImportChoice.Skip : ImportChoice.Merge,
        Likeness.SameName or Likeness.SameNumber or Likeness.NearlySameName => ImportChoice.Add,
    };

    private static bool IsOf(string? company, string? other) =>
        company is null || other is null || NameKey.Of(company).Equals(NameKey.Of(other), StringComparison.Ordinal);
}
