using System.Globalization;
using System.Text;
using FrontDesk.Simulator.Twiml;
using FrontDesk.Simulator.Webhooks;

namespace FrontDesk.Simulator.Calls;

/// <summary>One Gather: prompts, then waits for keys or speech until there is enough or nothing comes.</summary>
internal sealed class GatherRun(CallFlow flow, Gather gather) : IListener, IDisposable
{
    /// <summary>How long "auto" waits to be sure that a sentence is over.</summary>
    private const double AutoSilence = 1;

    private readonly Leg leg = flow.Leg;
    private readonly TaskCompletionSource done = new();
    private readonly CancellationTokenSource prompting = new();
    private readonly StringBuilder keys = new();
    private readonly List<string> words = [];
    private double? confidence;
    private bool talking;
    private bool keyed;
    private IDisposable? alarm;
    private IDisposable? limit;

    public bool IsListening { get; private set; }

    public Task Done => done.Task;

    public bool HasHeard => words.Count > 0;

    private bool Spoke => talking || words.Count > 0;

    public async Task<Step?> RunAsync()
    {
        leg.Listener = this;
        using var gone = leg.Turn.Register(() => done.TrySetCanceled(leg.Turn));
        if (leg.Phone.IsSpeaking)
            SpeechBegins();
        await PromptAsync();
        BeginListening();
        await done.Task;
        return Result();
    }

    public void Dispose()
    {
        leg.Listener = null;
        IsListening = false;
        done.TrySetCanceled();
        prompting.Dispose();
        alarm?.Dispose();
        limit?.Dispose();
    }

    public void Key(char key)
    {
        if (!gather.Keys || Spoke || done.Task.IsCompleted)
            return;
        keyed = true;
        prompting.Cancel();
        if (gather.FinishOnKey.Contains(key, StringComparison.Ordinal))
        {
            Finish();
            return;
        }

        keys.Append(key);
        if (keys.Length == gather.NumDigits)
            Finish();
        else
            Wait(gather.Timeout);
    }

    public void SpeechBegins()
    {
        if (!gather.Speech || keyed || talking || done.Task.IsCompleted || (!IsListening && !gather.BargeIn))
            return;
        talking = true;
        prompting.Cancel();
        alarm?.Dispose();
        limit ??= leg.Board.Loop.After(TimeSpan.FromSeconds(gather.MaxSpeech), Finish);
    }

    public void SpeechEnds(string words, double seconds, double? confidence)
    {
        if (!talking || done.Task.IsCompleted)
            return;
        talking = false;
        this.words.Add(words);
        this.confidence = confidence;
        Partial();
        Wait(gather.SpeechTimeout ?? AutoSilence);
    }

    private async Task PromptAsync()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(prompting.Token, leg.Turn);
        try
        {
            var prompt = new Prompt(flow);
            foreach (var verb in gather.Prompts)
                await prompt.PlayAsync(verb, stop.Token);
        }
        catch (OperationCanceledException) when (!leg.Turn.IsCancellationRequested)
        {
            // Somebody pressed a key or began to speak; that is what the prompt was for.
        }
    }

    private void BeginListening()
    {
        if (done.Task.IsCompleted)
            return;
        IsListening = true;
        if (!keyed && !Spoke)
            Wait(gather.Timeout);
        leg.Phone.NowListening();
    }

    private void Wait(double seconds)
    {
        alarm?.Dispose();
        alarm = leg.Board.Loop.After(TimeSpan.FromSeconds(seconds), Finish, leg.Patience);
    }

    private void Finish() => done.TrySetResult();

    private Fetch? Result()
    {
        if (keys.Length > 0)
            return flow.Action(gather.Action, gather.Method, new KeyValuePair<string, string>("Digits", keys.ToString()));
        if (words.Count > 0)
            return flow.Action(gather.Action, gather.Method, Recognised("SpeechResult"));
        if (!gather.ActionOnEmptyResult)
            return null;
        return gather.Keys
            ? flow.Action(gather.Action, gather.Method, new KeyValuePair<string, string>("Digits", ""))
            : flow.Action(gather.Action, gather.Method);
    }

    private KeyValuePair<string, string>[] Recognised(string name)
    {
        var said = new KeyValuePair<string, string>(name, string.Join(' ', words));
        return confidence is { } sure
            ? [said, new("Confidence", sure.ToString(CultureInfo.InvariantCulture))]
            : [said];
    }

    private void Partial()
    {
        if (gather.PartialResultCallback is not { } url)
            return;
        leg.Callbacks.Send(new Webhook(WebhookKind.VoiceStatus, flow.Resolve(url), gather.PartialResultCallbackMethod,
            [.. CallParameters.Of(leg), .. Recognised("UnstableSpeechResult")]));
    }
}
