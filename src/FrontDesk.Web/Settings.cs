using System.Globalization;
using FrontDesk.Web.Mail;
using Microsoft.Data.Sqlite;

namespace FrontDesk.Web;

/// <summary>What may be configured: appsettings, environment (two underscores for a colon), user-secrets.</summary>
public sealed record Settings
{
    public const string TwilioApi = "https://api.twilio.com";

    /// <summary>The address Twilio reaches us under, without a slash at the end.</summary>
    public required Uri PublicUrl { get; init; }

    public required DatabaseEngine Engine { get; init; }

    /// <summary>A SQLite file without a folder of its own stands in the folder the desk is started in.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Where this process keeps calls while the books cannot be written; each process has a folder of its own.</summary>
    public string JournalFolder { get; init; } = "data";

    /// <summary>Otherwise a start on books of an older version is refused until they are migrated by hand.</summary>
    public bool MigratesAtStart { get; init; } = true;

    public required TwilioSettings Twilio { get; init; }

    /// <summary>Null where no mail server is configured.</summary>
    public SmtpSettings? Smtp { get; init; }

    /// <summary>Outgoing that is switched off is so for mail too: a restored backup writes to nobody.</summary>
    public bool SendsMail => Smtp is not null && !Twilio.Muted;

    /// <summary>What wakes the reminder round; the rows are the truth, whichever it is.</summary>
    public ReminderClock Clock { get; init; } = ReminderClock.Timer;

    /// <summary>Names of users who may look behind the desk, as at Hangfire's dashboard; nobody may where none is named.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>Told to stop, a node says at <c>/health/ready</c> that it is going for so long before it takes nobody in any more.</summary>
    public TimeSpan LeavesFor { get; init; }

    /// <summary>The built-in simulator stands in for Twilio, and its clock is the service's.</summary>
    public required bool Demo { get; init; }

    /// <summary>Reads every setting and reports all that is wrong at once, each with its name.</summary>
    /// <exception cref="SettingsException">At least one setting is missing or wrong.</exception>
    public static Settings Read(IConfiguration configuration)
    {
        var problems = new List<string>();
        var account = configuration["Twilio:AccountSid"];
        var demo = ReadFlag(configuration, "Demo", otherwise: string.IsNullOrEmpty(account), problems);
        var engine = ReadEngine(configuration, problems);
        var connectionString = ReadConnectionString(configuration, engine, problems);
        var settings = new Settings
        {
            Demo = demo,
            Engine = engine,
            ConnectionString = connectionString,
            JournalFolder = ReadJournalFolder(configuration, engine, connectionString),
            MigratesAtStart = engine == DatabaseEngine.Sqlite || ReadFlag(configuration, "Database:MigrateAtStart", otherwise: demo, problems),
            PublicUrl = ReadUrl(configuration, "PublicUrl", demo ? "http://localhost:5080" : null, problems),
            Clock = ReadClock(configuration, demo, problems),
            Owners = configuration.GetSection("Owners").Get<string[]>() ?? [],
            LeavesFor = ReadLeave(configuration, problems),
            Smtp = SmtpSettings.Read(configuration, problems),
            Twilio = demo ? TwilioSettings.OfTheDemo(configuration, problems) : TwilioSettings.Read(configuration, problems),
        };
        return problems.Count == 0 ? settings : throw new SettingsException(problems);
    }

    internal static Uri ReadUrl(IConfiguration configuration, string name, string? otherwise, List<string> problems)
    {
        var text = configuration[name] is { Length: > 0 } given ? given : otherwise;
        if (Uri.TryCreate(text?.TrimEnd('/'), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0)
        {
            return url;
        }

        problems.Add(text is null
            ? $"{name} is missing: give the https address Twilio reaches this desk under, for instance https://desk.example.org."
            : $"{name} must be an http or https address without a query; \"{text}\" is none.");
        return new Uri("http://localhost:5080");
    }

    internal static bool ReadFlag(IConfiguration configuration, string name, bool otherwise, List<string> problems)
    {
        var text = configuration[name];
        if (!string.IsNullOrEmpty(text) && !bool.TryParse(text, out otherwise))
        {
            problems.Add($"{name} must be true or false; \"{text}\" is neither.");
        }

        return otherwise;
    }

    private static DatabaseEngine ReadEngine(IConfiguration configuration, List<string> problems)
    {
        var text = configuration["Database:Engine"] is { Length: > 0 } given ? given : nameof(DatabaseEngine.Sqlite);
        if (Enum.TryParse<DatabaseEngine>(text, ignoreCase: true, out var engine) && Enum.IsDefined(engine))
        {
            return engine;
        }

        problems.Add($"Database:Engine must be Sqlite or SqlServer; \"{text}\" is neither.");
        return DatabaseEngine.Sqlite;
    }

    private static ReminderClock ReadClock(IConfiguration configuration, bool demo, List<string> problems)
    {
        var text = configuration["Reminders:Clock"] is { Length: > 0 } given ? given : nameof(ReminderClock.Timer);
        if (!Enum.TryParse<ReminderClock>(text, ignoreCase: true, out var clock) || !Enum.IsDefined(clock))
        {
            problems.Add($"Reminders:Clock must be Timer or Hangfire; \"{text}\" is neither.");
        }
        else if (clock == ReminderClock.Hangfire && !FullNuGet.IsBuiltIn)
        {
            problems.Add("Reminders:Clock is Hangfire, which is not built in: say Timer, or build with -p:FullNuGet=true.");
        }
        else if (clock == ReminderClock.Hangfire && demo)
        {
            problems.Add("Reminders:Clock is Hangfire, which goes by the machine's clock and cannot be skipped ahead as the demo's can: say Timer.");
        }

        return clock;
    }

    private static string ReadJournalFolder(IConfiguration configuration, DatabaseEngine engine, string connectionString) =>
        configuration["Database:JournalFolder"] is { Length: > 0 } given ? given
        : engine == DatabaseEngine.Sqlite && Path.GetDirectoryName(new SqliteConnectionStringBuilder(connectionString).DataSource) is { Length: > 0 } beside ? beside
        : "data";

    private static TimeSpan ReadLeave(IConfiguration configuration, List<string> problems)
    {
        const int Longest = 60;
        var seconds = 0;
        var text = configuration["Nodes:LeaveSeconds"];
        if (!string.IsNullOrEmpty(text) && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) || seconds > Longest))
        {
            problems.Add($"Nodes:LeaveSeconds must be a number from 0 to {Longest}; \"{text}\" is none.");
        }

        return TimeSpan.FromSeconds(seconds);
    }

    private static string ReadConnectionString(IConfiguration configuration, DatabaseEngine engine, List<string> problems)
    {
        if (configuration.GetConnectionString("FrontDesk") is { Length: > 0 } given)
        {
            return given;
        }

        if (engine == DatabaseEngine.SqlServer)
        {
            problems.Add("ConnectionStrings:FrontDesk is missing: SQL Server needs a connection string.");
        }

        return "Data Source=data/frontdesk.db";
    }
}

/// <summary>What can wake the reminder round.</summary>
public enum ReminderClock
{
    Timer = 1,
    Hangfire = 2,
}

/// <summary>The databases the desk can keep its books in.</summary>
public enum DatabaseEngine
{
    Sqlite = 1,
    SqlServer = 2,
}

/// <summary>The settings do not make a working desk; the message lists every problem, a line each.</summary>
public sealed class SettingsException(IReadOnlyList<string> problems)
    : Exception("FrontDesk cannot start:" + string.Concat(problems.Select(problem => Environment.NewLine + "  " + problem)))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
