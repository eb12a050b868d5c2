using Microsoft.Data.SqlClient;

namespace FrontDesk.Benchmarks;

/// <summary>A database of this process's own on the server of FRONTDESK_TEST_SQLSERVER; gone afterwards, unless it is kept.</summary>
public sealed class ServerDatabase : IAsyncDisposable
{
    private const string Server = "FRONTDESK_TEST_SQLSERVER";

    /// <summary>A node that was just killed may be at its last statement there.</summary>
    private const int TriesToDrop = 60;

    private readonly string server;
    private readonly string name;

    private ServerDatabase(string server, string name) =>
        (this.server, this.name, ConnectionString) = (server, name, new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString);

    public string ConnectionString { get; }

    /// <param name="what">What it is for; a word, part of its name.</param>
    /// <exception cref="InvalidOperationException">There is no such server.</exception>
    public static async Task<ServerDatabase> MakeAsync(string what, CancellationToken cancel)
    {
        var server = Environment.GetEnvironmentVariable(Server) is { Length: > 0 } given ? given : throw new InvalidOperationException($"{Server} is not set: no server to keep books on.");
        var made = new ServerDatabase(server, $"frontdesk_{what}_{Environment.ProcessId}");
        await RunAsync(server, $"create database {made.name}", cancel);
        return made;
    }

    /// <summary>Takes as long as it takes.</summary>
    public Task RunAsync(string sql, CancellationToken cancel) => RunAsync(ConnectionString, sql, cancel);

    public async ValueTask DisposeAsync()
    {
        SqlConnection.ClearAllPools();
        for (var tries = 1; ; tries++)
        {
            try
            {
                await RunAsync(server, $"drop database {name}", CancellationToken.None);
                return;
            }
            catch (SqlException) when (tries < TriesToDrop)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, CancellationToken.None);
            }
        }
    }

    private static async Task RunAsync(string connectionString, string sql, CancellationToken cancel)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // the statements are made of constants, the schema's names and the number of this process
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancel);
    }
}
