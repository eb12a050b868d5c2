using FrontDesk.Contacts;

namespace FrontDesk.Web.Desks;

/// <summary>A card: known by its id where the file gives one, else by its name.</summary>
internal sealed record ContactConfig
{
    public Guid? Id { get; init; }

    public required string Name { get; init; }

    public string? SortName { get; init; }

    public string? Pronunciation { get; init; }

    public string? Ipa { get; init; }

    public string? Company { get; init; }

    public string? Title { get; init; }

    public required Standing Standing { get; init; }

    public required bool WantsToTalk { get; init; }

    public bool Wakes { get; init; }

    public string? PreferredAnswer { get; init; }

    public string? Notes { get; init; }

    public required IReadOnlyList<NumberConfig> Numbers { get; init; }

    public IReadOnlyList<AssistantConfig> Assistants { get; init; } = [];

    public required IReadOnlyList<MatterConfig> Matters { get; init; }

    public static ContactConfig Of(Contact contact) => new()
    {
        Id = contact.Id,
        Name = contact.Name,
        SortName = contact.SortName,
        Pronunciation = contact.Pronunciation,
        Ipa = contact.Ipa,
        Company = contact.Company,
        Title = contact.Title,
        Standing = contact.Standing,
        WantsToTalk = contact.WantsToTalk,
        Wakes = contact.Wakes,
        PreferredAnswer = contact.PreferredAnswer,
        Notes = contact.Notes,
        Numbers = [.. contact.Numbers.Select(number => new NumberConfig { Number = number.Number, Label = number.Label })],
        Assistants = [.. contact.Assistants.Select(AssistantConfig.Of)],
        Matters = [.. contact.Matters.Select(MatterConfig.Of)],
    };

    public Contact Over(Contact? there, Guid deskId, Func<Guid> newId) => new()
    {
        Id = there?.Id ?? Id ?? newId(),
        DeskId = deskId,
        Name = Name,
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
        Numbers = [.. Numbers.DistinctBy(number => number.Number).Select(number => new ContactNumber
        {
            Id = there?.Numbers.FirstOrDefault(old => old.Number == number.Number)?.Id ?? newId(),
            Number = number.Number,
            Label = number.Label,
        })],
        Assistants = [.. Assistants.Select(assistant => assistant.Over(there?.Assistants ?? [], newId)).DistinctBy(assistant => (assistant.Name, assistant.Number))],
        Matters = MatterConfig.Over(Matters, there?.Matters ?? [], newId),
        Version = there?.Version ?? 0,
    };
}

/// <summary>Who answers for a contact.</summary>
internal sealed record AssistantConfig
{
    public required string Name { get; init; }

    public PhoneNumber? Number { get; init; }

    public string? Notes { get; init; }

    public static AssistantConfig Of(ContactAssistant assistant) => new() { Name = assistant.Name, Number = assistant.Number, Notes = assistant.Notes };

    public ContactAssistant Over(IReadOnlyList<ContactAssistant> there, Func<Guid> newId) => new()
    {
        Id = there.FirstOrDefault(old => string.Equals(old.Name, Name, StringComparison.Ordinal) && old.Number == Number)?.Id ?? newId(),
        Name = Name,
        Number = Number,
        Notes = Notes,
    };
}
