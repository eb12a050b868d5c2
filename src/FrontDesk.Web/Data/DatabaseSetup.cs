using FrontDesk.Web.Data.Sqlite;
using FrontDesk.Web.Data.SqlServer;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FrontDesk.Web.Data;

/// <summary>The books, opened and brought up to date before anything reads them.</summary>
public static class DatabaseSetup
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, Settings settings)
    {
        services.TryAddSingleton<TimeProvider>(_ => settings.Engine == DatabaseEngine.SqlServer ? new BookClock() : TimeProvider.System);
        services.AddSingleton(_ => Open(settings.Engine, settings.ConnectionString));
        services.AddSingleton(settings);
        services.AddSingleton<Migrator>();
        services.AddSingleton<SchemaAtStart>();
        services.AddSingleton<SnapshotAdvice>();
        // Hosted services start in the order they were added, and these come with the database.
        return services.AddHostedService(desk => desk.GetRequiredService<SchemaAtStart>()).AddHostedService(desk => desk.GetRequiredService<SnapshotAdvice>());
    }

    internal static Database Open(DatabaseEngine engine, string connectionString, bool rehearses = false)
    {
        ColumnTypes.Register();
        return engine switch
        {
            DatabaseEngine.Sqlite => OpenSqlite(new SqliteDialect(connectionString), rehearses),
            DatabaseEngine.SqlServer => OpenSqlServer(new SqlServerDialect(connectionString)),
        };
    }

    // As many looks are kept as cores can look at once; SQL Server's driver keeps its own.
    private static Database OpenSqlite(SqliteDialect dialect, bool rehearses) =>
        new(DatabaseEngine.Sqlite, dialect, new SqliteWriter(dialect, rehearses), keptLooks: Math.Max(4, Environment.ProcessorCount * 2));

    private static Database OpenSqlServer(SqlServerDialect dialect) =>
        new(DatabaseEngine.SqlServer, dialect, new SqlServerWriter(dialect), keptLooks: 0) { PassesSoon = SqlServerDialect.PassesSoon };
}
