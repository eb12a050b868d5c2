namespace FrontDesk.Web.Reminders;

/// <summary>Rung when something may have become due: wakes the round early. Rung twice, it wakes once.</summary>
public sealed class ReminderBell
{
    private readonly Lock gate = new();
    private TaskCompletionSource rung = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsRung => Rung.IsCompleted;

    /// <summary>Done once it is rung, until it is quietened.</summary>
    public Task Rung
    {
        get
        {
            lock (gate)
            {
                return rung.Task;
            }
        }
    }

    public void Ring()
    {
        lock (gate)
        {
            rung.TrySetResult();
        }
    }

    public void Quieten()
    {
        lock (gate)
        {
            if (rung.Task.IsCompleted)
            {
                rung = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
