using System.Data.Common;
using FrontDesk.Benchmarks.Seeding;
using FrontDesk.Desks;
using FrontDesk.Web;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace FrontDesk.Benchmarks.Killing;

/// <summary>The books a desk is killed over: a file with some history, or a database of its own on a server; gone afterwards.</summary>
public sealed class KilledBooks : IAsyncDisposable
{
    private readonly ServerDatabase? server;

    private KilledBooks(DatabaseEngine engine, string connectionString, string folder, ServerDatabase? server) =>
        (Engine, ConnectionString, Folder, this.server) = (engine, connectionString, folder, server);

    public DatabaseEngine Engine { get; }

    public string ConnectionString { get; }

    /// <summary>For what lies beside them: the journal, the desk's own words.</summary>
    public string Folder { get; }

    public static async Task<KilledBooks> MakeAsync(DatabaseEngine engine, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("frontdesk-kill-").FullName;
        if (engine == DatabaseEngine.Sqlite)
        {
            var file = Path.Combine(folder, "frontdesk.db");
            File.Copy(await PastCalls.MakeAsync(1_000, cancel), file);
            return new(engine, $"Data Source={file}", folder, server: null);
        }

        var server = await ServerDatabase.MakeAsync("kill", cancel);
        var made = new KilledBooks(engine, server.ConnectionString, folder, server);
        await made.FillAsync(cancel);
        return made;
    }

    /// <summary>A way in that is not the desk's own.</summary>
    public DbConnection Open()
    {
        DbConnection connection = Engine == DatabaseEngine.Sqlite ? new SqliteConnection($"{ConnectionString};Pooling=False") : new SqlConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>For whoever wants to see what went wrong.</summary>
    public bool AreKept { get; set; }

    public async ValueTask DisposeAsync()
    {
        if (AreKept)
        {
            return;
        }

        Directory.Delete(Folder, recursive: true);
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    private async Task FillAsync(CancellationToken cancel)
    {
        await using var database = DatabaseSetup.Open(Engine, ConnectionString);
        await new Migrator(database, TimeProvider.System).MigrateAsync(cancel);
        var number = PhoneNumber.Parse(Account.LineNumber);
        await new DeskBook(database).SaveAsync(
            new Desk
            {
                Id = Guid.CreateVersion7(PastCalls.Now),
                Name = "miller",
                BossName = "Margaret Miller",
                Pronoun = Pronoun.She,
                Persona = "Jamie",
                Zone = "America/Los_Angeles",
                Hours = new DeskHours { WakingFrom = new(7, 0), WakingTo = new(22, 0), Opens = new(9, 0), Closes = new(18, 0) },
                Wording = new Wording(),
                Lines = [new Line { Id = Guid.CreateVersion7(PastCalls.Now), Number = number, Label = "main" }],
                Phones = [],
            },
            cancel);
    }
}
