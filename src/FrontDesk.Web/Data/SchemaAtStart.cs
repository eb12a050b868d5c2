using FrontDesk.Web.Moving;

namespace FrontDesk.Web.Data;

/// <summary>Sees to it that the books have this version's shape before anybody reads them.</summary>
internal sealed class SchemaAtStart(Settings settings, Migrator migrator, Database database) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => SeeToItAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <exception cref="SchemaRefusedException">The books are older than this version and may not be migrated now, must not be written by it, or hold half a copy.</exception>
    public async Task SeeToItAsync(CancellationToken cancel)
    {
        await HalfCopied.RefuseAsync(database, cancel);
        if (settings.MigratesAtStart)
        {
            await migrator.MigrateAsync(cancel);
        }
        else if (await migrator.PendingAsync(cancel) is { Count: > 0 } pending)
        {
            throw new SchemaRefusedException($"The database lacks {string.Join(", ", pending)}. Run the verb migrate, or set Database:MigrateAtStart to true.");
        }
    }
}
