using System.Text.Json;
using System.Text.Json.Serialization;
using FrontDesk.Brief;

namespace FrontDesk.Web.Brief;

/// <summary>A brief as it stands in the books.</summary>
internal sealed record BriefRow
{
    private static readonly JsonSerializerOptions Kept = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, Converters = { new E164() } };

    public required Guid Id { get; init; }

    public required Guid DeskId { get; init; }

    /// <summary>The call it is read on, or was last.</summary>
    public required string CallSid { get; init; }

    /// <summary>The sheet as it was when it began, as JSON.</summary>
    public required string Lines { get; init; }

    /// <summary>The line read last; as many as there are once all were.</summary>
    public required int Place { get; init; }

    /// <summary>The next key's.</summary>
    public required int Turn { get; init; }

    /// <summary>The boss rang again after the line dropped, and is asked whether to go on.</summary>
    public required bool AsksWhether { get; init; }

    /// <summary>What came later is new to the boss; null where nothing is.</summary>
    public DateTimeOffset? Since { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    public required DateTimeOffset LastAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public SpokenBrief Spoken(int speed) =>
        new(JsonSerializer.Deserialize<BriefLine[]>(Lines, Kept) ?? [], SpeechTiming.Of(SpeechTiming.Joanna)) { Speed = speed };

    public BriefRow With(IReadOnlyList<BriefLine> lines) => this with { Lines = Write(lines) };

    public static string Write(IReadOnlyList<BriefLine> lines) => JsonSerializer.Serialize(lines, Kept);

    public static string Write(BriefAnswer answer) => JsonSerializer.Serialize(answer, Kept);

    public static BriefAnswer ReadAnswer(string said) => JsonSerializer.Deserialize<BriefAnswer>(said, Kept)!;

    private sealed class E164 : JsonConverter<PhoneNumber>
    {
        public override PhoneNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => PhoneNumber.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, PhoneNumber value, JsonSerializerOptions options) => writer.WriteStringValue(value.E164);
    }
}
