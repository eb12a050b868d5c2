using System.Data.Common;
using FrontDesk.Web.Brief;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Erasing;
using FrontDesk.Web.Reconciling;

namespace FrontDesk.Web.Commands;

/// <summary>What can be asked of the desk without a browser. Without a verb it answers the phone.</summary>
internal static class CommandLine
{
    private static readonly Verb[] Verbs =
    [
        new("migrate", "[--dry-run]", "brings the database to this version's shape", MigrateVerb.RunAsync),
        new("config export", "FILE", "writes desks, lines, phones, hours, wording and contacts as JSON", ConfigVerbs.ExportAsync),
        new("config apply", "FILE", "adds and changes what the file says, all of it or nothing; removes no desk and no contact", ConfigVerbs.ApplyAsync),
        new("user add", "--name NAME [--replace]", "lets somebody sign in; the password is asked for, or read from the input", AccessVerbs.AddUserAsync),
        new("pin set", "--desk NAME", "gives the boss of a desk a PIN for the brief; it is asked for, or read from the input", PinVerb.SetAsync),
        new("reconcile", "", "compares the carrier's calls, texts and numbers with ours; what was missing is written down", ReconcileVerb.RunAsync),
        new("copy", "--from ENGINE --to ENGINE", "copies all books between sqlite and sqlserver (ConnectionStrings:CopyFrom, CopyTo), and verifies every row", CopyVerb.RunAsync),
        new("erase", "--desk NAME --number N [--dry-run]", "forgets whoever has that number: card, names, words, all of it, and there is no way back", EraseVerb.RunAsync),
        new("token add", "--name NAME", "lets a program use the API; the token is printed once", AccessVerbs.AddTokenAsync),
    ];

    /// <returns>0 fine, 1 a problem was found, 2 misuse.</returns>
    public static async Task<int> RunAsync(string[] args, Func<string[], Task> serveAsync)
    {
        try
        {
            if (args is [] || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h")))
            {
                await serveAsync(args);
                return Verb.Fine;
            }

            return args[0] is "--help" or "-h" or "help" ? Help() : await RunVerbAsync(args);
        }
        catch (MisuseException misuse)
        {
            await Console.Error.WriteLineAsync($"{misuse.Message}{Environment.NewLine}{Environment.NewLine}{Usage()}");
            return Verb.Misuse;
        }
        catch (Exception problem) when (problem is SettingsException or SchemaRefusedException or DatabaseUnavailableException or DbException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return Verb.Problem;
        }
    }

    private static async Task<int> RunVerbAsync(string[] args)
    {
        var verb = Array.Find(Verbs, verb => verb.Begins(args)) ?? throw new MisuseException($"There is no \"{string.Join(' ', args.Take(2))}\".");
        await using var desk = Desk();
        return await verb.RunAsync(new VerbCall(verb, args[verb.Words.Split(' ').Length..], desk), CancellationToken.None);
    }

    private static ServiceProvider Desk()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.AddUserSecrets();
        // What a verb has to say it says itself.
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddFilter("FrontDesk.Web.Erasing", LogLevel.Error);
        var settings = Settings.Read(builder.Configuration);
        builder.Services.AddDatabase(settings);
        builder.Services.AddDesks();
        builder.Services.AddPins();
        builder.Services.AddComparing(settings);
        builder.Services.AddSingleton<Erasure>();
        return builder.Services.BuildServiceProvider();
    }

    private static int Help()
    {
        Console.WriteLine(Usage());
        return Verb.Fine;
    }

    private static string Usage() => string.Join(
        Environment.NewLine,
        Verbs.Select(verb => $"  {verb.Words + " " + verb.Takes,-36}{verb.Says}").Prepend("Without a verb, FrontDesk answers the phone. Verbs:"));
}
