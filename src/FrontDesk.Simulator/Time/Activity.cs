namespace FrontDesk.Simulator.Time;

/// <summary>Counts the work under way at this instant; time must not move on before it is done.</summary>
internal sealed class Activity
{
    private readonly Lock gate = new();
    private int underWay;
    private long begun;
    private TaskCompletionSource? idle;

    /// <summary>How much work ever began: an unchanged figure across a wait means that nothing happened meanwhile.</summary>
    public long Begun => Interlocked.Read(ref begun);

    public void Enter()
    {
        lock (gate)
        {
            underWay++;
            begun++;
        }
    }

    public void Leave()
    {
        TaskCompletionSource? waiting = null;
        lock (gate)
        {
            if (--underWay == 0)
                (waiting, idle) = (idle, null);
        }

        waiting?.SetResult();
    }

    public Task WhenIdle()
    {
        lock (gate)
        {
            if (underWay == 0)
                return Task.CompletedTask;
            idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return idle.Task;
        }
    }

    public Hold Begin()
    {
        Enter();
        return new Hold(this);
    }

    /// <summary>A piece of work; time stands still until it is disposed.</summary>
    internal readonly struct Hold(Activity activity) : IDisposable
    {
        public void Dispose() => activity.Leave();
    }
}
