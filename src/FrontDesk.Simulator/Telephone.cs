using FrontDesk.Simulator.Calls;
using FrontDesk.Simulator.Telephones;

namespace FrontDesk.Simulator;

/// <summary>A telephone somewhere in the world, with somebody or something at it.</summary>
public sealed class Telephone
{
    private readonly Switchboard board;
    private readonly Journal<PhoneCall> calls = new();
    private readonly Journal<TextSeen> texts = new();
    private readonly Journal<VoicemailLeft> voicemails = new();
    private readonly Queue<TaskCompletionSource<PhoneCall>> atTheReady = new();

    private TaskCompletionSource awaited = new();

    internal Telephone(Switchboard board, string number) => (this.board, Number) = (board, number);

    /// <summary>E.164, or the spelling under which a withheld number arrives.</summary>
    public string Number { get; }

    public Behaviour Behaviour { get; set; } = new Behaviour.Person();

    /// <summary>What becomes of texts to this telephone.</summary>
    public TextOutcome TextOutcome { get; set; } = new TextOutcome.Delivered();

    /// <summary>False for a landline, which takes no texts.</summary>
    public bool IsMobile { get; set; } = true;

    public Place? Place { get; set; }

    /// <summary>Every call to or from this telephone, in order.</summary>
    public IReadOnlyList<PhoneCall> Calls => calls.ToArray();

    /// <summary>Calls ringing here now.</summary>
    public IReadOnlyList<PhoneCall> Ringing =>
        Array.FindAll(calls.ToArray(), call => call.State == PhoneCallState.Ringing && call.To == Number);

    public IReadOnlyList<TextSeen> Texts => texts.ToArray();

    public IReadOnlyList<VoicemailLeft> Voicemails => voicemails.ToArray();

    /// <summary>True when this telephone said STOP to any of the account's numbers and not START since.</summary>
    public bool OptedOut => board.Texts.IsOptedOut(Number);

    /// <summary>Rings a number; returns as soon as it does.</summary>
    public async Task<PhoneCall> DialAsync(string to, CancellationToken cancel, DialExtras? extras = null)
    {
        var leg = await board.Loop.RunAsync(() => InboundCall.Begin(board, this, to, extras ?? new DialExtras())).WaitAsync(cancel);
        return leg.Phone;
    }

    /// <summary>Waits for the next call to ring here, and answers it.</summary>
    public async Task<PhoneCall> PickUpAsync(CancellationToken cancel)
    {
        var ready = new TaskCompletionSource<PhoneCall>();
        await board.LetAsync(async () =>
        {
            if (Array.Find([.. Ringing], call => !call.Decision.Task.IsCompleted) is { } ringing)
                PickUp(ringing, ready);
            else
                atTheReady.Enqueue(ready);
            using var given = cancel.Register(() => ready.TrySetCanceled(cancel));
            var call = await ready.Task;
            await Task.WhenAny(call.WhenConnected, call.WhenEnded);
        }, $"{Number} to ring", cancel);
        return await ready.Task;
    }

    /// <summary>Sends a text and waits until the service has answered it.</summary>
    public async Task<CarrierMessage> SendTextAsync(string to, string body, CancellationToken cancel)
    {
        CarrierMessage? sent = null;
        var number = board.Owned(to) ?? throw new ArgumentException($"{to} is not one of the account's numbers", nameof(to));
        await board.LetAsync(async () => sent = await board.Texts.ReceiveAsync(this, number, body), $"the text of {Number} to be answered", cancel);
        return sent!;
    }

    /// <summary>Waits until there are this many texts on the telephone.</summary>
    public Task WaitForTextsAsync(int count, CancellationToken cancel) => board.LetAsync(async () =>
    {
        while (texts.ToArray().Length < count)
        {
            awaited = new TaskCompletionSource();
            await awaited.Task.WaitAsync(cancel);
        }
    }, $"{Number} to have {count} texts", cancel);

    internal void Calling(PhoneCall call) => calls.Add(call);

    /// <summary>Somebody waiting at the telephone picks up at once.</summary>
    internal void Rings(PhoneCall call)
    {
        while (Behaviour is Behaviour.Person && atTheReady.TryDequeue(out var ready))
        {
            if (PickUp(call, ready))
                return;
        }
    }

    internal void Receives(TextSeen text)
    {
        texts.Add(text);
        awaited.TrySetResult();
    }

    internal void Keeps(VoicemailLeft message) => voicemails.Add(message);

    private static bool PickUp(PhoneCall call, TaskCompletionSource<PhoneCall> ready)
    {
        if (!ready.TrySetResult(call))
            return false;
        call.Decision.TrySetResult(RingEnd.Answered);
        return true;
    }
}
