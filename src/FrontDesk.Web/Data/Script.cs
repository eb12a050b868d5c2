using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace FrontDesk.Web.Data;

/// <summary>A numbered script of sql/, never edited once it was released.</summary>
internal sealed record Script
{
    public required int Number { get; init; }

    /// <summary>"0001_the_desk".</summary>
    public required string Name { get; init; }

    public required string Text { get; init; }

    /// <summary>The same whatever line ends a checkout gave the file.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\n"))));

    public static IReadOnlyList<Script> Of(DatabaseEngine engine)
    {
        var folder = $"sql/{(engine == DatabaseEngine.Sqlite ? "sqlite" : "sqlserver")}/";
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Select(resource => resource.Replace('\\', '/'))
            .Where(resource => resource.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(resource => Read(assembly, resource, Path.GetFileNameWithoutExtension(resource)))];
    }

    private static Script Read(Assembly assembly, string resource, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new Script { Number = int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), Name = name, Text = reader.ReadToEnd() };
    }
}
