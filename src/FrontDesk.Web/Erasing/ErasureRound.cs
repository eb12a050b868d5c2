namespace FrontDesk.Web.Erasing;

/// <summary>Each minute: whoever was to be forgotten, and was on the line then.</summary>
public sealed partial class ErasureRound(Erasure erasure, TimeProvider time, ILogger<ErasureRound> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly Rest rest = new(time);

    /// <summary>Done once the round of this minute is, so that a clock that only moves when told may be moved on.</summary>
    public Task SettleAsync(CancellationToken cancel) => rest.SettleAsync(cancel);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => rest.BetweenAsync(Every, erasure.FinishAsync, LogLater, stoppingToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "Somebody who waits to be forgotten could not be; the next round tries again")]
    private partial void LogLater(Exception fault);
}
