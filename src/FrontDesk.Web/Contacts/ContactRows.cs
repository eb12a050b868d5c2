using System.Text.Json;
using FrontDesk.Contacts;

namespace FrontDesk.Web.Contacts;

/// <summary>The rows a card is made of.</summary>
internal sealed record ContactRow
{
    public const string Columns =
        "id, desk_id, name, sort_name, pronunciation, ipa, company, title, standing, wants_to_talk, wakes, preferred_answer, notes, version";

    public required Guid Id { get; init; }

    public required Guid DeskId { get; init; }

    public required string Name { get; init; }

    public string? SortName { get; init; }

    public string? Pronunciation { get; init; }

    public string? Ipa { get; init; }

    public string? Company { get; init; }

    public string? Title { get; init; }

    public required Standing Standing { get; init; }

    public required bool WantsToTalk { get; init; }

    public required bool Wakes { get; init; }

    public string? PreferredAnswer { get; init; }

    public string? Notes { get; init; }

    public required int Version { get; init; }

    public Contact ToContact(
        IReadOnlyList<ContactNumber> numbers, IReadOnlyList<ContactAssistant> assistants, IReadOnlyList<Matter> matters) => new()
        {
            Id = Id,
            DeskId = DeskId,
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
            Numbers = numbers,
            Assistants = assistants,
            Matters = matters,
            Version = Version,
        };
}

internal sealed record NumberRow
{
    public const string Columns = "id, contact_id, number, label";

    public required Guid Id { get; init; }

    public required Guid ContactId { get; init; }

    public required PhoneNumber Number { get; init; }

    public required string Label { get; init; }

    public ContactNumber ToNumber() => new() { Id = Id, Number = Number, Label = Label };
}

internal sealed record AssistantRow
{
    public const string Columns = "id, contact_id, name, number, notes";

    public required Guid Id { get; init; }

    public required Guid ContactId { get; init; }

    public required string Name { get; init; }

    public PhoneNumber? Number { get; init; }

    public string? Notes { get; init; }

    public ContactAssistant ToAssistant() => new() { Id = Id, Name = Name, Number = Number, Notes = Notes };
}

internal sealed record MatterRow
{
    public const string Columns = "id, contact_id, name, words";

    public required Guid Id { get; init; }

    public Guid? ContactId { get; init; }

    public required string Name { get; init; }

    public required string Words { get; init; }

    public Matter ToMatter() => new() { Id = Id, Name = Name, Words = JsonSerializer.Deserialize<string[]>(Words) ?? [] };
}
