namespace FrontDesk.Web.Erasing;

/// <summary>Whom a request is about, as the books know them; their calls and cards stand in <c>erasing_calls</c> and <c>erasing_cards</c> meanwhile.</summary>
internal sealed record Person
{
    public required Guid ErasureId { get; init; }

    public required Guid DeskId { get; init; }

    /// <summary>Nobody else's on the desk's book: what came from these came from them.</summary>
    public required IReadOnlyList<PhoneNumber> Numbers { get; init; }

    /// <summary>Of the card, not of its assistants.</summary>
    public required IReadOnlyList<PhoneNumber> Own { get; init; }

    public required IReadOnlyList<Guid> Calls { get; init; }

    public required IReadOnlyList<Guid> Cards { get; init; }

    public required Traces Traces { get; init; }

    public required IReadOnlyList<string> Recordings { get; init; }

    /// <summary>What the statements of <see cref="WhatIsWiped"/> are given.</summary>
    public object Arguments(DateTimeOffset now) => new
    {
        erasure = ErasureId,
        desk = DeskId,
        numbers = Numbers.Select(number => number.E164),
        doors = Numbers.Select(number => $"phone {number.E164}"),
        parties = Cards.Select(card => card.ToString()).Concat(Numbers.Select(number => number.E164)),
        erased = WhatIsWiped.Word,
        now,
    };
}
