using FrontDesk.Web.Brief;
using FrontDesk.Web.Desks;

namespace FrontDesk.Web.Demo;

/// <summary>In the demo every boss has the same PIN, written where everybody sees it; nowhere else is there one before somebody sets it.</summary>
public sealed class DemoPin(DeskBook desks, PinBook pins) : IHostedService
{
    public const string Digits = "246810";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var desk in desks.All.Where(desk => !desk.HasPin))
        {
            await pins.SetAsync(desk, Digits, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
