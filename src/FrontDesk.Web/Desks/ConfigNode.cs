using System.Globalization;
using System.Text.Json;

namespace FrontDesk.Web.Desks;

/// <summary>An object of a configuration file. What is wrong with it is noted under its path, and reading goes on.</summary>
internal sealed class ConfigNode(JsonElement json, string path, List<string> problems)
{
    private const int LongestName = 200;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public void Problem(string name, string what) => problems.Add($"{At(name)}: {what}");

    public bool Has(string name) => Ask(name) is not null;

    public string Text(string name, int longest = LongestName) => TextOrNull(name, longest) ?? Missing(name, "");

    public string? TextOrNull(string name, int longest = LongestName)
    {
        if (Ask(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return Wrong(name, "must be text", "");
        }

        var text = value.GetString()!.Trim();
        return text.Length == 0 ? null : text.Length <= longest ? text : Wrong(name, $"has {text.Length} characters; {longest} is the most", text);
    }

    public bool Flag(string name, bool otherwise) => Ask(name)?.ValueKind switch
    {
        null => otherwise,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => Wrong(name, "must be true or false", otherwise),
    };

    /// <summary>An enum's case, in JSON's spelling: "tooImportantNotTo".</summary>
    public T Word<T>(string name, T otherwise)
        where T : struct, Enum
    {
        if (TextOrNull(name) is not { } text)
        {
            return otherwise;
        }

        var words = Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);
        return words.TryGetValue(text, out var word) ? word : Wrong(name, $"must be one of {string.Join(", ", words.Keys)}", otherwise);
    }

    /// <param name="otherwise">What stands for it where it is missing; null: it must not be.</param>
    public int Number(string name, WholeNumbers among, int? otherwise) => Ask(name) switch
    {
        null => otherwise ?? Missing(name, among.Least),
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var number) && among.Have(number) => number,
        _ => Wrong(name, $"must be {among}", among.Least),
    };

    public TimeOnly Time(string name) =>
        TimeOnly.TryParseExact(Text(name), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : Wrong(name, "must be a time like 09:30", time);

    public PhoneNumber Phone(string name) =>
        PhoneNumber.TryParse(Text(name), out var number) ? number : Wrong(name, "must be a number in E.164, like +13105550142", number);

    public Guid? Id(string name) => TextOrNull(name) is not { } text ? null : Guid.TryParse(text, out var id) ? id : Wrong(name, "must be an id", id);

    public ConfigNode Object(string name) => Ask(name) switch
    {
        { ValueKind: JsonValueKind.Object } value => new ConfigNode(value, At(name), problems),
        var other => new ConfigNode(default, At(name), other is null ? Missing(name, problems) : Wrong(name, "must be an object", new List<string>())),
    };

    public IReadOnlyList<T> List<T>(string name, Func<ConfigNode, T> read)
    {
        if (Ask(name) is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            return Wrong(name, "must be a list", Array.Empty<T>());
        }

        var items = new List<T>();
        foreach (var (position, item) in value.EnumerateArray().Index())
        {
            var place = $"{At(name)}[{position}]";
            if (item.ValueKind != JsonValueKind.Object)
            {
                problems.Add($"{place}: must be an object");
                continue;
            }

            var node = new ConfigNode(item, place, problems);
            items.Add(read(node));
            node.NothingElse();
        }

        return items;
    }

    public IReadOnlyList<string> Words(string name)
    {
        if (Ask(name) is not { } value)
        {
            return Missing(name, Array.Empty<string>());
        }

        return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(word => word.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(word => word.GetString()!.Trim()).Where(word => word.Length > 0)]
            : Wrong(name, "must be a list of texts", Array.Empty<string>());
    }

    /// <summary>A word nobody asked for is most likely misspelled.</summary>
    public void NothingElse()
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            problems.AddRange(json.EnumerateObject().Where(property => !asked.Contains(property.Name)).Select(property => $"{At(property.Name)}: is not known"));
        }
    }

    private string At(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private JsonElement? Ask(string name)
    {
        asked.Add(name);
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private T Missing<T>(string name, T otherwise) => Wrong(name, "is missing", otherwise);

    private T Wrong<T>(string name, string what, T otherwise)
    {
        Problem(name, what);
        return otherwise;
    }
}
