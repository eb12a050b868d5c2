using FrontDesk.Tests.House;

namespace FrontDesk.Tests.Corpus;

/// <summary>Something a caller says, and what the desk should make of it: "words | slot=value | slot=value".</summary>
/// <param name="Expected">What is empty must not be heard.</param>
internal sealed record CallerLine(string Kind, string Said, IReadOnlyDictionary<string, string> Expected)
{
    private const string Folder = "tests/FrontDesk.Tests/Corpus";

    public static IReadOnlyList<CallerLine> Of(string set, string kind) =>
        [.. from line in Premises.Lines($"{Folder}/{set}/{kind}.txt") where line.Length > 0 select Parse(kind, line)];

    /// <summary>Kinds are files.</summary>
    public static IReadOnlyList<string> Kinds(string set) =>
        [.. Directory.EnumerateFiles(Path.Combine(Premises.Root, Folder, set), "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    private static CallerLine Parse(string kind, string line)
    {
        var parts = line.Split(" | ");
        var expected = parts[1..].Select(part => part.Split('=', 2)).ToDictionary(slot => slot[0].Trim(), slot => slot[1].Trim());
        return new CallerLine(kind, parts[0].Trim(), expected);
    }
}
