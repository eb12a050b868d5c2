using FrontDesk.Web;

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

    /// <summary>The desk's own pen is busy until told; where everybody has a pen, somebody else's work is in the way.</summary>
    /// <returns>Once it is: the task that ends when it was let go.</returns>
    public async Task<Task> HoldThePenAsync(ManualResetEventSlim until)
    {
        var isHeld = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var holding = Books.Engine == DatabaseEngine.SqlServer ? HoldTheirsAsync() : Books.WriteAsync(_ => Task.FromResult(Hold()), Cancel);
        await Task.WhenAny(isHeld.Task, holding);
        return holding;

        async Task HoldTheirsAsync()
        {
            await using var held = await HoldTheBooksAsync();
            await Task.Run(Hold, Cancel);
        }

        bool Hold()
        {
            isHeld.TrySetResult();
            until.Wait(Cancel);
            return true;
        }
    }
}
