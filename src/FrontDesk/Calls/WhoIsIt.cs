namespace FrontDesk.Calls;

/// <summary>Who is calling (R5): the number suggests, the name said and the book decide.</summary>
public static class WhoIsIt
{
    /// <summary>The caller as the book knows them, once a name was said.</summary>
    /// <param name="caller">Whom the number suggests.</param>
    /// <param name="onNumber">The cards that have this number: more than one at a switchboard.</param>
    /// <param name="alike">The cards of the whole book whose names sound like this one.</param>
    public static Caller Of(CallNotes notes, Caller caller, IReadOnlyList<Caller.Known> onNumber, IReadOnlyList<Caller.Known> alike)
    {
        var said = notes.CallsFor ?? notes.Name;
        return (caller, Among(onNumber, said) ?? Among(alike, said)) switch
        {
            (Caller.Withheld, _) => caller,
            (_, { } card) => card,
            // Misheard is likelier than a stranger on a friend's phone, until the name was confirmed; and whose assistant rings is theirs.
            (Caller.Known known, null) when notes is { NameConfirmed: true, CallsFor: null } => new Caller.Stranger(new CallerId.Phone(known.From)),
            _ => caller,
        };
    }

    /// <summary>True when a name said may be the one on a card: its words, or words that sound like them.</summary>
    public static bool MayBe(string? said, string? onCard) => KnownName.Is(said, onCard) || KnownName.SoundsAlike(said, onCard);

    /// <summary>By spelling; where no spelling fits, by sound; and only where one card alone does.</summary>
    private static Caller.Known? Among(IReadOnlyList<Caller.Known> cards, string? said)
    {
        var spelled = cards.Where(card => KnownName.Is(said, card.Name)).ToList();
        var fitting = spelled.Count > 0 ? spelled : [.. cards.Where(card => KnownName.SoundsAlike(said, card.Name))];
        return fitting is [var only] ? only : null;
    }
}
