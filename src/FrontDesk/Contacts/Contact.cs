using FrontDesk.Calls;

namespace FrontDesk.Contacts;

/// <summary>A card in the book: someone the desk knows.</summary>
public sealed record Contact
{
    private const int LongestSearch = 4000;

    public required Guid Id { get; init; }

    public required Guid DeskId { get; init; }

    public required string Name { get; init; }

    /// <summary>Where the card stands in the book, when that is not under its name: "Okafor, Danni".</summary>
    public string? SortName { get; init; }

    /// <summary>Respelled for the voice and the reader: "GWIN-eth".</summary>
    public string? Pronunciation { get; init; }

    /// <summary>The same in the phonetic alphabet, for a voice that takes it: "ˈɡwɪnɪθ".</summary>
    public string? Ipa { get; init; }

    public string? Company { get; init; }

    public string? Title { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>The boss is trying to reach them.</summary>
    public required bool WantsToTalk { get; init; }

    /// <summary>An ASAP call of theirs reminds and rings the boss in her quiet hours too.</summary>
    public bool Wakes { get; init; }

    /// <summary>What this caller is told when the boss cannot take the call; null: what everybody is told.</summary>
    public string? PreferredAnswer { get; init; }

    public string? Notes { get; init; }

    /// <summary>The best first.</summary>
    public required IReadOnlyList<ContactNumber> Numbers { get; init; }

    /// <summary>Who answers for them (R11).</summary>
    public IReadOnlyList<ContactAssistant> Assistants { get; init; } = [];

    public required IReadOnlyList<Matter> Matters { get; init; }

    public int Version { get; init; }

    /// <summary>Orders the book, whatever the case and the accents.</summary>
    public string SortKey => NameKey.InOrder(SortName ?? Name);

    /// <summary>What a caller is recognised by who says a name like this one.</summary>
    public string Sound => NameSound.Kept(Name);

    /// <summary>What a search looks through.</summary>
    public string SearchText => PlainText.Cut(
        string.Join(' ', new[] { Name, SortName, Pronunciation, Company, Title }.Concat(Assistants.Select(assistant => assistant.Name))
            .OfType<string>().Select(NameKey.Of)),
        LongestSearch);
}

/// <summary>A number that may reach them.</summary>
public sealed record ContactNumber
{
    public required Guid Id { get; init; }

    public required PhoneNumber Number { get; init; }

    public required string Label { get; init; }
}

/// <summary>Somebody who answers for a contact: assistants deal with assistants (R11).</summary>
public sealed record ContactAssistant
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public PhoneNumber? Number { get; init; }

    public string? Notes { get; init; }
}

/// <summary>What the relationship asks of us.</summary>
public enum Standing
{
    /// <summary>Nothing in particular.</summary>
    Ordinary = 0,

    /// <summary>Call back the same day.</summary>
    Valued = 1,

    /// <summary>Must be called back at once to keep the relationship, wanted or not (R3).</summary>
    TooImportantNotTo = 2,
}

/// <summary>A deal in progress, and the words that betray it when a caller says what it is regarding.</summary>
public sealed record Matter
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>"merger", "big merger"; matched as whole words, whatever their case.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>True when its name or one of its words stands in what was said, without regard to case and accents.</summary>
    public bool IsNamedIn(string said) => IsNamedIn(Utterance.Of(said));

    internal bool IsNamedIn(Utterance said) => WholeWords.AnyOf(Words.Append(Name), said);
}
