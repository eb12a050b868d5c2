using System.Runtime.CompilerServices;
using FrontDesk.Simulator;
using Xunit;

namespace FrontDesk.Tests.Support;

/// <summary>Somebody at a telephone. Each word of the story is a step; awaiting it plays them in order.</summary>
public sealed class StoryPhone(DeskUnderTest desk, Telephone telephone)
{
    private readonly Queue<Func<Task>> steps = new();
    private PhoneCall? call;
    private int attended;

    public string Number => telephone.Number;

    /// <summary>The call being talked on, or the last one.</summary>
    public PhoneCall Call => call ?? throw new InvalidOperationException($"{Number} is on no call.");

    internal int TextsExpected { get; private set; }

    internal HashSet<string> CallsExpected { get; } = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public StoryPhone Rings(string line = DeskUnderTest.Line, DialExtras? extras = null) => Then(async () =>
    {
        attended = 0;
        call = await telephone.DialAsync(line, Cancel, extras);
    });

    /// <summary>Listens until the desk waits for an answer, or the call is over; these words are among what was said since.</summary>
    public StoryPhone Hears(string words) => Then(async () =>
    {
        await Call.WaitUntilListeningAsync(Cancel);
        var said = string.Join(' ', Call.Heard.Skip(attended).Select(heard => heard.Text));
        attended = Call.Heard.Count;
        Assert.Contains(words, said, StringComparison.OrdinalIgnoreCase);
    });

    /// <param name="confidence">Null where the recogniser gives none.</param>
    public StoryPhone Says(string words, double? confidence = 0.9) => Then(async () =>
    {
        await Call.WaitUntilListeningAsync(Cancel);
        await Call.SayAsync(words, Cancel, confidence);
    });

    public StoryPhone Presses(string keys) => Then(async () =>
    {
        await Call.WaitUntilListeningAsync(Cancel);
        await Call.PressAsync(keys, Cancel);
    });

    public StoryPhone StaysSilent() => Then(() => Call.StaySilentAsync(Cancel));

    public StoryPhone HangsUp() => Then(async () =>
    {
        await Call.HangUpAsync(Cancel);
        await Call.WaitUntilEndedAsync(Cancel);
    });

    /// <summary>The desk has said all it had to say.</summary>
    public StoryPhone IsHungUpOn() => Then(() => Call.WaitUntilEndedAsync(Cancel));

    /// <summary>Sends a text to the desk's line.</summary>
    public StoryPhone Texts(string words) => Then(() => telephone.SendTextAsync(DeskUnderTest.Line, words, Cancel));

    /// <summary>A text comes in that says this.</summary>
    public StoryPhone GetsText(string words) => Then(async () =>
    {
        await telephone.WaitForTextsAsync(++TextsExpected, Cancel);
        Assert.Contains(words, telephone.Texts[TextsExpected - 1].Body, StringComparison.OrdinalIgnoreCase);
    });

    /// <summary>The phone rings and somebody answers.</summary>
    public StoryPhone PicksUp() => Then(async () =>
    {
        attended = 0;
        call = await telephone.PickUpAsync(Cancel);
        CallsExpected.Add(call.CallSid);
    });

    public TaskAwaiter GetAwaiter() => PlayAsync().GetAwaiter();

    private StoryPhone Then(Func<Task> step)
    {
        steps.Enqueue(step);
        return this;
    }

    private async Task PlayAsync()
    {
        while (steps.TryDequeue(out var step))
        {
            try
            {
                await step();
            }
            catch (Exception failure) when (failure is not OperationCanceledException && call is not null)
            {
                throw new InvalidOperationException($"{failure.Message}\n{call.Transcript}\n{string.Join('\n', desk.Carrier.Warnings)}", failure);
            }
        }
    }
}
