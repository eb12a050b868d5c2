using Xunit;

namespace FrontDesk.Tests.House;

/// <summary>The rules of the house (DESIGN's conventions and budgets), each a test that names every offender.</summary>
public sealed partial class House
{
    private static void None(IEnumerable<string> offenders) =>
        Assert.True(!offenders.Any(), Environment.NewLine + string.Join(Environment.NewLine, offenders));

    private static int Percentile(IEnumerable<int> values, int percent)
    {
        var ordered = values.Order().ToArray();
        return ordered[(ordered.Length - 1) * percent / 100];
    }

    /// <summary>Every line of a file that a pattern finds something on, ready to be clicked.</summary>
    private static IEnumerable<string> Finds(System.Text.RegularExpressions.Regex pattern, IEnumerable<string> files) =>
        from file in files
        from line in Premises.Lines(file).Select((text, index) => (text, number: index + 1))
        from match in pattern.Matches(line.text)
        select $"{file}:{line.number}: {match.Value}";
}
