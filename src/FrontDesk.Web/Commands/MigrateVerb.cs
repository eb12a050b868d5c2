using FrontDesk.Web.Data;

namespace FrontDesk.Web.Commands;

/// <summary>"migrate".</summary>
internal static class MigrateVerb
{
    public static async Task<int> RunAsync(VerbCall call, CancellationToken cancel)
    {
        var rehearsal = call.Flag("--dry-run");
        call.NothingElse();
        var migrator = call.Of<Migrator>();
        var scripts = rehearsal ? await migrator.PendingAsync(cancel) : await migrator.MigrateAsync(cancel);
        foreach (var script in scripts)
        {
            Console.WriteLine($"{(rehearsal ? "would run" : "ran")} {script}");
        }

        if (scripts.Count == 0)
        {
            Console.WriteLine("The database is up to date.");
        }

        return Verb.Fine;
    }
}
