using FrontDesk.Web.Brief;
using FrontDesk.Web.Desks;

namespace FrontDesk.Web.Demo;

/// <summary>In the demo every boss has the same PIN, written where everybody sees it; nowhere else is there one before somebody sets it.</summary>
public sealed class DemoPin(DeskBook desks, PinBook pins) : IHostedService
{
    public const string Digits = "246810";

    public Task StartAsync(CancellationToken cancellationToken) =>
        desks.All.All(desk => desk.HasPin) ? Task.CompletedTask : pins.SetWhereNoneIsAsync(Digits, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
