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
            await SettledAsync(Services, cancel);
            await SettledAsync(SecondServices, cancel);
        };
    }

    private Uri NextNode() => second is not null && Interlocked.Increment(ref delivered) % 2 == 0 ? second.Reached : reached;
}
