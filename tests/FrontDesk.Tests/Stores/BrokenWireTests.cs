using System.Net;
using System.Net.Sockets;
using FrontDesk.Tests.Support;
using FrontDesk.Web;
using FrontDesk.Web.Data;
using Microsoft.Data.SqlClient;
using Xunit;

namespace FrontDesk.Tests.Stores;

/// <summary>A database at the other end of a wire: what breaks on the way is made good, and said in a sentence where it can't be.</summary>
public sealed class BrokenWireTests : IAsyncLifetime
{
    private TestBooks books = null!;
    private Wire wire = null!;
    private Database database = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        books = await TestBooks.LendAsync(DatabaseEngine.SqlServer, Cancel);
        var server = new SqlConnectionStringBuilder(books.ConnectionString);
        wire = Wire.To(server.DataSource);
        server.DataSource = $"127.0.0.1,{wire.Port}";
        server.ConnectTimeout = 5;
        database = DatabaseSetup.Open(DatabaseEngine.SqlServer, server.ConnectionString);
        await NoteAsync("before");
    }

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
        {
            await database.DisposeAsync();
            wire.Dispose();
            await books.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_look_and_an_act_after_a_cut_find_another_connection()
    {
        wire.Cut();
        Assert.Equal(["before"], await NotesAsync());
        wire.Cut();
        await NoteAsync("after");
        Assert.Equal(["after", "before"], await NotesAsync());
    }

    [Fact]
    public async Task An_act_that_is_cut_off_is_run_again_and_counts_once()
    {
        var runs = 0;
        await database.WriteAsync(
            async work =>
            {
                await InsertAsync(work, "once");
                if (++runs == 1)
                {
                    wire.Cut();
                }

                await work.ExecuteAsync("update inbox set received_at = 2 where event_key = 'once'");
            },
            Cancel);

        Assert.Equal(2, runs);
        Assert.Equal(["before", "once"], await NotesAsync());
    }

    [Fact]
    public async Task A_look_that_is_cut_off_is_taken_again()
    {
        var looks = 0;
        var notes = await database.ReadAsync(
            async look =>
            {
                if (++looks == 1)
                {
                    await look.QueryAsync<int>("select 1");
                    wire.Cut();
                }

                return await look.QueryAsync<string>("select event_key from inbox order by event_key");
            },
            Cancel);

        Assert.Equal(2, looks);
        Assert.Equal(["before"], notes);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_said_in_a_sentence_and_passes()
    {
        wire.Dispose();

        var gone = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => NoteAsync("never"));

        Assert.StartsWith("SQL Server could not be reached: ", gone.Message, StringComparison.Ordinal);
        Assert.True(database.Dialect.IsPassing(gone));
    }

    private Task<int> NoteAsync(string said) => database.WriteAsync(work => InsertAsync(work, said), Cancel);

    private static Task<int> InsertAsync(Work work, string said) => work.ExecuteAsync("insert into inbox (event_key, received_at) values (@said, 1)", new { said });

    private Task<IReadOnlyList<string>> NotesAsync() =>
        database.ReadAsync(look => look.QueryAsync<string>("select event_key from inbox order by event_key"), Cancel);

    /// <summary>Passes on what it is given, both ways, until it is cut.</summary>
    private sealed class Wire : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly List<TcpClient> ends = [];
        private readonly Lock gate = new();
        private readonly (string Host, int Port) server;

        private Wire(string host, int port)
        {
            server = (host, port);
            listener.Start();
            _ = AcceptAsync();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        /// <param name="dataSource">"server,port"; the port is 1433 where none is told.</param>
        public static Wire To(string dataSource) => dataSource.Replace("tcp:", "", StringComparison.OrdinalIgnoreCase).Split(',') is [var host, var port]
            ? new(host, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture))
            : new(dataSource, 1433);

        public void Cut()
        {
            lock (gate)
            {
                ends.ForEach(end => end.Close());
                ends.Clear();
            }
        }

        public void Dispose()
        {
            listener.Stop();
            Cut();
        }

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    _ = JoinAsync(await listener.AcceptTcpClientAsync(Cancel));
                }
            }
            catch (Exception over) when (over is SocketException or ObjectDisposedException or OperationCanceledException)
            {
            }
        }

        private async Task JoinAsync(TcpClient near)
        {
            var far = new TcpClient();
            await far.ConnectAsync(server.Host, server.Port, Cancel);
            lock (gate)
            {
                ends.AddRange([near, far]);
            }

            await Task.WhenAny(PassAsync(near, far), PassAsync(far, near));
            near.Close();
            far.Close();
        }

        private static async Task PassAsync(TcpClient from, TcpClient to)
        {
            try
            {
                await from.GetStream().CopyToAsync(to.GetStream(), Cancel);
            }
            catch (Exception over) when (over is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
            {
            }
        }
    }
}
