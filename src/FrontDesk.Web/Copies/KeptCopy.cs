using System.Text.Json;
using FrontDesk.Copies;
using FrontDesk.Web.Contacts;

namespace FrontDesk.Web.Copies;

/// <summary>A clean copy on file: whose it is, when, by whom and why it was made.</summary>
public record KeptCopy
{
    public const int LongestNote = 1000;

    public Guid Id { get; init; }

    public Guid DeskId { get; init; }

    /// <summary>Counted at each desk, from 1.</summary>
    public int Number { get; init; }

    public CopyReason Reason { get; init; }

    public string MadeBy { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>The set time it was made for.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>From one assistant to the next.</summary>
    public string? Note { get; init; }
}

/// <summary>A copy in the list of copies, with what is counted on it.</summary>
public sealed record ListedCopy : KeptCopy
{
    public int ToReturn { get; init; }

    public int Asap { get; init; }

    public int LeftWord { get; init; }

    public int New { get; init; }

    public int Gone { get; init; }
}

/// <summary>A copy with everything that stands on it.</summary>
public sealed record FullCopy(KeptCopy Kept, CleanCopy Copy)
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new CardJson.E164() } };

    internal static string Write(CopyLine line) => JsonSerializer.Serialize(line, Options);

    internal static CopyLine ReadLine(string json) => JsonSerializer.Deserialize<CopyLine>(json, Options)!;
}
