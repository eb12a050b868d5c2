using System.Reflection;

namespace FrontDesk.Tests.House;

/// <summary>The repository as it lies on the disk: what is the project's own, folder by folder, and what is built from it.</summary>
internal static class Premises
{
    // .gitignore cannot name it: where file names have no case it would also hide the Data folders.
    private const string WhereADeskKeepsItsBooks = "data";

    public static string Root { get; } = FindRoot();

    /// <summary>Every file that is not ignored, as a path from the root with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(Root)];

    public static IReadOnlyList<string> Sources { get; } = [.. Under("src/", ".cs")];

    public static IReadOnlyList<Assembly> Ours { get; } =
        [.. new[] { "FrontDesk", "FrontDesk.Web", "FrontDesk.Simulator" }.Select(Assembly.Load)];

    /// <summary>The types somebody wrote, without what compilers and generators add.</summary>
    public static IEnumerable<Type> OurTypes => Ours
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.Namespace is { } name && (name == "FrontDesk" || name.StartsWith("FrontDesk.", StringComparison.Ordinal)))
        .Where(type => !type.FullName!.Contains('<', StringComparison.Ordinal));

    public static IEnumerable<string> Under(string folder, string extension) =>
        Files.Where(file => file.StartsWith(folder, StringComparison.Ordinal) && file.EndsWith(extension, StringComparison.Ordinal));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    public static bool IsText(string file) => !File.ReadAllBytes(Path.Combine(Root, file)).AsSpan().Contains((byte)0);

    private static IEnumerable<string> Walk(string root)
    {
        var ignored = File.ReadLines(Path.Combine(root, ".gitignore"))
            .Where(line => line.EndsWith('/'))
            .Select(line => line.TrimEnd('/'))
            .Concat([".git", WhereADeskKeepsItsBooks])
            .ToHashSet(StringComparer.Ordinal);
        return Within(new DirectoryInfo(root))
            .Select(file => Path.GetRelativePath(root, file.FullName).Replace('\\', '/'))
            .Where(file => file != ".git" && !file.EndsWith(".user", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        IEnumerable<FileInfo> Within(DirectoryInfo folder) => folder.EnumerateFiles()
            .Concat(folder.EnumerateDirectories().Where(child => !ignored.Contains(child.Name)).SelectMany(Within));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FrontDesk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run inside the repository: FrontDesk.sln was not found above them.");
    }
}
