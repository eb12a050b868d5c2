namespace FrontDesk.Web.Erasing;

/// <summary>Each minute: whoever was to be forgotten, and was on the line then.</summary>
public sealed partial class ErasureRound(Erasure erasure, TimeProvider time, ILogger<ErasureRound> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await erasure.FinishAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogLater(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Somebody who waits to be forgotten could not be; the next round tries again")]
    private partial void LogLater(Exception fault);
}
