using System.Text.RegularExpressions;
using Xunit;

namespace FrontDesk.Tests.House;

public sealed partial class House
{
    private static readonly string[] _sayNothing =
        ["Service", "Manager", "Helper", "Util", "Utils", "Handler", "Processor", "Data", "Info"];

    private static readonly string[] _holdAnything = ["Services", "Helpers", "Managers", "Models", "Common"];

    [Fact]
    public void Types_are_named_for_what_they_do_at_the_desk() =>
        None(from type in Premises.OurTypes
             from word in PascalWord().Matches(type.Name).Select(match => match.Value)
             where _sayNothing.Contains(word, StringComparer.Ordinal)
             select $"{type.FullName} says {word}");

    [Fact]
    public void Folders_are_named_for_what_they_hold() =>
        None(from file in Premises.Under("src/", "").Concat(Premises.Under("tests/", ""))
             from folder in file.Split('/')[..^1]
             where _holdAnything.Contains(folder, StringComparer.OrdinalIgnoreCase)
             select file);

    // The code of a page stands beside its page, whose folder is its address on the web.
    [Fact]
    public void The_namespace_is_the_folder() =>
        None(from file in Premises.Under("src/", ".cs").Concat(Premises.Under("tests/", ".cs"))
             where !file.EndsWith(".cshtml.cs", StringComparison.Ordinal)
             let folder = string.Join('.', file.Split('/')[1..^1])
             let given = NamespaceLine().Match(Premises.Read(file))
             where given.Success && given.Groups["name"].Value != folder
             select $"{file}: {given.Groups["name"].Value}");

    [Fact]
    public void Every_public_type_says_what_it_is_at_the_desk()
    {
        var declared = (from file in Premises.Sources
                        let lines = Premises.Lines(file)
                        from number in Enumerable.Range(0, lines.Length)
                        let type = PublicType().Match(lines[number])
                        where type.Success
                        let above = lines[..number].Reverse().SkipWhile(line => line.TrimStart().StartsWith('[')).FirstOrDefault("")
                        select (Name: type.Groups["name"].Value, File: file, IsSaid: above.TrimStart().StartsWith("///", StringComparison.Ordinal)))
            .ToArray();

        Assert.NotEmpty(declared);
        None(from type in declared.ToLookup(type => type.Name, StringComparer.Ordinal)
             where !type.Any(part => part.IsSaid)
             select $"{type.First().File}: {type.Key}");
    }

    // The database has no clock: @now is an argument of every statement. Only the clock itself may ask, to be put right by it.
    [Fact]
    public void No_statement_reads_the_databases_clock() =>
        None(Finds(SqlClock(), Premises.Sources.Where(file => !file.EndsWith("/BookClock.cs", StringComparison.Ordinal)).Concat(Premises.Under("sql/", ".sql"))));

    [Fact]
    public void Every_suppression_gives_its_reason()
    {
        var code = from file in Premises.Under("", ".cs")
                   from line in Premises.Lines(file).Select((text, index) => (text, number: index + 1))
                   where (line.text.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal) && !line.text.Contains("//", StringComparison.Ordinal))
                      || (line.text.TrimStart().StartsWith("[SuppressMessage", StringComparison.Ordinal) && !line.text.Contains("Justification", StringComparison.Ordinal))
                   select $"{file}:{line.number}: {line.text.Trim()}";
        var settings = from file in Premises.Files
                       where file.EndsWith("proj", StringComparison.Ordinal) || file.EndsWith(".props", StringComparison.Ordinal) || file == ".editorconfig"
                       from offender in UnexplainedSettings(file)
                       select offender;

        None(code.Concat(settings));
    }

    /// <summary>A run of suppressions in a settings file is explained on its line or right above the run.</summary>
    private static IEnumerable<string> UnexplainedSettings(string file)
    {
        var isExplained = false;
        foreach (var line in Premises.Lines(file).Select(line => line.Trim()))
        {
            var isComment = line.StartsWith('#') || line.StartsWith("<!--", StringComparison.Ordinal);
            var isSuppression = Suppression().IsMatch(line);
            if (isSuppression && !isExplained && !line.Contains("<!--", StringComparison.Ordinal))
            {
                yield return $"{file}: {line}";
            }

            isExplained = isComment || (isExplained && isSuppression);
        }
    }

    [GeneratedRegex("[A-Z][a-z0-9]*", RegexOptions.CultureInvariant)]
    private static partial Regex PascalWord();

    [GeneratedRegex("^namespace (?<name>[A-Za-z0-9_.]+)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^public (?:(?:sealed|static|abstract|readonly|partial) )*(?:record struct|record|class|struct|interface|enum) (?<name>\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\b(?:getdate|getutcdate|sysdatetime|sysutcdatetime|sysdatetimeoffset|unixepoch|julianday)\s*\(|\bcurrent_(?:timestamp|date|time)\b|'now'", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SqlClock();

    [GeneratedRegex(@"<NoWarn>|<WarningsNotAsErrors>|severity\s*=\s*none", RegexOptions.CultureInvariant)]
    private static partial Regex Suppression();
}
