namespace FrontDesk.Simulator.Time;

/// <summary>Somebody waiting for something that takes time; the clock runs for as long as there is one.</summary>
internal sealed class Want(Task until, string what, DateTimeOffset latest, bool skip)
{
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool Skip { get; } = skip;

    public bool IsMet => until.IsCompleted;

    public bool IsTooLate(DateTimeOffset now) => now >= latest;

    /// <summary>Lets whoever waits go on, once everything of this instant is done.</summary>
    public void Release() => released.TrySetResult();

    public void GiveUp() => Fail(new TimeoutException($"Waited in vain: {what}."));

    public void Fail(Exception fault) => released.TrySetException(fault);

    public async Task WaitAsync(CancellationToken cancel)
    {
        await released.Task.WaitAsync(cancel);
        await until;
    }
}
