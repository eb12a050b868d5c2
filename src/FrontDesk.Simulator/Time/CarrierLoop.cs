using System.Collections.Concurrent;

namespace FrontDesk.Simulator.Time;

/// <summary>
/// The carrier's own thread of thought: everything it decides runs here one step after the other, so that its state needs
/// no locks and the clock can tell when it is done with an instant. HTTP and the service under test run beside it.
/// </summary>
internal sealed class CarrierLoop(SimulatorClock clock, Action<Exception> fault) : SynchronizationContext
{
    private readonly ConcurrentQueue<(SendOrPostCallback Step, object? State)> queue = new();
    private int waiting;

    public override void Post(SendOrPostCallback d, object? state)
    {
        clock.Activity.Enter();
        queue.Enqueue((d, state));
        if (Interlocked.Increment(ref waiting) == 1)
            ThreadPool.UnsafeQueueUserWorkItem(static loop => loop.Drain(), this, preferLocal: false);
    }

    /// <summary>Runs work on the loop and brings its result out to another thread.</summary>
    public Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(state => _ = Complete(done, work), null);
        return done.Task;
    }

    /// <summary>Begins work on the loop and hands it out, still under way.</summary>
    public Task<Task> BeginAsync(Func<Task> work)
    {
        var begun = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(_ => begun.SetResult(UnderWay(work)), null);
        return begun.Task;

        static async Task UnderWay(Func<Task> work) => await work();
    }

    public Task<T> RunAsync<T>(Func<T> work) => RunAsync(() => Task.FromResult(work()));

    public Task RunAsync(Action work) => RunAsync(() =>
    {
        work();
        return true;
    });

    /// <summary>Starts work nobody waits for.</summary>
    public void Start(Func<Task> work) => Post(state => _ = Watch(work), null);

    public IDisposable After(TimeSpan delay, Action act, Patience? patience = null) => new Alarm(this, clock, delay, act, patience);

    private static async Task Complete<T>(TaskCompletionSource<T> done, Func<Task<T>> work)
    {
        try
        {
            done.SetResult(await work());
        }
        catch (OperationCanceledException stopped)
        {
            done.SetCanceled(stopped.CancellationToken);
        }
        catch (Exception error)
        {
            done.SetException(error);
        }
    }

    private async Task Watch(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // The carrier closed, or a leg ended; whoever ended it has done the rest.
        }
        catch (Exception error)
        {
            fault(error);
        }
    }

    private void Drain()
    {
        var before = Current;
        SetSynchronizationContext(this);
        do
        {
            queue.TryDequeue(out var next);
            try
            {
                lock (clock.Firing)
                    next.Step(next.State);
            }
            catch (Exception error)
            {
                fault(error);
            }

            clock.Activity.Leave();
        }
        while (Interlocked.Decrement(ref waiting) > 0);
        SetSynchronizationContext(before);
    }

    /// <summary>An act on the loop after a time, unless disposed before.</summary>
    private sealed class Alarm : IDisposable
    {
        private readonly ITimer timer;
        private bool off;

        public Alarm(CarrierLoop loop, SimulatorClock clock, TimeSpan delay, Action act, Patience? patience) =>
            timer = clock.Start(delay, () => loop.Post(_ =>
            {
                if (!off)
                    act();
            }, null), patience);

        public void Dispose()
        {
            off = true;
            timer.Dispose();
        }
    }
}
