namespace FrontDesk.Contacts;

/// <summary>A card as a file has it: texts, not yet cleaned, cut or dialled. Whatever the book has no place for goes to its notes.</summary>
public sealed class CardDraft
{
    private readonly List<string> warnings = [];

    /// <summary>The card it was exported from.</summary>
    public Guid? Uid { get; set; }

    public string? Name { get; set; }

    public string? SortName { get; set; }

    public string? Pronunciation { get; set; }

    public string? Ipa { get; set; }

    public string? Company { get; set; }

    public string? Title { get; set; }

    public Standing? Standing { get; set; }

    public bool? WantsToTalk { get; set; }

    public bool? Wakes { get; set; }

    public string? PreferredAnswer { get; set; }

    public IList<string> Notes { get; } = [];

    public IList<DraftNumber> Numbers { get; } = [];

    public IList<DraftAssistant> Assistants { get; } = [];

    public IList<DraftMatter> Matters { get; } = [];

    /// <summary>Kept in the notes, under its name.</summary>
    public void Keep(string what, string? text)
    {
        if (CardText.Line(text) is { } line)
        {
            Notes.Add($"{what}: {line}");
        }
    }

    /// <param name="place">Of the card in its file, from 1.</param>
    /// <returns>Null where nothing tells whose card it is.</returns>
    public ImportedCard? Read(int place, Guid deskId, PhoneNumber? home, Func<Guid> newId)
    {
        var numbers = Numbers.OrderByDescending(number => number.IsBest).Select(number => ReadNumber(number, home, newId)).OfType<ContactNumber>()
            .DistinctBy(number => number.Number).Take(CardText.MostEntries).ToList();
        var assistants = Assistants.Select(assistant => ReadAssistant(assistant, home, newId)).OfType<ContactAssistant>().Take(CardText.MostEntries).ToList();
        var answer = ReadAnswer();
        if ((CardText.Line(Name) ?? CardText.Line(Company)) is not { } name)
        {
            return null;
        }

        var card = new Contact
        {
            Id = newId(),
            DeskId = deskId,
            Name = Short("name", name)!,
            SortName = Short("sort name", SortName),
            Pronunciation = Short("pronunciation", Pronunciation),
            Ipa = Short("IPA", Ipa),
            Company = Short("company", Company),
            Title = Short("title", Title),
            Standing = Standing ?? Contacts.Standing.Ordinary,
            WantsToTalk = WantsToTalk ?? false,
            Wakes = Wakes ?? false,
            PreferredAnswer = answer,
            Numbers = numbers,
            Assistants = assistants,
            Matters = [.. Matters.Where(matter => CardText.Line(matter.Name) is not null).Take(CardText.MostEntries).Select(matter => matter.ToMatter(newId()))],
            Notes = Cut("notes", string.Join('\n', Notes), CardText.LongestNotes),
        };
        return new ImportedCard(place, Uid, CardText.Clean(card), warnings);
    }

    private ContactNumber? ReadNumber(DraftNumber draft, PhoneNumber? home, Func<Guid> newId)
    {
        if (CardText.Line(draft.Number) is not { } written)
        {
            return null;
        }

        if (WrittenNumber.Read(written, home) is not { } read)
        {
            warnings.Add($"\"{PlainText.Cut(written, 40)}\" cannot be dialled; it is kept in the notes.");
            Keep("Number as written", draft.Label is { Length: > 0 } label ? $"{written} ({label})" : written);
            return null;
        }

        var parts = new[] { CardText.Line(draft.Label), read.Extension is { } extension ? $"ext. {extension}" : null };
        return new ContactNumber { Id = newId(), Number = read.Number, Label = Short("label", string.Join(", ", parts.OfType<string>())) ?? "" };
    }

    private ContactAssistant? ReadAssistant(DraftAssistant draft, PhoneNumber? home, Func<Guid> newId)
    {
        if (CardText.Line(draft.Name) is not { } name)
        {
            return null;
        }

        var written = CardText.Line(draft.Number);
        var read = written is null ? null : WrittenNumber.Read(written, home);
        var notes = written is null ? draft.Notes
            : read is null ? $"Number as written: {written}\n{draft.Notes}"
            : read.Extension is { } extension ? $"ext. {extension}\n{draft.Notes}" : draft.Notes;
        return new ContactAssistant { Id = newId(), Name = Short("assistant", name)!, Number = read?.Number, Notes = Cut("notes", notes, CardText.LongestNotes) };
    }

    private string? ReadAnswer()
    {
        if (Contacts.PreferredAnswer.Faults(PreferredAnswer) is not { Count: > 0 } faults)
        {
            return PreferredAnswer;
        }

        warnings.Add($"The preferred answer is not taken, only kept in the notes: {faults[0]}");
        Keep("Preferred answer, not taken", PreferredAnswer);
        return null;
    }

    private string? Short(string what, string? text) => Cut(what, CardText.Line(text), CardText.Longest);

    private string? Cut(string what, string? text, int most)
    {
        if (text is null || text.Length <= most)
        {
            return text;
        }

        warnings.Add($"The {what} was longer than {most} characters and is cut.");
        return PlainText.CutAndSaySo(text, most);
    }
}

/// <summary>A number as a file has it.</summary>
public sealed record DraftNumber(string? Number, string? Label, bool IsBest = false);

/// <summary>An assistant as a file has it.</summary>
public sealed record DraftAssistant(string? Name, string? Number, string? Notes);

/// <summary>A matter as a file has it, its words between commas.</summary>
public sealed record DraftMatter(string? Name, string? Words)
{
    public Matter ToMatter(Guid id) => new()
    {
        Id = id,
        Name = PlainText.CutAndSaySo(CardText.Line(Name)!, CardText.Longest),
        Words = [.. (Words ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(CardText.MostEntries)],
    };
}

/// <summary>A card read from a file.</summary>
/// <param name="Place">In the file, from 1.</param>
/// <param name="Uid">The card it was exported from, where the file says so.</param>
/// <param name="Warnings">What could not be taken as it stood, a sentence each.</param>
public sealed record ImportedCard(int Place, Guid? Uid, Contact Card, IReadOnlyList<string> Warnings);
