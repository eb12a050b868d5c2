using System.Text.Json;
using System.Text.Json.Nodes;
using FrontDesk.Desks;

namespace FrontDesk.Web.Desks;

/// <summary>The sentences a desk has put in its own words; the others stay the house's, and improve with it.</summary>
internal static class OwnWording
{
    private static readonly JsonObject House = JsonSerializer.SerializeToNode(new Wording())!.AsObject();

    public static string Write(Wording wording)
    {
        var sentences = JsonSerializer.SerializeToNode(wording)!.AsObject();
        foreach (var (name, sentence) in House)
        {
            if (JsonNode.DeepEquals(sentence, sentences[name]))
            {
                sentences.Remove(name);
            }
        }

        return sentences.ToJsonString();
    }

    public static Wording Read(string json) => JsonSerializer.Deserialize<Wording>(json) ?? new Wording();
}
