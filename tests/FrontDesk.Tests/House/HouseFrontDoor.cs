using System.Text.RegularExpressions;
using Xunit;

namespace FrontDesk.Tests.House;

public sealed partial class House
{
    [Fact]
    public void Every_command_of_the_README_is_run_somewhere()
    {
        var runs = string.Concat(Premises.Under("tests/", ".cs").Where(file => !file.Contains("/House/", StringComparison.Ordinal)).Append(".ci/run").Select(Premises.Read));
        var commands = ShellBlock().Matches(Premises.Read("README.md"))
            .SelectMany(block => block.Groups["commands"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select(line => line.Split('#')[0].Trim())
            .Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal))
            .ToArray();

        Assert.Contains("dotnet run --project src/FrontDesk.Web", commands);
        Assert.Contains("dotnet test FrontDesk.sln", commands);
        None(commands.Where(command => !runs.Contains(command, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_link_in_the_documents_leads_somewhere() =>
        None(from file in Premises.Under("", ".md")
             from link in RelativeLink().Matches(Premises.Read(file)).Select(match => match.Groups["target"].Value)
             let target = Path.GetFullPath(Path.Combine(Premises.Root, Path.GetDirectoryName(file)!, link))
             where !File.Exists(target) && !Directory.Exists(target)
             select $"{file}: {link}");

    [GeneratedRegex(@"^```sh\n(?<commands>.*?)^```", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlock();

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)(?<target>[^)#\s]+)", RegexOptions.CultureInvariant)]
    private static partial Regex RelativeLink();
}
