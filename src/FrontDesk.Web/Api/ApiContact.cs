using System.Text.Json.Serialization;
using FrontDesk.Contacts;

namespace FrontDesk.Web.Api;

internal sealed record ApiContacts(IReadOnlyList<ApiContact> Contacts);

internal sealed record ApiContact
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Respelled for voice and reader: "GWIN-eth".</summary>
    public required string? Pronunciation { get; init; }

    public required string? Company { get; init; }

    [JsonConverter(typeof(CamelCased<Standing>))]
    public required Standing Standing { get; init; }

    /// <summary>The boss is trying to reach them.</summary>
    public required bool WantsToTalk { get; init; }

    public required string? Notes { get; init; }

    public required IReadOnlyList<ApiNumber> Numbers { get; init; }

    public required IReadOnlyList<ApiMatter> Matters { get; init; }

    public required int Version { get; init; }

    public static ApiContact Of(Contact contact) => new()
    {
        Id = contact.Id,
        Name = contact.Name,
        Pronunciation = contact.Pronunciation,
        Company = contact.Company,
        Standing = contact.Standing,
        WantsToTalk = contact.WantsToTalk,
        Notes = contact.Notes,
        Numbers = [.. contact.Numbers.Select(number => new ApiNumber(number.Number.E164, number.Label))],
        Matters = [.. contact.Matters.Select(matter => new ApiMatter(matter.Name, matter.Words))],
        Version = contact.Version,
    };
}

/// <param name="Number">E.164.</param>
/// <param name="Label">"cell", "office".</param>
internal sealed record ApiNumber(string Number, string Label);

/// <summary>A deal in progress, and the words that betray it.</summary>
internal sealed record ApiMatter(string Name, IReadOnlyList<string> Words);

/// <summary>A card as a program writes it.</summary>
internal sealed record ApiCard
{
    private const int Longest = 200;
    private const int LongestNotes = 4000;
    private const int MostEntries = 50;

    public required string Name { get; init; }

    public string? Pronunciation { get; init; }

    public string? Company { get; init; }

    [JsonConverter(typeof(CamelCased<Standing>))]
    public Standing Standing { get; init; }

    public bool WantsToTalk { get; init; }

    public string? Notes { get; init; }

    public IReadOnlyList<ApiNumber>? Numbers { get; init; }

    public IReadOnlyList<ApiMatter>? Matters { get; init; }

    public Dictionary<string, string[]> Mistakes()
    {
        var mistakes = new Dictionary<string, string[]>(StringComparer.Ordinal);
        Check("name", !string.IsNullOrWhiteSpace(Name) && Name.Length <= Longest, $"A name of at most {Longest} characters.");
        Check("pronunciation", Fits(Pronunciation), $"At most {Longest} characters.");
        Check("company", Fits(Company), $"At most {Longest} characters.");
        Check("notes", Notes is null or { Length: <= LongestNotes }, $"At most {LongestNotes} characters.");
        Check(
            "numbers",
            Numbers is null || (Numbers.Count <= MostEntries && Numbers.All(number => PhoneNumber.TryParse(number.Number, out _) && Fits(number.Label))),
            "Each number in E.164, like +13105550142, with a label.");
        Check(
            "matters",
            Matters is null || (Matters.Count <= MostEntries && Matters.All(matter => !string.IsNullOrWhiteSpace(matter.Name) && Fits(matter.Name) && matter.Words is { Count: <= MostEntries })),
            "Each matter with a name and its words.");
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
        Pronunciation = Pronunciation,
        Company = Company,
        Standing = Standing,
        WantsToTalk = WantsToTalk,
        Notes = Notes,
        Numbers = [.. (Numbers ?? []).Select(number => new ContactNumber
        {
            Id = Guid.CreateVersion7(now),
            Number = PhoneNumber.Parse(number.Number),
            Label = number.Label ?? "",
        })],
        Matters = [.. (Matters ?? []).Select(matter => new Matter { Id = Guid.CreateVersion7(now), Name = matter.Name, Words = matter.Words })],
        Version = version,
    };

    private static bool Fits(string? text) => text is null or { Length: <= Longest };
}
