using System.Collections.Concurrent;
using System.Globalization;
using FrontDesk.Benchmarks.Killing;
using FrontDesk.Benchmarks.Webhooks;

namespace FrontDesk.Benchmarks.Pairing;

/// <summary>Rings again and again, each webhook to the other node than the one before, and notes what was answered and what was not.</summary>
public sealed class PairCaller(PairProxy proxy, int seed, ConcurrentQueue<AnsweredTurn> answered)
{
    private const int MostTurns = 8;

    private readonly IncomingCalls calls = new(seed);
    private int failed;

    /// <summary>Webhooks that were sent and came to nothing: the carrier tells those as errors.</summary>
    public int Failed => failed;

    public async Task RingAsync(CancellationToken stop, CancellationToken cancel)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await RingOnceAsync(calls.Next(), cancel);
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException or TaskCanceledException && !cancel.IsCancellationRequested)
            {
                failed++;
            }
        }
    }

    private async Task RingOnceAsync(Dictionary<string, string> form, CancellationToken cancel)
    {
        var sid = form["CallSid"];
        var next = await AskAsync(Account.PublicUrl + Account.VoicePath, form, cancel);
        answered.Enqueue(new(sid, null));
        form["CallStatus"] = "in-progress";
        for (var turn = 1; next is not null && turn <= MostTurns; turn++)
        {
            var words = string.Create(CultureInfo.InvariantCulture, $"This is what I said at turn {turn} of {sid[^6..]}");
            (form["SpeechResult"], form["Confidence"]) = (words, "0.93");
            next = await AskAsync(next, form, cancel);
            answered.Enqueue(new(sid, words));
        }

        (form["CallStatus"], form["CallDuration"]) = ("completed", "31");
        await proxy.PostAsync(Account.PublicUrl + Account.VoicePath + "/status", form, cancel);
    }

    private Task<string?> AskAsync(string url, Dictionary<string, string> form, CancellationToken cancel) =>
        DeskAnswer.FollowAsync(url, form, (address, words) => proxy.PostAsync(address, words, cancel), cancel);
}
