using FrontDesk.Simulator.Calls;
using FrontDesk.Simulator.Telephones;
using FrontDesk.Simulator.Twiml;

namespace FrontDesk.Simulator;

/// <summary>A call as the person at the telephone has it: what is heard, and what can be said and pressed.</summary>
public sealed class PhoneCall
{
    /// <summary>Recognition ends after a minute; a longer answer is spoken faster, so that no word of it is lost.</summary>
    private const double LongestSpeech = 59;

    private readonly Leg leg;
    private readonly Journal<Heard> heard = new();
    private readonly TaskCompletionSource connected = new();
    private readonly TaskCompletionSource ended = new();
    private readonly List<TaskCompletionSource> untilListening = [];
    private int passive;
    private bool acted;

    internal PhoneCall(Leg leg, Telephone telephone)
    {
        (this.leg, Telephone) = (leg, telephone);
        Rehold();
    }

    public Telephone Telephone { get; }

    public string CallSid => leg.Call.Sid;

    public string From => leg.Call.From;

    public string To => leg.Call.To;

    public PhoneCallState State { get; private set; }

    /// <summary>True while a Gather or Record waits for this telephone.</summary>
    public bool IsListening => leg.Listener is { IsListening: true };

    public IReadOnlyList<Heard> Heard => heard.ToArray();

    public Transcript Transcript => leg.Transcript;

    /// <summary>Taken when an incoming call's ringing is decided.</summary>
    internal TaskCompletionSource<RingEnd> Decision { get; } = new();

    /// <summary>True in the middle of saying something; whoever begins to listen now hears the rest.</summary>
    internal bool IsSpeaking { get; private set; }

    /// <summary>Where what is heard here goes on to, when no telephone but another line is at this end.</summary>
    internal Action<string, double>? PassesOn { get; set; }

    internal Task WhenConnected => connected.Task;

    internal Task WhenEnded => ended.Task;

    internal CancellationToken Over => leg.Over;

    private Switchboard Board => leg.Board;

    /// <summary>Until a Gather or Record waits for us anew, or the call is over; whoever has already pressed or spoken says no more.</summary>
    public Task WaitUntilListeningAsync(CancellationToken cancel) => Board.LetAsync(() =>
    {
        if (State == PhoneCallState.Over || (IsListening && !acted))
            return Task.CompletedTask;
        var waiting = new TaskCompletionSource();
        untilListening.Add(waiting);
        return PassivelyAsync(waiting.Task, cancel);
    }, $"{Telephone.Number} to be listened to", cancel);

    /// <summary>Until somebody has hung up; nothing is said or pressed meanwhile.</summary>
    public Task WaitUntilEndedAsync(CancellationToken cancel) =>
        Board.LetAsync(() => PassivelyAsync(ended.Task, cancel), $"the call of {Telephone.Number} to end", cancel);

    /// <summary>Speaks, and waits until a Gather that hears it has heard it out. Confidence null leaves the parameter out.</summary>
    public Task SayAsync(string words, CancellationToken cancel, double? confidence = 0.9) =>
        Board.LetAsync(() => SpeakAsync(words, confidence, cancel), $"{Telephone.Number} to be heard out", cancel);

    /// <summary>Presses keys, one after the other, without waiting for what comes of it.</summary>
    public Task PressAsync(string keys, CancellationToken cancel) => Board.LetAsync(() =>
    {
        if (State != PhoneCallState.Connected)
            return Task.CompletedTask;
        acted = true;
        leg.Note(TranscriptKind.Pressed, leg.Listener is null ? $"{keys} (nobody listens)" : keys);
        foreach (var key in keys)
            leg.Listener?.Key(key);
        return Task.CompletedTask;
    }, $"{Telephone.Number} to press keys", cancel);

    /// <summary>Lets the time-out of what is listening, or will be next, pass.</summary>
    public Task StaySilentAsync(CancellationToken cancel) => Board.LetAsync(async () =>
    {
        if (!IsListening)
            await NextListeningAsync(cancel);
        if (leg.Listener is { } listener)
            await PassivelyAsync(Task.WhenAny(listener.Done, ended.Task), cancel);
    }, $"{Telephone.Number} to stay silent", cancel);

    /// <summary>The first keystroke of somebody who types what to say: no time-out runs any more.</summary>
    public void StartTalking() => Board.Loop.Post(_ => leg.Listener?.SpeechBegins(), null);

    /// <summary>Picks up, if this call is ringing here.</summary>
    public Task AnswerAsync(CancellationToken cancel) => Board.LetAsync(() =>
    {
        Decision.TrySetResult(RingEnd.Answered);
        return State == PhoneCallState.Over ? Task.CompletedTask : Task.WhenAny(connected.Task, ended.Task);
    }, $"{Telephone.Number} to be connected", cancel);

    /// <summary>Hangs up, or declines a call that is still ringing here.</summary>
    public Task HangUpAsync(CancellationToken cancel) => Board.LetAsync(() =>
    {
        HangUp();
        return Task.CompletedTask;
    }, $"{Telephone.Number} to hang up", cancel);

    internal void HangUp()
    {
        if (State == PhoneCallState.Over)
            return;
        leg.Note(TranscriptKind.State, "the telephone hangs up");
        if (leg.IsAnswered)
            leg.End(CarrierCallStatus.Completed);
        else if (leg.Call.Direction == CarrierCallDirection.Inbound)
            leg.End(CarrierCallStatus.NoAnswer);
        else
            Decision.TrySetResult(RingEnd.Busy);
    }

    /// <summary>A machine at this end speaks, for as long as its words take.</summary>
    internal async Task UtterAsync(string words, double seconds, double? confidence = 0.9)
    {
        if (State != PhoneCallState.Connected)
            return;
        leg.Note(TranscriptKind.Said, leg.Listener is null ? $"{words} (nobody listens)" : words);
        IsSpeaking = true;
        leg.Listener?.SpeechBegins();
        await Board.Clock.PassAsync(TimeSpan.FromSeconds(seconds), CancellationToken.None);
        IsSpeaking = false;
        leg.Listener?.SpeechEnds(words, seconds, confidence);
    }

    internal void Utter(string words, double seconds) => Board.Loop.Start(async () =>
    {
        await Task.WhenAny(connected.Task, ended.Task);
        await UtterAsync(words, seconds);
    });

    internal Heard Hears(string text, double seconds, double since = 0)
    {
        var hears = new Heard(text, Board.Clock.GetUtcNow() - TimeSpan.FromSeconds(since), seconds);
        heard.Add(hears);
        leg.Note(TranscriptKind.Heard, text);
        PassesOn?.Invoke(text, seconds);
        return hears;
    }

    internal void CutsOff(Heard hears, double after) => heard.Replace(hears, hears with { Seconds = after, CutOff = true });

    internal void NowListening()
    {
        acted = false;
        foreach (var waiting in untilListening)
            waiting.TrySetResult();
        untilListening.Clear();
    }

    internal void Connected()
    {
        State = PhoneCallState.Connected;
        connected.TrySetResult();
    }

    internal void Ended()
    {
        State = PhoneCallState.Over;
        Decision.TrySetResult(RingEnd.Canceled);
        NowListening();
        ended.TrySetResult();
    }

    private async Task SpeakAsync(string words, double? confidence, CancellationToken cancel)
    {
        acted = true;
        await UtterAsync(words, Math.Min(Spoken.Seconds(words), LongestSpeech), confidence);
        if (leg.Listener is GatherRun { HasHeard: true } gather)
            await PassivelyAsync(Task.WhenAny(gather.Done, ended.Task), cancel);
    }

    private Task NextListeningAsync(CancellationToken cancel)
    {
        if (State == PhoneCallState.Over)
            return Task.CompletedTask;
        var waiting = new TaskCompletionSource();
        untilListening.Add(waiting);
        return PassivelyAsync(waiting.Task, cancel);
    }

    /// <summary>While somebody only waits, this call's time-outs run; otherwise they wait for the person to decide.</summary>
    private async Task PassivelyAsync(Task until, CancellationToken cancel)
    {
        passive++;
        Rehold();
        try
        {
            await until.WaitAsync(cancel);
        }
        finally
        {
            passive--;
            Rehold();
        }
    }

    private void Rehold() => leg.Patience.Hold(passive == 0 && Telephone.Behaviour is Behaviour.Person);
}
