namespace FrontDesk.Web.Desks;

/// <summary>Which edition of the world's time zones this machine goes by (T86): one that is old misses the laws changed since.</summary>
public static class TimeZoneRules
{
    private const string Mark = "# version ";

    private static readonly string[] Folders = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo"];

    /// <summary>"2026a"; null where the machine does not say.</summary>
    public static string? Edition { get; } = Read([Environment.GetEnvironmentVariable("TZDIR") ?? "", .. Folders]);

    internal static string? Read(IEnumerable<string> folders)
    {
        foreach (var folder in folders.Where(Directory.Exists))
        {
            if (FirstLine(Path.Combine(folder, "tzdata.zi")) is { } first && first.StartsWith(Mark, StringComparison.Ordinal))
            {
                return first[Mark.Length..].Trim();
            }

            if (FirstLine(Path.Combine(folder, "+VERSION")) is { Length: > 0 and < 20 } version)
            {
                return version.Trim();
            }
        }

        return null;
    }

    private static string? FirstLine(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadLines(file).FirstOrDefault() : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
