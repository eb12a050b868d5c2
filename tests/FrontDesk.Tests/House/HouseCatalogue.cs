using System.Text.RegularExpressions;
using Xunit;

namespace FrontDesk.Tests.House;

public sealed partial class House
{
    [Fact]
    public void Every_line_of_the_catalogue_is_there_once_and_is_shown_by_tests_that_exist_or_left_for_later()
    {
        var rows = CatalogueRow().Matches(Premises.Read("docs/catalogue.md")).ToList();
        Assert.Equal(Enumerable.Range(47, 41).Append(108), rows.Select(row => int.Parse(row.Groups["number"].ValueSpan[1..], System.Globalization.CultureInfo.InvariantCulture)));

        var tests = typeof(House).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttributes(typeof(FactAttribute), inherit: true).Length > 0)
            .Select(method => method.Name).ToHashSet(StringComparer.Ordinal);
        None(from row in rows
             from name in Quoted().Matches(row.Value).Select(match => match.Groups["name"].Value)
             where !tests.Contains(name)
             select $"{row.Groups["number"].Value} quotes {name}, which is no test");
        None(from row in rows
             let number = row.Groups["number"].Value
             where !row.Value.Contains("| Later: ", StringComparison.Ordinal)
                 && !Quoted().Matches(row.Value).Any(match => match.Groups["name"].Value is var name && (name.StartsWith($"{number}_", StringComparison.Ordinal) || name.EndsWith($"_{number}", StringComparison.Ordinal)))
             select $"{number} is shown by no test of its number");
    }

    [GeneratedRegex(@"^\| (?<number>[RBTS]\d{2,3}) .*\|$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex CatalogueRow();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
