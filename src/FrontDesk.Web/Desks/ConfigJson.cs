using System.Text.Json;
using System.Text.Json.Serialization;

namespace FrontDesk.Web.Desks;

/// <summary>How a desk's own settings are written as JSON in the books: names and words in camel case.</summary>
internal static class ConfigJson
{
    public static readonly JsonSerializerOptions Camel = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
