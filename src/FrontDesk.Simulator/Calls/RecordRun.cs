using FrontDesk.Simulator.Twiml;

namespace FrontDesk.Simulator.Calls;

/// <summary>One Record: beeps, then keeps what is said until a key, silence, the limit or a hang-up ends it.</summary>
internal sealed class RecordRun(CallFlow flow, Record record) : IListener, IDisposable
{
    private const double BeepSeconds = 0.5;

    private readonly Leg leg = flow.Leg;
    private readonly TaskCompletionSource done = new();
    private readonly List<string> words = [];
    private DateTimeOffset began;
    private DateTimeOffset lastWord;
    private bool heard;
    private string? ending;
    private IDisposable? silence;
    private IDisposable? limit;

    public bool IsListening { get; private set; }

    public Task Done => done.Task;

    public async Task<Step?> RunAsync()
    {
        if (record.PlayBeep)
            await leg.TellAsync("[beep]", BeepSeconds, leg.Turn);
        leg.Listener = this;
        began = lastWord = leg.Board.Clock.GetUtcNow();
        IsListening = true;
        Wait();
        if (leg.Phone.IsSpeaking)
            SpeechBegins();
        limit = leg.Board.Loop.After(TimeSpan.FromSeconds(record.MaxLength), Finish);
        leg.Phone.NowListening();
        using var gone = leg.Turn.Register(HangUp);
        await done.Task;
        Stop();
        if (!heard)
        {
            leg.Turn.ThrowIfCancellationRequested();
            return null;
        }

        return await KeepAsync();
    }

    public void Key(char key)
    {
        if (!record.FinishOnKey.Contains(key, StringComparison.Ordinal))
            return;
        ending = key.ToString();
        Finish();
    }

    public void SpeechBegins()
    {
        heard = true;
        silence?.Dispose();
    }

    public void SpeechEnds(string words, double seconds, double? confidence)
    {
        this.words.Add(words);
        lastWord = leg.Board.Clock.GetUtcNow();
        Wait();
    }

    public void Dispose() => Stop();

    private async Task<Step?> KeepAsync()
    {
        var over = leg.Over.IsCancellationRequested;
        var end = record.Trim && !over && ending is null ? lastWord : leg.Board.Clock.GetUtcNow();
        var recording = Recording.Of(leg, "RecordVerb", began, end, string.Join(' ', words));
        leg.Board.Recordings.Add(recording);
        recording.Tell(leg, flow, record);
        var action = flow.Action(record.Action, record.Method, [.. recording.Found, .. Ending()]);
        if (!over)
            return action;
        await flow.RequestUnheardAsync(action);
        return new Finished(HungUp: true);
    }

    private KeyValuePair<string, string>[] Ending() => ending is null ? [] : [new("Digits", ending)];

    private void HangUp()
    {
        if (leg.Over.IsCancellationRequested)
            ending = "hangup";
        Finish();
    }

    private void Stop()
    {
        if (leg.Listener == this)
            leg.Listener = null;
        IsListening = false;
        silence?.Dispose();
        limit?.Dispose();
    }

    private void Wait()
    {
        silence?.Dispose();
        silence = leg.Board.Loop.After(TimeSpan.FromSeconds(record.Timeout), Finish, leg.Patience);
    }

    private void Finish() => done.TrySetResult();
}
