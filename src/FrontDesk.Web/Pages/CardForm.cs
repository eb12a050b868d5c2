using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Pages;

/// <summary>A card as somebody types it, kept as typed until it can be read.</summary>
public sealed record CardForm
{
    private const int SpareRows = 2;

    /// <summary>0 for a new card, else that of the card as it was read.</summary>
    public int Version { get; init; }

    public string? Name { get; init; }

    public string? SortName { get; init; }

    public string? Pronunciation { get; init; }

    public string? Ipa { get; init; }

    public string? Company { get; init; }

    public string? Title { get; init; }

    public Standing Standing { get; init; }

    public bool WantsToTalk { get; init; }

    public bool Wakes { get; init; }

    public string? PreferredAnswer { get; init; }

    public string? Notes { get; init; }

    /// <summary>Which of the numbers is the best, from 0.</summary>
    public int Best { get; init; }

    public IList<NumberRow> Numbers { get; init; } = [];

    public IList<AssistantRow> Assistants { get; init; } = [];

    public IList<MatterRow> Matters { get; init; } = [];

    /// <summary>The call a new card is made of.</summary>
    public Guid? Call { get; init; }

    public static CardForm Of(Contact card) => new()
    {
        Version = card.Version,
        Name = card.Name,
        SortName = card.SortName,
        Pronunciation = card.Pronunciation,
        Ipa = card.Ipa,
        Company = card.Company,
        Title = card.Title,
        Standing = card.Standing,
        WantsToTalk = card.WantsToTalk,
        Wakes = card.Wakes,
        PreferredAnswer = card.PreferredAnswer,
        Notes = card.Notes,
        Numbers = [.. card.Numbers.Select(entry => new NumberRow { Number = SheetWords.Of(entry.Number), Label = entry.Label })],
        Assistants = [.. card.Assistants.Select(AssistantRow.Of)],
        Matters = [.. card.Matters.Select(matter => new MatterRow { Name = matter.Name, Words = string.Join(", ", matter.Words) })],
    };

    /// <summary>With empty rows to write on.</summary>
    public CardForm WithRoom() => this with
    {
        Numbers = [.. Numbers, .. Enumerable.Range(0, SpareRows).Select(_ => new NumberRow())],
        Assistants = [.. Assistants, new AssistantRow()],
        Matters = [.. Matters, new MatterRow()],
    };

    /// <summary>Without the rows nobody wrote on; the best stays the best.</summary>
    public CardForm WithoutEmptyRows() => this with
    {
        Best = Numbers.Take(Math.Clamp(Best, 0, Numbers.Count)).Count(row => !row.IsEmpty),
        Numbers = [.. Numbers.Where(row => !row.IsEmpty)],
        Assistants = [.. Assistants.Where(row => !row.IsEmpty)],
        Matters = [.. Matters.Where(row => !row.IsEmpty)],
    };

    /// <summary>Everything that keeps it from being a card, a sentence each.</summary>
    public IReadOnlyList<string> Faults(PhoneNumber? home) =>
    [
        .. CardText.Line(Name) is null ? ["A card needs a name."] : Array.Empty<string>(),
        .. new (string What, string? Text)[] { ("name", Name), ("sort name", SortName), ("pronunciation", Pronunciation), ("IPA", Ipa), ("company", Company), ("title", Title) }
            .Where(field => field.Text?.Length > CardText.Longest).Select(field => $"The {field.What} has more than {CardText.Longest} characters."),
        .. Notes?.Length > CardText.LongestNotes ? [$"The notes have more than {CardText.LongestNotes} characters."] : Array.Empty<string>(),
        .. Enum.IsDefined(Standing) ? Array.Empty<string>() : ["Choose what the relationship asks of us."],
        .. FrontDesk.Contacts.PreferredAnswer.Faults(PreferredAnswer).Select(fault => $"Preferred answer: {fault}"),
        .. Numbers.Where(row => !row.IsEmpty).SelectMany(row => row.Faults(home)),
        .. Assistants.Where(row => !row.IsEmpty).SelectMany(row => row.Faults(home)),
        .. Matters.Where(row => !row.IsEmpty).SelectMany(row => row.Faults()),
        .. Numbers.Count > CardText.MostEntries || Assistants.Count > CardText.MostEntries || Matters.Count > CardText.MostEntries
            ? [$"A card holds at most {CardText.MostEntries} numbers, assistants and matters."] : Array.Empty<string>(),
    ];

    /// <summary>Only of a form without faults.</summary>
    public Contact ToContact(Guid id, Desk desk, Func<Guid> newId)
    {
        var home = HomeOf(desk);
        var written = Numbers.Where(row => !row.IsEmpty).ToList();
        var best = Best >= 0 && Best < Numbers.Count ? Numbers[Best] : null;
        return CardText.Clean(new Contact
        {
            Id = id,
            DeskId = desk.Id,
            Version = Version,
            Name = Name!,
            SortName = SortName,
            Pronunciation = Pronunciation,
            Ipa = Ipa,
            Company = Company,
            Title = Title,
            Standing = Standing,
            WantsToTalk = WantsToTalk,
            Wakes = Wakes,
            PreferredAnswer = PreferredAnswer,
            Notes = Notes,
            Numbers = [.. written.OrderByDescending(row => ReferenceEquals(row, best)).Select(row => row.ToNumber(home, newId()))],
            Assistants = [.. Assistants.Where(row => !row.IsEmpty).Select(row => row.ToAssistant(home, newId()))],
            Matters = [.. Matters.Where(row => !row.IsEmpty).Select(row => row.ToMatter(newId()))],
        });
    }

    /// <summary>A number without a country is of the country of the desk's first line.</summary>
    public static PhoneNumber? HomeOf(Desk desk) => desk.Lines.Count > 0 ? desk.Lines[0].Number : null;
}
