using FrontDesk.Web.Data;
using FrontDesk.Web.Data.SqlServer;

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

        if (await call.Of<SnapshotAdvice>().WordsAsync(cancel) is { } advice)
        {
            Console.WriteLine(advice);
        }

        return Verb.Fine;
    }
}
