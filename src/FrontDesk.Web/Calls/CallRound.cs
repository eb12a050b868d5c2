namespace FrontDesk.Web.Calls;

/// <summary>Each minute: what the journal kept goes into the books, what is over is put away; now and then, calls nobody hears of are looked after.</summary>
public sealed partial class CallRound(CallJournal journal, Answering answering, CallFiling filing, LostCalls lost, CallerNames names, TimeProvider time, ILogger<CallRound> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenSearches = TimeSpan.FromMinutes(5);

    private readonly Rest rest = new(time);
    private DateTimeOffset searched = DateTimeOffset.MinValue;

    /// <summary>Done once the round of this minute is, so that a clock that only moves when told may be moved on.</summary>
    public Task SettleAsync(CancellationToken cancel) => rest.SettleAsync(cancel);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => rest.BetweenAsync(Every, RoundAsync, LogLater, stoppingToken);

    private async Task RoundAsync(CancellationToken cancel)
    {
        await journal.ReplayAsync(answering, cancel);
        await filing.FileAsync(time.GetUtcNow(), cancel);
        if (time.GetUtcNow() - searched >= BetweenSearches)
        {
            searched = time.GetUtcNow();
            await lost.CloseAsync(searched, cancel);
        }

        await names.LookUpAsync(time.GetUtcNow(), cancel);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The round over the calls failed; the next one goes on from there")]
    private partial void LogLater(Exception fault);
}
