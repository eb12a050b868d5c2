using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Nodes;

/// <summary>
/// Keeps nodes on the same books of one mind: tells the others what changed here, and takes up what changed there. Apart from the acts
/// themselves, so that whoever answers a call waits neither for it nor, over it, for another call of the same desk.
/// </summary>
public sealed partial class ChangeFeed(Database database, SheetChanges sheets, DeskBook desks, ReminderBell bell, ILogger<ChangeFeed> log) : BackgroundService
{
    // All three are the machine's time, not the desk's: the demo clock does not run them.
    private static readonly TimeSpan WhileWatched = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Otherwise = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(25);

    private readonly SemaphoreSlim telling = new(1);
    private Dictionary<Guid, long>? known;

    /// <summary>Whatever is new here by now.</summary>
    public async Task TellAsync(CancellationToken cancel)
    {
        await telling.WaitAsync(cancel);
        var untold = sheets.TakeUntold();
        try
        {
            if (untold.Count > 0)
            {
                var counted = await database.WriteAsync(work => CountAsync(work, untold), cancel);
                PassOver(counted);
            }
        }
        catch
        {
            sheets.PutBackUntold(untold);
            throw;
        }
        finally
        {
            telling.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // The last calls were answered after the web server was told to stop.
        await RoundAsync(TellAsync, CancellationToken.None);
    }

    public override void Dispose()
    {
        telling.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wentWell = await RoundAsync(TellAsync, stoppingToken) && await RoundAsync(HearAsync, stoppingToken);
            var stirred = await sheets.StirsWithinAsync(wentWell && sheets.IsWatched ? WhileWatched : Otherwise, stoppingToken);
            // Calls come in volleys of webhooks, which one act can tell of.
            await Task.Delay(stirred && wentWell ? Gathering : stirred ? Otherwise : TimeSpan.Zero, TimeProvider.System, stoppingToken);
        }
    }

    private async Task HearAsync(CancellationToken cancel)
    {
        var now = await database.ReadAsync(Changes.AllAsync, cancel);
        var before = known;
        if (now.GetValueOrDefault(Changes.Desks) != desks.Times)
        {
            await desks.ReloadAsync(cancel);
        }

        known = new Dictionary<Guid, long>(now);
        // What changed before the first look is in everything that is shown.
        foreach (var topic in before is null ? [] : now.Keys.Where(topic => before.GetValueOrDefault(topic) != now[topic]))
        {
            TakeUp(topic);
        }
    }

    private void TakeUp(Guid topic)
    {
        if (topic == Changes.Due)
        {
            bell.Ring();
        }
        else if (topic != Changes.Desks)
        {
            sheets.ChangedElsewhere(topic);
        }
    }

    private static async Task<IReadOnlyDictionary<Guid, long>> CountAsync(Work work, IReadOnlyList<Guid> untold)
    {
        var counted = new Dictionary<Guid, long>();
        foreach (var topic in untold)
        {
            counted[topic] = await Changes.CountAsync(work, topic);
        }

        return counted;
    }

    /// <summary>Our own news is none to us, unless another's came with it.</summary>
    private void PassOver(IReadOnlyDictionary<Guid, long> counted)
    {
        foreach (var (topic, times) in counted)
        {
            if (known is { } seen && seen.GetValueOrDefault(topic) == times - 1)
            {
                seen[topic] = times;
            }
        }
    }

    /// <returns>False when the books cannot be had, which others say loudly enough.</returns>
    private async Task<bool> RoundAsync(Func<CancellationToken, Task> act, CancellationToken cancel)
    {
        try
        {
            await act(cancel);
            return true;
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            LogLater(fault);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Other nodes could not be told or heard; it is tried again in a second")]
    private partial void LogLater(Exception fault);
}
