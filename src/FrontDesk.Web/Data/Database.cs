using System.Collections.Concurrent;
using FrontDesk.Web.Data.SqlServer;

namespace FrontDesk.Web.Data;

/// <summary>The desk's books.</summary>
public sealed class Database : IAsyncDisposable
{
    private const int Looks = 4;

    private readonly ConcurrentBag<Look> idle = [];
    private readonly Writer writer;
    private readonly int keptLooks;
    private int idleLooks;

    internal Database(DatabaseEngine engine, Dialect dialect, Writer writer, int keptLooks)
    {
        Engine = engine;
        Dialect = dialect;
        this.writer = writer;
        this.keptLooks = keptLooks;
    }

    public DatabaseEngine Engine { get; }

    public Dialect Dialect { get; }

    /// <summary>Set where a look that failed may be taken again: over a network, connections break and servers move.</summary>
    internal Func<Exception, bool>? PassesSoon { get; init; }

    /// <summary>
    /// One transaction; the task completes only when it is durable. The act does nothing but database work on what it is given, and
    /// may be run again from its start when it met a neighbour's failure or a deadlock: only its last run counts.
    /// </summary>
    /// <param name="cancel">Honoured only until the act starts: what a caller said is written down though she hung up.</param>
    /// <exception cref="DatabaseUnavailableException">Nothing of it was written: the disk is full, or somebody else holds the books.</exception>
    public Task<T> WriteAsync<T>(Func<Work, Task<T>> act, CancellationToken cancel) => writer.WriteAsync(act, cancel);

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<Work, Task> act, CancellationToken cancel) =>
        writer.WriteAsync(
            async work =>
            {
                await act(work);
                return true;
            },
            cancel);

    /// <summary>Sees what is committed and nothing else. On SQLite the look runs on the asking thread.</summary>
    public Task<T> ReadAsync<T>(Func<Look, Task<T>> look, CancellationToken cancel) =>
        PassesSoon is null ? LookAsync(look, cancel) : LookAgainAsync(look, PassesSoon, cancel);

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        while (idle.TryTake(out var look))
        {
            look.Dispose();
        }
    }

    private async Task<T> LookAgainAsync<T>(Func<Look, Task<T>> look, Func<Exception, bool> passesSoon, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await LookAsync(look, cancel);
            }
            catch (Exception exception) when (attempt < Looks && passesSoon(exception))
            {
                await Task.Delay(SqlServerDialect.Pause(attempt), TimeProvider.System, cancel);
            }
        }
    }

    private async Task<T> LookAsync<T>(Func<Look, Task<T>> look, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var lent = await TakeAsync(cancel);
        var sound = false;
        try
        {
            var seen = await look(lent);
            sound = true;
            return seen;
        }
        finally
        {
            PutBack(lent, sound);
        }
    }

    private async ValueTask<Look> TakeAsync(CancellationToken cancel)
    {
        if (idle.TryTake(out var look))
        {
            Interlocked.Decrement(ref idleLooks);
            return look;
        }

        return new Look(await Dialect.OpenAsync(cancel), Dialect);
    }

    /// <param name="sound">Whatever went wrong may have left the look in the middle of something.</param>
    private void PutBack(Look look, bool sound)
    {
        if (sound && Interlocked.Increment(ref idleLooks) <= keptLooks)
        {
            idle.Add(look);
            return;
        }

        if (sound)
        {
            Interlocked.Decrement(ref idleLooks);
        }

        look.Dispose();
    }
}
