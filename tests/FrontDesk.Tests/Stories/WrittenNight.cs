using FrontDesk.Tests.House;

namespace FrontDesk.Tests.Stories;

/// <summary>"A night of demo" as docs/guide.md tells it: its headings, and what is said and pressed under each.</summary>
internal static class WrittenNight
{
    public static IReadOnlyList<string> Lines { get; } =
    [
        .. Premises.Lines("docs/guide.md").SkipWhile(line => line != "## A night of demo").Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("### ", StringComparison.Ordinal) || line.StartsWith("- ", StringComparison.Ordinal)),
    ];

    /// <summary>Only the words, without who says them.</summary>
    public static IReadOnlyList<string> WordsUnder(string heading) =>
    [
        .. Lines.SkipWhile(line => !line.StartsWith("### ", StringComparison.Ordinal) || !line.EndsWith(heading, StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]),
    ];
}
