using FrontDesk.Benchmarks.Killing;

namespace FrontDesk.Benchmarks;

/// <summary>The product configured as for a real account: no demo, no simulator, SQLite at FULL, and nobody to send anything to.</summary>
public static class ProductEnvironment
{
    public static Dictionary<string, string> For(KilledBooks books, int port) => new(For("", port), StringComparer.Ordinal)
    {
        ["ConnectionStrings__FrontDesk"] = books.ConnectionString,
        ["Database__Engine"] = books.Engine.ToString(),
        ["Database__JournalFolder"] = books.Folder,
    };

    /// <param name="folder">Where the node keeps what lies beside its books.</param>
    public static Dictionary<string, string> For(string server, string folder, int port) => new(For("", port), StringComparer.Ordinal)
    {
        ["ConnectionStrings__FrontDesk"] = server,
        ["Database__Engine"] = "SqlServer",
        ["Database__JournalFolder"] = folder,
    };

    public static Dictionary<string, string> For(string database, int port = 0) => new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_APPLICATIONNAME"] = "FrontDesk.Web",
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
        ["ConnectionStrings__FrontDesk"] = $"Data Source={database}",
        ["Database__Engine"] = "Sqlite",
        ["Demo"] = "false",
        ["PublicUrl"] = Account.PublicUrl,
        ["Twilio__AccountSid"] = Account.Sid,
        ["Twilio__AuthToken"] = Account.AuthToken,
        ["Twilio__Muted"] = "true",
    };
}
