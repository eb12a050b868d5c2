using System.Text.Json;
using System.Text.Json.Nodes;
using FrontDesk.Desks;

namespace FrontDesk.Web.Desks;

/// <summary>The sentences a desk has put in its own words; the others stay the house's, and improve with it.</summary>
internal static class OwnWording
{
    private static readonly JsonSerializerOptions Camel = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
    private static readonly JsonObject House = JsonSerializer.SerializeToNode(new Wording(), Camel)!.AsObject();

    /// <summary>Their names, as a file and the books have them: "greeting".</summary>
    public static IReadOnlyList<string> Sentences { get; } = [.. House.Select(sentence => sentence.Key)];

    public static string Write(Wording wording)
    {
        var sentences = JsonSerializer.SerializeToNode(wording, Camel)!.AsObject();
        foreach (var (name, sentence) in House)
        {
            if (JsonNode.DeepEquals(sentence, sentences[name]))
            {
                sentences.Remove(name);
            }
        }

        return sentences.ToJsonString();
    }

    public static Wording Read(string json) => JsonSerializer.Deserialize<Wording>(json, Camel) ?? new Wording();

    /// <summary>A sentence that is null or empty stays the house's.</summary>
    public static Wording Of(IEnumerable<KeyValuePair<string, string?>> sentences) => Read(new JsonObject(
        sentences.Where(sentence => !string.IsNullOrEmpty(sentence.Value))
            .Select(sentence => KeyValuePair.Create(sentence.Key, (JsonNode?)JsonValue.Create(sentence.Value)))).ToJsonString());

    public static Wording With(Wording wording, string sentence, string words)
    {
        var sentences = JsonSerializer.SerializeToNode(wording, Camel)!.AsObject();
        sentences[sentence] = words;
        return Read(sentences.ToJsonString());
    }
}
