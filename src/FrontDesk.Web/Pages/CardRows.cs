using FrontDesk.Calls;
using FrontDesk.Contacts;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Pages;

/// <summary>A number on a card, as typed.</summary>
public sealed record NumberRow
{
    public string? Number { get; init; }

    public string? Label { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Number);

    /// <param name="given">Null for a number that nobody gave, as that of caller ID.</param>
    public static NumberRow Of(PhoneNumber number, NumberGiven? given) => new() { Number = SheetWords.Of(number), Label = given is null ? null : NumbersFromCall.LabelOf(given) };

    public IEnumerable<string> Faults(PhoneNumber? home) =>
        WrittenNumber.Read(Number!, home) is null ? [Unreadable(Number!)]
        : Label?.Length > CardText.Longest ? [$"A label has more than {CardText.Longest} characters."]
        : [];

    /// <summary>An extension cannot be dialled along: it is told beside the number.</summary>
    public ContactNumber ToNumber(PhoneNumber? home, Guid id)
    {
        var written = WrittenNumber.Read(Number!, home)!;
        return new ContactNumber
        {
            Id = id,
            Number = written.Number,
            Label = string.Join(", ", new[] { Label, written.Extension is { } extension ? $"ext. {extension}" : null }.Where(part => !string.IsNullOrWhiteSpace(part))),
        };
    }

    internal static string Unreadable(string number) =>
        $"{ShownText.Quoted(number)} is no number the desk can dial; write it like (310) 555-0142 or +44 20 7946 0958.";
}

/// <summary>An assistant on a card, as typed.</summary>
public sealed record AssistantRow
{
    public string? Name { get; init; }

    public string? Number { get; init; }

    public string? Notes { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Number) && string.IsNullOrWhiteSpace(Notes);

    public static AssistantRow Of(ContactAssistant assistant) =>
        new() { Name = assistant.Name, Number = assistant.Number is { } number ? SheetWords.Of(number) : null, Notes = assistant.Notes };

    public IEnumerable<string> Faults(PhoneNumber? home) =>
    [
        .. CardText.Line(Name) is null ? ["An assistant needs a name."] : Array.Empty<string>(),
        .. !string.IsNullOrWhiteSpace(Number) && WrittenNumber.Read(Number, home) is null ? [NumberRow.Unreadable(Number)] : Array.Empty<string>(),
        .. Name?.Length > CardText.Longest || Notes?.Length > CardText.LongestNotes ? ["An assistant's name or notes are too long."] : Array.Empty<string>(),
    ];

    public ContactAssistant ToAssistant(PhoneNumber? home, Guid id)
    {
        var written = string.IsNullOrWhiteSpace(Number) ? null : WrittenNumber.Read(Number, home);
        var notes = written?.Extension is { } extension ? $"ext. {extension}\n{Notes}" : Notes;
        return new ContactAssistant { Id = id, Name = Name!, Number = written?.Number, Notes = notes };
    }
}

/// <summary>A matter on a card, as typed; its words stand between commas.</summary>
public sealed record MatterRow
{
    public string? Name { get; init; }

    public string? Words { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Words);

    public IEnumerable<string> Faults() =>
        CardText.Line(Name) is null ? ["A matter needs a name."]
        : Name!.Length > CardText.Longest || Words?.Length > CardText.LongestNotes ? ["A matter's name or words are too long."]
        : [];

    public Matter ToMatter(Guid id) => new()
    {
        Id = id,
        Name = Name!,
        Words = [.. (Words ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
    };
}
