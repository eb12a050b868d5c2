using System.Text.Json.Serialization;
using FrontDesk.Contacts;

namespace FrontDesk.Web.Api;

internal sealed record ApiContacts(IReadOnlyList<ApiContact> Contacts);

internal sealed record ApiContact
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Where it stands in the book: "Okafor, Danni"; null when that is under its name.</summary>
    public required string? SortName { get; init; }

    /// <summary>Respelled for voice and reader: "GWIN-eth".</summary>
    public required string? Pronunciation { get; init; }

    /// <summary>The same in the phonetic alphabet.</summary>
    public required string? Ipa { get; init; }

    public required string? Company { get; init; }

    public required string? Title { get; init; }

    [JsonConverter(typeof(CamelCased<Standing>))]
    public required Standing Standing { get; init; }

    /// <summary>The boss is trying to reach them.</summary>
    public required bool WantsToTalk { get; init; }

    /// <summary>An ASAP call of theirs reminds and rings the boss in her quiet hours too.</summary>
    public required bool Wakes { get; init; }

    /// <summary>What this caller is told instead of "not available"; null: what everybody is told.</summary>
    public required string? PreferredAnswer { get; init; }

    public required string? Notes { get; init; }

    /// <summary>The best first.</summary>
    public required IReadOnlyList<ApiNumber> Numbers { get; init; }

    public required IReadOnlyList<ApiAssistant> Assistants { get; init; }

    public required IReadOnlyList<ApiMatter> Matters { get; init; }

    public required int Version { get; init; }

    public static ApiContact Of(Contact contact) => new()
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
        Numbers = [.. contact.Numbers.Select(number => new ApiNumber(number.Number.E164, number.Label))],
        Assistants = [.. contact.Assistants.Select(assistant => new ApiAssistant(assistant.Name, assistant.Number?.E164, assistant.Notes))],
        Matters = [.. contact.Matters.Select(matter => new ApiMatter(matter.Name, matter.Words))],
        Version = contact.Version,
    };
}

/// <param name="Number">E.164.</param>
/// <param name="Label">"cell", "office".</param>
internal sealed record ApiNumber(string Number, string Label);

/// <summary>A deal in progress, and the words that betray it.</summary>
internal sealed record ApiMatter(string Name, IReadOnlyList<string> Words);

/// <summary>Who answers for a contact.</summary>
/// <param name="Number">E.164, where it is known.</param>
internal sealed record ApiAssistant(string Name, string? Number, string? Notes);
