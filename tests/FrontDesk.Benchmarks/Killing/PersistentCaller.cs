using System.Collections.Concurrent;
using System.Globalization;
using FrontDesk.Benchmarks.Webhooks;

namespace FrontDesk.Benchmarks.Killing;

/// <summary>Rings the desk over and over, says something of its own at every question, and notes what was answered.</summary>
public sealed class PersistentCaller(HttpClient client, int seed, ConcurrentQueue<AnsweredTurn> answered)
{
    private const int MostTurns = 12;

    private readonly IncomingCalls calls = new(seed);

    /// <summary>Until nobody answers any more.</summary>
    public async Task RingUntilNobodyAnswersAsync(CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                await RingAsync(calls.Next(), cancel);
            }
        }
        catch (HttpRequestException silence) when (silence.StatusCode is null)
        {
        }
        catch (IOException)
        {
            // The line went dead in the middle of an answer, which therefore was none.
        }
    }

    private async Task RingAsync(Dictionary<string, string> form, CancellationToken cancel)
    {
        var sid = form["CallSid"];
        var next = await AskAsync(Account.PublicUrl + Account.VoicePath, form, cancel);
        answered.Enqueue(new(sid, null));
        form["CallStatus"] = "in-progress";
        for (var turn = 1; next is not null && turn <= MostTurns; turn++)
        {
            var words = string.Create(CultureInfo.InvariantCulture, $"This is what I said at turn {turn} of {sid[^6..]}");
            form["SpeechResult"] = words;
            form["Confidence"] = "0.93";
            next = await AskAsync(next, form, cancel);
            answered.Enqueue(new(sid, words));
        }

        form["CallStatus"] = "completed";
        form["CallDuration"] = "31";
        await PostAsync(Account.PublicUrl + Account.VoicePath + "/status", form, cancel);
    }

    private Task<string?> AskAsync(string url, Dictionary<string, string> form, CancellationToken cancel) =>
        DeskAnswer.FollowAsync(url, form, (address, words) => PostAsync(address, words, cancel), cancel);

    /// <returns>The TwiML; empty where none was sent.</returns>
    private async Task<string> PostAsync(string url, Dictionary<string, string> form, CancellationToken cancel)
    {
        var address = new Uri(url);
        var signed = SignedRequest.Of(address, form);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(client.BaseAddress!, address.PathAndQuery))
        {
            Content = new StringContent(signed.Body, null, "application/x-www-form-urlencoded"),
            Headers = { { "X-Twilio-Signature", signed.Signature } },
        };
        using var response = await client.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancel);
    }
}
