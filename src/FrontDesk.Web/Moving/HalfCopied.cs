using FrontDesk.Web.Data;

namespace FrontDesk.Web.Moving;

/// <summary>Books that a copy was begun into and never finished: part of the calls is missing, so no desk may take them for its own.</summary>
internal static class HalfCopied
{
    /// <exception cref="SchemaRefusedException">The copy is not finished; the message says how to finish or to drop it.</exception>
    public static async Task RefuseAsync(Database database, CancellationToken cancel)
    {
        if (await new MovingJournal(database).ReadAsync(cancel) is not [var stage, ..])
        {
            return;
        }

        // A path is a file, whatever else a server and its database may be called.
        var from = Path.IsPathFullyQualified(stage.Source) ? DatabaseEngine.Sqlite : DatabaseEngine.SqlServer;
        throw new SchemaRefusedException(
            $"The database holds a copy of {stage.Source} that was cut off before it was verified. Finish it with \"{Verb(from, database.Engine)}\" "
            + "(ConnectionStrings:CopyFrom and CopyTo as before), or drop it by starting on an empty database instead.");
    }

    private static string Verb(DatabaseEngine from, DatabaseEngine to) => $"copy --from {Word(from)} --to {Word(to)}";

    private static string Word(DatabaseEngine engine) => engine switch
    {
        DatabaseEngine.Sqlite => "sqlite",
        DatabaseEngine.SqlServer => "sqlserver",
    };
}
