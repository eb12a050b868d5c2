using System.Globalization;
using System.Text.RegularExpressions;

namespace FrontDesk.Tests.Differential;

/// <summary>Ids by the order in which a desk first told them: the same act makes other ids on each desk, and in the same places.</summary>
internal sealed partial class Ids
{
    private readonly Dictionary<Guid, int> numbers = [];
    private readonly List<Guid> told = [];

    public string NameOf(Guid id)
    {
        if (!numbers.TryGetValue(id, out var number))
        {
            numbers.Add(id, number = told.Count);
            told.Add(id);
        }

        return string.Create(CultureInfo.InvariantCulture, $"#{number}");
    }

    /// <summary>Null where this desk has not told it.</summary>
    public string? Known(Guid id) => numbers.TryGetValue(id, out var number) ? string.Create(CultureInfo.InvariantCulture, $"#{number}") : null;

    /// <summary>What the other desk calls this one's id; an id that neither made is the same on both.</summary>
    public Guid On(Ids other, Guid id) => numbers.TryGetValue(id, out var number) && number < other.told.Count ? other.told[number] : id;

    /// <summary>Texts hold ids, too: of parties, rooms, JSON.</summary>
    public static string Within(string text, Func<Guid, string> name) =>
        text.Length < 32 ? text : AnId().Replace(text, match => name(Guid.Parse(match.ValueSpan)));

    [GeneratedRegex("(?<![0-9A-Za-z])(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32})(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex AnId();
}
