using System.Text.Json.Serialization;
using FrontDesk.Contacts;

namespace FrontDesk.Web.Api;

/// <summary>A card as a program writes it.</summary>
internal sealed record ApiCard
{
    private const int Longest = CardText.Longest;
    private const int LongestNotes = CardText.LongestNotes;
    private const int MostEntries = CardText.MostEntries;

    public required string Name { get; init; }

    public string? SortName { get; init; }

    public string? Pronunciation { get; init; }

    public string? Ipa { get; init; }

    public string? Company { get; init; }

    public string? Title { get; init; }

    [JsonConverter(typeof(CamelCased<Standing>))]
    public Standing Standing { get; init; }

    public bool WantsToTalk { get; init; }

    /// <summary>An ASAP call of theirs reminds and rings the boss in her quiet hours too.</summary>
    public bool Wakes { get; init; }

    /// <summary>A sentence that gives nothing away, said to this caller instead of "not available".</summary>
    public string? PreferredAnswer { get; init; }

    public string? Notes { get; init; }

    public IReadOnlyList<ApiNumber>? Numbers { get; init; }

    public IReadOnlyList<ApiAssistant>? Assistants { get; init; }

    public IReadOnlyList<ApiMatter>? Matters { get; init; }

    public Dictionary<string, string[]> Mistakes()
    {
        var mistakes = new Dictionary<string, string[]>(StringComparer.Ordinal);
        Check("name", CardText.Line(Name) is not null && Name.Length <= Longest, $"A name of at most {Longest} characters.");
        Check("pronunciation", Fits(Pronunciation), $"At most {Longest} characters.");
        Check("sortName", Fits(SortName), $"At most {Longest} characters.");
        Check("ipa", Fits(Ipa), $"At most {Longest} characters.");
        Check("company", Fits(Company), $"At most {Longest} characters.");
        Check("title", Fits(Title), $"At most {Longest} characters.");
        Check("notes", Notes is null or { Length: <= LongestNotes }, $"At most {LongestNotes} characters.");
        Check(
            "numbers",
            Numbers is null || (Numbers.Count <= MostEntries && Numbers.All(number => PhoneNumber.TryParse(number.Number, out _) && Fits(number.Label))),
            "Each number in E.164, like +13105550142, with a label.");
        Check(
            "assistants",
            Assistants is null || (Assistants.Count <= MostEntries && Assistants.All(IsSound)),
            "Each assistant with a name, and with a number in E.164 where there is one.");
        Check(
            "matters",
            Matters is null || (Matters.Count <= MostEntries && Matters.All(matter => CardText.Line(matter.Name) is not null && Fits(matter.Name) && matter.Words is { Count: <= MostEntries })),
            "Each matter with a name and its words.");
        if (FrontDesk.Contacts.PreferredAnswer.Faults(PreferredAnswer) is { Count: > 0 } faults)
        {
            mistakes.Add("preferredAnswer", [.. faults]);
        }

        return mistakes;

        void Check(string field, bool holds, string otherwise)
        {
            if (!holds)
            {
                mistakes.Add(field, [otherwise]);
            }
        }
    }

    public Contact ToContact(Guid id, Guid deskId, int version, DateTimeOffset now) => new()
    {
        Id = id,
        DeskId = deskId,
        Name = Name.Trim(),
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
        Numbers = [.. (Numbers ?? []).Select(number => new ContactNumber
        {
            Id = Guid.CreateVersion7(now),
            Number = PhoneNumber.Parse(number.Number),
            Label = number.Label ?? "",
        })],
        Assistants = [.. (Assistants ?? []).Select(assistant => new ContactAssistant
        {
            Id = Guid.CreateVersion7(now),
            Name = assistant.Name.Trim(),
            Number = PhoneNumber.TryParse(assistant.Number, out var number) ? number : null,
            Notes = assistant.Notes,
        })],
        Matters = [.. (Matters ?? []).Select(matter => new Matter { Id = Guid.CreateVersion7(now), Name = matter.Name, Words = matter.Words })],
        Version = version,
    };

    private static bool IsSound(ApiAssistant assistant) =>
        CardText.Line(assistant.Name) is not null && Fits(assistant.Name) && (assistant.Notes is null || assistant.Notes.Length <= LongestNotes)
        && (assistant.Number is null || PhoneNumber.TryParse(assistant.Number, out _));

    private static bool Fits(string? text) => text is null or { Length: <= Longest };
}
