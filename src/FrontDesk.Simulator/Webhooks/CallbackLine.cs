using FrontDesk.Simulator.Time;

namespace FrontDesk.Simulator.Webhooks;

/// <summary>Sends callbacks about one call or text in their order; one that is held up on the way is overtaken.</summary>
internal sealed class CallbackLine(WebhookDelivery delivery, CarrierLoop loop, Transcript.Track track)
{
    private static readonly TimeSpan HeldUp = TimeSpan.FromMilliseconds(50);

    private Task last = Task.CompletedTask;

    public void Send(Webhook hook, Action<WebhookOutcome> then) => loop.Start(async () =>
    {
        var before = last;
        var sent = SendAfterAsync(before, hook);
        last = ArrivedOrHeldUpAsync(before, sent);
        then(await sent);
    });

    private async Task<WebhookOutcome> SendAfterAsync(Task before, Webhook hook)
    {
        await before;
        return await delivery.DeliverAsync(hook, track, CancellationToken.None);
    }

    private async Task ArrivedOrHeldUpAsync(Task before, Task sent)
    {
        await before;
        var heldUp = new TaskCompletionSource();
        using var alarm = loop.After(HeldUp, heldUp.SetResult);
        await Task.WhenAny(sent, heldUp.Task);
    }
}
