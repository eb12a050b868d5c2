using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Xunit;

namespace FrontDesk.Tests.Support;

/// <summary>What the stores say to SQLite must be what they could say to SQL Server, and no statement may ask the database for the time.</summary>
public static partial class DatabaseStatements
{
    private static readonly ConcurrentDictionary<string, bool> Passed = new(StringComparer.Ordinal);

    public static void Check(string sql) => Passed.GetOrAdd(sql, text =>
    {
        Assert.True(ErrorsIn(text) is [], $"No T-SQL: {string.Join("; ", ErrorsIn(text))}{Environment.NewLine}{text}");
        Assert.False(Clock().IsMatch(text), $"Reads the database's clock: {text}");
        return true;
    });

    public static IReadOnlyList<string> ErrorsIn(string sql)
    {
        Parse(AsTransactSql(sql), out var errors);
        return [.. errors, .. TwinsIn(sql).Select(name => $"{name} is spelled in two ways, and is one parameter")];
    }

    private static IEnumerable<string> TwinsIn(string sql) => Parameter().Matches(sql).Select(match => match.Value).Distinct(StringComparer.Ordinal)
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key);

    public static TSqlFragment Parse(string sql, out IReadOnlyList<string> errors)
    {
        using var reader = new StringReader(sql);
        var fragment = new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var found);
        errors = [.. found.Select(error => $"line {error.Line}: {error.Message}")];
        return fragment;
    }

    // The two things the dialect and Dapper write themselves.
    private static string AsTransactSql(string sql) =>
        DapperList().Replace(Limit().Replace(sql, " offset 0 rows fetch next $1 rows only"), "in ($1)");

    [GeneratedRegex(@"\blimit (\d+)(?=\s*(\)|$))", RegexOptions.CultureInvariant)]
    private static partial Regex Limit();

    [GeneratedRegex(@"(?<!@)@\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\bin (@\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex DapperList();

    [GeneratedRegex(@"\b(current_timestamp|getdate|getutcdate|sysdatetime|sysutcdatetime|sysdatetimeoffset|datetime|julianday|strftime|unixepoch|current_date|current_time)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Clock();
}
