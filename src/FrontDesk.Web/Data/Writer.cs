namespace FrontDesk.Web.Data;

/// <summary>How acts become durable: on SQLite through one pen, on SQL Server a connection each.</summary>
internal abstract class Writer : IAsyncDisposable
{
    public abstract Task<T> WriteAsync<T>(Func<Work, Task<T>> act, CancellationToken cancel);

    public abstract ValueTask DisposeAsync();
}
