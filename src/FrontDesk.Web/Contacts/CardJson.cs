using System.Text.Json;
using System.Text.Json.Serialization;
using FrontDesk.Contacts;

namespace FrontDesk.Web.Contacts;

/// <summary>A card as the journal of the book keeps it.</summary>
internal static class CardJson
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new E164() }, IgnoreReadOnlyProperties = true };

    public static string Of(Contact card) => JsonSerializer.Serialize(card, Options);

    public static Contact Read(string json) => JsonSerializer.Deserialize<Contact>(json, Options)!;

    internal sealed class E164 : JsonConverter<PhoneNumber>
    {
        public override PhoneNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => PhoneNumber.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, PhoneNumber value, JsonSerializerOptions options) => writer.WriteStringValue(value.E164);
    }
}
