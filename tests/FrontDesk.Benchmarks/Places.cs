namespace FrontDesk.Benchmarks;

/// <summary>Where things lie: the repository, the product built beside this program, and what may be thrown away afterwards.</summary>
public static class Places
{
    public static string Root { get; } = FindRoot();

    /// <summary>Seeded databases and load files; ignored by git.</summary>
    public static string Scratch { get; } = Directory.CreateDirectory(Path.Combine(Root, "artifacts", "benchmarks")).FullName;

    public static string Product { get; } = Path.Combine(AppContext.BaseDirectory, "FrontDesk.Web.dll");

    public static string ProductSource { get; } = Path.Combine(Root, "src", "FrontDesk.Web");

    public static string NodePeer { get; } = Path.Combine(Root, "tests", "FrontDesk.Benchmarks", "node");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FrontDesk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("Benchmarks run inside the repository: FrontDesk.sln was not found above them.");
    }
}
