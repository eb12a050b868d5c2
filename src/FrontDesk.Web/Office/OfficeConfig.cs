using System.Text.Json;
using System.Text.Json.Serialization;
using FrontDesk.Office;
using FrontDesk.Web.Desks;

namespace FrontDesk.Web.Office;

/// <summary>A production office as JSON, in the books and in a configuration file; sentences of its own only.</summary>
internal sealed record OfficeConfig
{
    private static readonly JsonSerializerOptions Camel = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public required string Show { get; init; }

    public required TimeOnly LunchFrom { get; init; }

    public required TimeOnly LunchTo { get; init; }

    public required IReadOnlyList<Department> Departments { get; init; }

    public required IReadOnlyList<Listing> Listings { get; init; }

    public required IReadOnlyDictionary<string, string> Wording { get; init; }

    public static OfficeConfig? Of(ProductionOffice? office) => office is null ? null : new OfficeConfig
    {
        Show = office.Show,
        LunchFrom = office.LunchFrom,
        LunchTo = office.LunchTo,
        Departments = office.Departments,
        Listings = office.Listings,
        Wording = OwnSentences(office.Wording),
    };

    public static string? Write(ProductionOffice? office) => office is null ? null : JsonSerializer.Serialize(Of(office), Camel);

    public static ProductionOffice? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<OfficeConfig>(json, Camel)?.ToOffice();

    public static OfficeConfig Read(ConfigNode node)
    {
        var wording = node.Has("wording") ? node.Object("wording") : null;
        var config = new OfficeConfig
        {
            Show = node.Text("show"),
            LunchFrom = node.Has("lunchFrom") ? node.Time("lunchFrom") : new(13, 0),
            LunchTo = node.Has("lunchTo") ? node.Time("lunchTo") : new(14, 0),
            Departments = node.List("departments", ReadDepartment),
            Listings = node.List("listings", ReadListing),
            Wording = Sentences.Select(name => (name, said: wording?.TextOrNull(name, longest: 1000)))
                .Where(sentence => sentence.said is not null)
                .ToDictionary(sentence => sentence.name, sentence => sentence.said!, StringComparer.Ordinal),
        };
        foreach (var (name, unknown) in config.Wording.SelectMany(sentence => OfficeWording.UnknownBlanks(sentence.Value), (sentence, blank) => (sentence.Key, blank)))
        {
            wording?.Problem(name, $"{unknown} stands for nothing");
        }

        wording?.NothingElse();
        foreach (var listing in config.Listings.Where(listing => config.Departments.All(department => !department.Name.Equals(listing.Department, StringComparison.Ordinal))))
        {
            node.Problem("listings", $"\"{listing.Department}\", where {listing.Job} is wanted, is none of the departments");
        }

        node.NothingElse();
        return config;
    }

    public ProductionOffice ToOffice() => new()
    {
        Show = Show,
        LunchFrom = LunchFrom,
        LunchTo = LunchTo,
        Departments = Departments,
        Listings = Listings,
        Wording = JsonSerializer.Deserialize<OfficeWording>(JsonSerializer.Serialize(Wording), Camel)!,
    };

    private static IReadOnlyList<string> Sentences { get; } = [.. All(new OfficeWording()).Keys];

    private static Department ReadDepartment(ConfigNode node) => new()
    {
        Name = node.Text("name"),
        Head = node.TextOrNull("head"),
        Words = node.Has("words") ? node.Words("words") : [],
        Interviews = node.TextOrNull("interviews"),
    };

    private static Listing ReadListing(ConfigNode node) => new()
    {
        Job = node.Text("job"),
        Department = node.Text("department"),
        Words = node.Has("words") ? node.Words("words") : [],
        NoCalls = node.Flag("noCalls", otherwise: false),
    };

    private static Dictionary<string, string> OwnSentences(OfficeWording wording)
    {
        var house = All(new OfficeWording());
        return All(wording).Where(sentence => !sentence.Value.Equals(house[sentence.Key], StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
    }

    private static Dictionary<string, string> All(OfficeWording wording) =>
        JsonSerializer.SerializeToElement(wording, Camel).Deserialize<Dictionary<string, string>>()!;
}
