using FrontDesk.Reconciling;
using FrontDesk.Web.Calls;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Reconciling;

/// <summary>Compares after every start, then hourly; sooner where something was left, or somebody asks.</summary>
public sealed partial class ReconcileClock(
    Reconciliation reconciliation, CallJournal journal, Answering answering, IHostApplicationLifetime life, TimeProvider time, ILogger<ReconcileClock> log) : BackgroundService
{
    /// <summary>Another node has done it within this time.</summary>
    private static readonly TimeSpan DoneByOthers = RoundTimes.Every / 2;

    private readonly SemaphoreSlim asked = new(0, 1);

    /// <summary>As soon as may be; asked twice, it is done once.</summary>
    public void Ask()
    {
        try
        {
            asked.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is to begin already.
        }
    }

    public override void Dispose()
    {
        asked.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        var (unlessWithin, brokenOff) = (TimeSpan.Zero, 0);
        while (true)
        {
            var run = await RunAsync(unlessWithin, stoppingToken);
            brokenOff = run?.State == RunState.BrokenOff ? brokenOff + 1 : 0;
            // Where somebody else is at it, whoever it is may have died over it.
            var leftSomething = run is null ? unlessWithin == TimeSpan.Zero : run.LeftForLater > 0;
            var isAsked = await IsAskedWithinAsync(RoundTimes.After(leftSomething, brokenOff), stoppingToken);
            unlessWithin = isAsked || (run is not null && (leftSomething || brokenOff > 0)) ? TimeSpan.Zero : DoneByOthers;
        }
    }

    private async Task<ReconcileRun?> RunAsync(TimeSpan unlessWithin, CancellationToken cancel)
    {
        try
        {
            // What callers said while the books could not be written comes first: their calls are none that we missed.
            await journal.ReplayAsync(answering, cancel);
            return await reconciliation.RunAsync(unlessWithin, cancel);
        }
        catch (DatabaseUnavailableException shut)
        {
            LogBooksShut(shut.Message);
            return new ReconcileRun { State = RunState.BrokenOff };
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogLater(fault);
            return new ReconcileRun { State = RunState.BrokenOff };
        }
    }

    /// <summary>The demo's carrier is this very process, and answers once that does.</summary>
    private async Task StartedAsync(CancellationToken cancel)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = life.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(cancel);
    }

    private async Task<bool> IsAskedWithinAsync(TimeSpan wait, CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var bell = asked.WaitAsync(either.Token);
        var first = await Task.WhenAny(bell, Task.Delay(wait, time, either.Token));
        await either.CancelAsync();
        cancel.ThrowIfCancellationRequested();
        return first == bell;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The round over the carrier's lists waits for the books: {Why}")]
    private partial void LogBooksShut(string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "The round over the carrier's lists could not be made; the next one follows")]
    private partial void LogLater(Exception fault);
}
