using System.Net;
using FrontDesk.Simulator.Time;

namespace FrontDesk.Simulator.Calls;

/// <summary>One telephone's connection to the carrier, from the first ring to the end. Lives on the carrier's loop.</summary>
#pragma warning disable CA1001 // Its cancellation sources hold no timer and no handle; a leg is kept as long as its carrier.
internal sealed class Leg
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource over = new();
    private CancellationTokenSource turn;
    private Step? redirect;

    public Leg(Switchboard board, CarrierCall call, Telephone telephone)
    {
        (Board, Call) = (board, call);
        Transcript = new Transcript(board.Clock, call.Sid, call.From, call.To);
        turn = CancellationTokenSource.CreateLinkedTokenSource(over.Token);
        Patience = new Patience(board.Clock);
        Phone = new PhoneCall(this, telephone);
        Callbacks = new CallbackPost(this);
    }

    public Switchboard Board { get; }

    public CarrierCall Call { get; }

    public Transcript Transcript { get; }

    public PhoneCall Phone { get; }

    public Patience Patience { get; }

    public CallbackPost Callbacks { get; }

    public CookieContainer Cookies { get; } = new();

    public DialExtras Extras { get; init; } = new();

    public Place? FromPlace { get; init; }

    public Place? ToPlace { get; init; }

    /// <summary>Where the call goes when a document fails.</summary>
    public Fetch? Fallback { get; set; }

    /// <summary>Who hears what the telephone says and presses: a Gather, a Record, or the other end of a Dial.</summary>
    public IListener? Listener { get; set; }

    /// <summary>Cancelled when the call is over.</summary>
    public CancellationToken Over => over.Token;

    /// <summary>Cancelled when the call is over, or another document takes over.</summary>
    public CancellationToken Turn => turn.Token;

    public bool IsAnswered => Call.Answered is not null;

    public void Note(TranscriptKind kind, string text) => Transcript.Talk.Add(kind, text);

    public void Warn(string what)
    {
        Note(TranscriptKind.Warning, what);
        Board.Warnings.Add($"{Call.Sid} {what}");
    }

    public void Become(CarrierCallStatus status)
    {
        if (Call.IsOver || Call.Status == status)
            return;
        Call.Status = status;
        Note(TranscriptKind.State, status.Word());
    }

    public void Answer()
    {
        if (IsAnswered || Call.IsOver)
            return;
        Call.Answered = Board.Clock.GetUtcNow();
        Become(CarrierCallStatus.InProgress);
        Phone.Connected();
        Callbacks.Post("answered");
    }

    /// <summary>Ends the call in a state it stays in.</summary>
    public void End(CarrierCallStatus status)
    {
        if (Call.IsOver)
            return;
        var wasQueued = Call.Status == CarrierCallStatus.Queued;
        Call.Ended = Board.Clock.GetUtcNow();
        Become(status);
        over.Cancel();
        Phone.Ended();
        // A call cancelled in line was never started; nobody is told.
        if (!wasQueued)
            Callbacks.Post("completed");
    }

    /// <summary>The telephone hears something for as long as it lasts, unless it is stopped.</summary>
    public async Task TellAsync(string text, double seconds, CancellationToken stop)
    {
        var heard = Phone.Hears(text, seconds);
        var began = Board.Clock.GetUtcNow();
        try
        {
            await Board.Clock.PassAsync(TimeSpan.FromSeconds(seconds), stop);
        }
        catch (OperationCanceledException)
        {
            Phone.CutsOff(heard, (Board.Clock.GetUtcNow() - began).TotalSeconds);
            throw;
        }
    }

    /// <summary>Another document takes over the live call, as a REST update does.</summary>
    public void TakeOver(Step step)
    {
        redirect = step;
        turn.Cancel();
    }

    public Step? TakeRedirect()
    {
        var step = redirect;
        redirect = null;
        if (step is not null)
            turn = CancellationTokenSource.CreateLinkedTokenSource(over.Token);
        return step;
    }
}
