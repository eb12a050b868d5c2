using FrontDesk.Web.Reminders;
using Microsoft.Extensions.DependencyInjection;

namespace FrontDesk.Tests.Support;

public sealed partial class DeskUnderTest
{
    private DeskHost? second;
    private int delivered;

    public IServiceProvider SecondServices => second!.Services;

    public Uri SecondReached => second!.Reached;

    /// <summary>Another process on the same books: from here on the carrier reaches the one and the other in turn.</summary>
    public void OpensASecondNode()
    {
        second = NewHost();
        Clock.Settle = async cancel =>
        {
            await Services.GetRequiredService<TimerClock>().SettleAsync(cancel);
            await SecondServices.GetRequiredService<TimerClock>().SettleAsync(cancel);
        };
    }

    private Uri NextNode() => second is not null && Interlocked.Increment(ref delivered) % 2 == 0 ? second.Reached : reached;
}
