using System.Globalization;
using FrontDesk.Sheet;
using FrontDesk.Simulator;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Reconciling;
using FrontDesk.Web.Sheet;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>A desk that took calls before it went down, and the carrier that went on taking them.</summary>
public abstract class MissedHouse : IAsyncLifetime
{
    protected DeskUnderTest Desk { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Desk = await DeskUnderTest.OpenAsync();
        await RoundAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static string Number(int caller) =>
        $"+1{new[] { "212", "213", "323", "415", "702" }[caller / 100]}55501{(caller % 100).ToString("00", CultureInfo.InvariantCulture)}";

    /// <summary>The carrier's lists know nothing finer.</summary>
    protected static DateTimeOffset? ToTheSecond(DateTimeOffset? at) => at?.AddTicks(-(at.Value.Ticks % TimeSpan.TicksPerSecond));

    protected async Task RingAsync(int from, int to)
    {
        for (var caller = from; caller < to; caller++)
        {
            var call = await Desk.Carrier.Telephone(Number(100 + caller)).DialAsync(DeskUnderTest.Line, DeskUnderTest.Cancel);
            await call.WaitUntilEndedAsync(DeskUnderTest.Cancel);
        }
    }

    protected void Change(Func<CarrierNumber, CarrierNumber> change) => Desk.Carrier.Options = Desk.Carrier.Options with
    {
        Numbers = [change(Desk.Carrier.Options.Numbers[0]), .. Desk.Carrier.Options.Numbers.Skip(1)],
    };

    protected async Task WhileDownAsync(Func<Task> meanwhile)
    {
        // The carrier's debugger shows that nobody answers it.
        Desk.Expects("11205");
        await Desk.GoesDownAsync();
        await meanwhile();
        Desk.ComesUp();
    }

    /// <summary>One round made by hand, once no other is under way.</summary>
    protected async Task<ReconcileRun> RoundAsync()
    {
        while (true)
        {
            if (await Desk.Services.GetRequiredService<Reconciliation>().RunAsync(TimeSpan.Zero, DeskUnderTest.Cancel) is { } run)
            {
                return run;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, DeskUnderTest.Cancel);
        }
    }

    /// <summary>Waits until the desk has made one like this by itself.</summary>
    protected async Task RoundsAsync(string like)
    {
        for (var looks = 0; looks < 300; looks++)
        {
            if (await Desk.Books.ReadAsync(look => look.FirstOrDefaultAsync<int>($"select count(*) from reconciliations where {like}"), DeskUnderTest.Cancel) > 0)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, DeskUnderTest.Cancel);
        }

        Assert.Fail($"No round was like this: {like}");
    }

    protected async Task<IReadOnlyList<SheetLine>> SheetAsync() => await Desk.Services.GetRequiredService<CurrentSheet>().LinesAsync(Desk.Desk.Id, DeskUnderTest.Cancel);
}
