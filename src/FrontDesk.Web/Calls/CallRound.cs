namespace FrontDesk.Web.Calls;

/// <summary>Each minute: what the journal kept goes into the books, what is over is put away; now and then, calls nobody hears of are looked after.</summary>
public sealed partial class CallRound(CallJournal journal, Answering answering, CallFiling filing, LostCalls lost, CallerNames names, TimeProvider time, ILogger<CallRound> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenSearches = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        var searched = DateTimeOffset.MinValue;
        do
        {
            try
            {
                await journal.ReplayAsync(answering, stoppingToken);
                await filing.FileAsync(time.GetUtcNow(), stoppingToken);
                if (time.GetUtcNow() - searched >= BetweenSearches)
                {
                    searched = time.GetUtcNow();
                    await lost.CloseAsync(searched, stoppingToken);
                }

                await names.LookUpAsync(time.GetUtcNow(), stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogLater(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The round over the calls failed; the next one goes on from there")]
    private partial void LogLater(Exception fault);
}
