namespace FrontDesk.Web.Data.Sqlite;

/// <summary>An act in the queue to the writer.</summary>
internal abstract class WaitingAct
{
    /// <summary>False when whoever asked has given up; from here on nothing stops it.</summary>
    public abstract bool Starts();

    public abstract void Run(Work work);

    public abstract void Complete();

    public abstract void Fault(Exception exception);
}

/// <summary>An act in the queue to the writer, and the promise of its result.</summary>
internal sealed class WaitingAct<T>(Func<Work, Task<T>> act, CancellationToken cancel) : WaitingAct
{
    // What follows in a request must not run on the writer's thread.
    private readonly TaskCompletionSource<T> promise = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Promise => promise.Task;

    public override bool Starts() => !cancel.IsCancellationRequested || !promise.TrySetCanceled(cancel);

    public override void Run(Work work)
    {
        var running = act(work);
        result = running.IsCompleted
            ? running.GetAwaiter().GetResult()
            : throw new InvalidOperationException("An act does nothing but database work: it awaited something else, and everybody would wait for it.");
    }

    public override void Complete() => promise.SetResult(result!);

    public override void Fault(Exception exception) => promise.SetException(exception);
}
