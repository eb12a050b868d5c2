using System.Globalization;
using FrontDesk.Simulator.Twiml;

namespace FrontDesk.Simulator.Calls;

/// <summary>One Dial: rings phones together or one after the other; the first to pick up wins, hears its whisper, and is connected.</summary>
internal sealed class DialRun(CallFlow flow, Dial dial)
{
    private const int MostNumbers = 10;

    private readonly Leg leg = flow.Leg;

    public async Task<Step?> RunAsync()
    {
        var outcome = Refuses() ? DialOutcome.Failed : await RingAsync();
        if (leg.Over.IsCancellationRequested)
        {
            if (dial.Action is not null)
                await flow.RequestUnheardAsync(Action(outcome));
            return new Finished(HungUp: true);
        }

        leg.Turn.ThrowIfCancellationRequested();
        return dial.Action is null ? null : Action(outcome);
    }

    private bool Refuses()
    {
        if (dial.Numbers.Count is 0 or > MostNumbers)
            leg.Warn($"13210: Dial with {dial.Numbers.Count} numbers");
        var bad = dial.Numbers.FirstOrDefault(number => !Rest.Numbering.IsE164(number.Text));
        if (bad is not null)
            leg.Warn($"13223: Dial to \"{bad.Text}\"");
        var mayShow = dial.CallerId is not { } id || id == leg.Call.From || id == leg.Call.To || leg.Board.Owned(id) is not null
            || leg.Board.Options.VerifiedCallerIds.Contains(id, StringComparer.Ordinal);
        if (!mayShow)
            leg.Warn($"13214: caller ID {dial.CallerId} is neither the caller's nor the account's");
        return dial.Numbers.Count is 0 or > MostNumbers || bad is not null || !mayShow;
    }

    private async Task<DialOutcome> RingAsync()
    {
        using var ringing = new Ringback(leg);
        var outcome = DialOutcome.Failed;
        foreach (var group in dial.Sequential ? dial.Numbers.Chunk(1) : [[.. dial.Numbers]])
        {
            outcome = await RingTogetherAsync(group, ringing);
            if (outcome.Answered || leg.Turn.IsCancellationRequested)
                break;
        }

        return outcome;
    }

    private async Task<DialOutcome> RingTogetherAsync(Number[] numbers, Ringback ringing)
    {
        var children = Array.ConvertAll(numbers, number => new DialledLeg(flow, dial, number));
        var won = new TaskCompletionSource<DialledLeg?>();
        using var gone = leg.Turn.Register(() => won.TrySetResult(null));
        var rung = Task.WhenAll(children.Select(child => child.RingAsync(() => won.TrySetResult(child))));
        await Task.WhenAny(won.Task, rung);
        var winner = won.Task.IsCompleted ? await won.Task : null;
        foreach (var child in children.Where(child => child != winner))
            child.Drop();
        await rung;
        if (winner is null)
            return leg.Over.IsCancellationRequested ? DialOutcome.Canceled(children[0].Sid) : DialOutcome.Unanswered(children);
        return await winner.TalkAsync(ringing.Dispose);
    }

    private Fetch Action(DialOutcome outcome)
    {
        List<KeyValuePair<string, string>> found = [new("DialCallStatus", outcome.Status)];
        found.Add("DialCallSid", outcome.Sid);
        if (outcome.Answered)
            found.Add("DialCallDuration", outcome.Seconds.ToString(CultureInfo.InvariantCulture));
        found.Add("DialBridged", outcome.Bridged ? "true" : "false");
        return flow.Action(dial.Action, dial.Method, [.. found]);
    }
}

/// <summary>What came of a Dial.</summary>
internal sealed record DialOutcome(string Status, string? Sid)
{
    public static DialOutcome Failed { get; } = new("failed", (string?)null);

    public bool Answered { get; init; }

    public bool Bridged { get; init; }

    public int Seconds { get; init; }

    public static DialOutcome Canceled(string sid) => new("canceled", sid);

    /// <summary>Of several phones, one that merely rang says more than a busy one, a busy one more than a failure.</summary>
    public static DialOutcome Unanswered(IReadOnlyList<DialledLeg> children)
    {
        var telling = children.MinBy(child => child.Status switch
        {
            CarrierCallStatus.NoAnswer => 0,
            CarrierCallStatus.Busy => 1,
            _ => 2,
        })!;
        return new DialOutcome(telling.Status.Word(), telling.Sid);
    }
}
