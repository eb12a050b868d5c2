using FrontDesk.Web.Data;
using FrontDesk.Web.Data.SqlServer;
using FrontDesk.Web.Reconciling;
using FrontDesk.Web.Reminders;

namespace FrontDesk.Web.Nodes;

/// <summary>Counts on in the books while this process lives, goes by their clock, and takes up at once what a process that died left behind.</summary>
public sealed partial class Heartbeat(
    Presence presence, Database database, ReminderBell bell, ReconcileClock reconciling, TimeProvider time, ILogger<Heartbeat> log) : BackgroundService
{
    // What is seen late is taken over late.
    private const int LooksPerBeat = 4;

    // The machine's time, as all that nodes know of each other.
    private static readonly TimeSpan LookEvery = Presence.BeatEvery / LooksPerBeat;

    private bool isToldOfClock;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // The first exchange opens a connection, and says little of the time.
        await RoundAsync(MeasureAsync, cancellationToken);
        await RoundAsync(BeatAsync, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await RoundAsync(cancel => presence.LeaveAsync(time.GetUtcNow(), cancel), CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var look = 1; ; look++)
        {
            await Task.Delay(LookEvery, TimeProvider.System, stoppingToken);
            if (look % LooksPerBeat == 0)
            {
                await RoundAsync(BeatAsync, stoppingToken);
            }

            await RoundAsync(BuryAsync, stoppingToken);
        }
    }

    private async Task BeatAsync(CancellationToken cancel)
    {
        var before = presence.Here;
        if ((await presence.BeatAsync(cancel)).Node != before && before is not null)
        {
            LogBuried();
        }

        await MeasureAsync(cancel);
    }

    private async Task BuryAsync(CancellationToken cancel)
    {
        var buried = await presence.BuryAsync(time.GetUtcNow(), cancel);
        if (buried.Nodes > 0)
        {
            LogTakesOver(buried.Nodes);
            // Whatever was about to be done there, planned or not, is done here.
            bell.Ring();
        }

        if (buried.Comparisons > 0)
        {
            reconciling.Ask();
        }
    }

    private async Task MeasureAsync(CancellationToken cancel)
    {
        if (time is BookClock clock)
        {
            await clock.MeasureAsync(database, cancel);
            var isFarOff = clock.Offset.Duration() > BookClock.Tolerable;
            if (isFarOff && !isToldOfClock)
            {
                LogFarOff(clock.Offset.TotalSeconds);
            }

            isToldOfClock = isFarOff;
        }
    }

    private async Task RoundAsync(Func<CancellationToken, Task> act, CancellationToken cancel)
    {
        try
        {
            await act(cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            LogLater(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Nodes} other node(s) gave no sign of life; this one takes over what they had in hand")]
    private partial void LogTakesOver(int nodes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "This node gave no sign of life for too long and was taken for dead; what it had in hand is others' now")]
    private partial void LogBuried();

    [LoggerMessage(Level = LogLevel.Warning, Message = "This machine's clock is {Seconds:0.0} s behind the database's (before it, where negative). The desk goes by the database's; set the machine's right")]
    private partial void LogFarOff(double seconds);

    [LoggerMessage(Level = LogLevel.Debug, Message = "No sign of life could be given; it is tried again in a second")]
    private partial void LogLater(Exception fault);
}
