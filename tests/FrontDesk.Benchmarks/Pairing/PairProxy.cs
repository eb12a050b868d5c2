using FrontDesk.Benchmarks.Webhooks;

namespace FrontDesk.Benchmarks.Pairing;

/// <summary>
/// Brings signed webhooks to the two nodes in turn; to the other where one says that it is going, or refuses the connection. What was refused
/// before it was sent is no failure; a 5xx or an answer that broke off is.
/// </summary>
public sealed class PairProxy(IReadOnlyList<NodeProcess> nodes, string token) : IDisposable
{
    private static readonly TimeSpan _looksEvery = TimeSpan.FromMilliseconds(500);

    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(15) };
    private int turn;
    private int sent;

    /// <summary>How many were answered.</summary>
    public int Answered => sent;

    public async Task LookAsync(CancellationToken cancel)
    {
        using var looking = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        while (!cancel.IsCancellationRequested)
        {
            await Task.WhenAll(nodes.Select(node => node.LookAsync(looking, token, cancel)));
            await Task.Delay(_looksEvery, TimeProvider.System, cancel);
        }
    }

    /// <returns>The TwiML; empty where none was sent.</returns>
    /// <exception cref="HttpRequestException">It failed: no answer, or none that is one.</exception>
    public async Task<string> PostAsync(string url, Dictionary<string, string> form, CancellationToken cancel)
    {
        var signed = SignedRequest.Of(new Uri(url), form);
        for (var tries = 0; ; tries++)
        {
            using var request = signed.To(Next().Address);
            try
            {
                using var response = await client.SendAsync(request, cancel);
                response.EnsureSuccessStatusCode();
                var twiml = await response.Content.ReadAsStringAsync(cancel);
                Interlocked.Increment(ref sent);
                return twiml;
            }
            catch (HttpRequestException refused) when (refused.HttpRequestError == HttpRequestError.ConnectionError && tries < 600)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(tries < 2 ? 1 : 50), TimeProvider.System, cancel);
            }
        }
    }

    /// <summary>Where the carrier's own callbacks go.</summary>
    public NodeProcess Next()
    {
        var first = Interlocked.Increment(ref turn);
        return Enumerable.Range(first, nodes.Count).Select(nth => nodes[(int)((uint)nth % (uint)nodes.Count)]).FirstOrDefault(node => node.TakesCalls)
            ?? nodes[(int)((uint)first % (uint)nodes.Count)];
    }

    public void Dispose() => client.Dispose();
}
