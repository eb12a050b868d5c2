using System.Collections.Concurrent;
using FrontDesk.Benchmarks.Webhooks;

namespace FrontDesk.Benchmarks.Killing;

/// <summary>Rings the desk over and over, and notes what was answered.</summary>
public sealed class PersistentCaller(HttpClient client, int seed, ConcurrentQueue<AnsweredTurn> answered)
{
    private const int MostTurns = 12;

    private readonly IncomingCalls calls = new(seed);

    /// <summary>Until nobody answers any more.</summary>
    public async Task RingUntilNobodyAnswersAsync(CancellationToken cancel)
    {
        var talking = new CallerTalking((url, form) => PostAsync(url, form, cancel), answered);
        try
        {
            while (true)
            {
                await talking.RingAsync(calls.Next(), MostTurns, cancel);
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

    /// <returns>The TwiML; empty where none was sent.</returns>
    private async Task<string> PostAsync(string url, Dictionary<string, string> form, CancellationToken cancel)
    {
        using var request = SignedRequest.Of(new Uri(url), form).To(client.BaseAddress!);
        using var response = await client.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancel);
    }
}
