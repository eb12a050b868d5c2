namespace FrontDesk.Simulator.Time;

/// <summary>Somebody waiting for something that takes time; the clock runs for as long as there is one.</summary>
internal sealed class Want(Task until, string what, DateTimeOffset latest, bool skip)
{
    private readonly TaskCompletionSource givenUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool Skip { get; } = skip;

    public DateTimeOffset Latest { get; } = latest;

    public bool IsOver => until.IsCompleted || givenUp.Task.IsCompleted;

    public void GiveUp() => Fail(new TimeoutException($"Waited in vain: {what}."));

    public void Fail(Exception fault) => givenUp.TrySetException(fault);

    public async Task WaitAsync(CancellationToken cancel) =>
        await await Task.WhenAny(until, givenUp.Task).WaitAsync(cancel);
}
