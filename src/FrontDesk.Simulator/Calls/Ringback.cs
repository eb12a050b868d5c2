namespace FrontDesk.Simulator.Calls;

/// <summary>The tone a caller hears until somebody is connected, or nobody is.</summary>
internal sealed class Ringback : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly CancellationTokenSource stop;
    private bool over;

    public Ringback(Leg leg)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(leg.Turn);
        leg.Board.Loop.Start(() => leg.TellAsync("[ringing]", Longest.TotalSeconds, stop.Token));
    }

    public void Dispose()
    {
        if (over)
            return;
        over = true;
        stop.Cancel();
        stop.Dispose();
    }
}
