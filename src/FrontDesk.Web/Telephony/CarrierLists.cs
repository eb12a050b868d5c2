using System.Runtime.CompilerServices;

namespace FrontDesk.Web.Telephony;

/// <summary>The carrier's lists, read page by page; a page that cannot be had is told, and what came before it counts.</summary>
internal sealed class CarrierLists(CarrierDoor door, TwilioSettings settings)
{
    private const int MostPages = 200;
    private const string Accounts = "/2010-04-01/Accounts/";

    private readonly string root = settings.ApiBaseUrl.AbsoluteUri.TrimEnd('/');

    public Task<LookUp<IReadOnlyList<CarrierText>>> ListTextsAsync(PhoneNumber to, DateOnly day, CancellationToken cancel) =>
        ListAsync($"Messages.json?To={Uri.EscapeDataString(to.E164)}&DateSent={day:yyyy-MM-dd}", page => page.Messages, text => text.Sid, cancel);

    public Task<LookUp<IReadOnlyList<CarrierCall>>> ListCallsAsync(PhoneNumber to, DateOnly day, CancellationToken cancel) =>
        ListAsync($"Calls.json?To={Uri.EscapeDataString(to.E164)}&StartTime={day:yyyy-MM-dd}", page => page.Calls, call => call.Sid, cancel);

    public IAsyncEnumerable<LookUp<IReadOnlyList<CarrierCall>>> CallsOfAsync(DateOnly day, CancellationToken cancel) =>
        PagesAsync($"Calls.json?StartTime={day:yyyy-MM-dd}", page => page.Calls, cancel);

    public IAsyncEnumerable<LookUp<IReadOnlyList<CarrierText>>> TextsOfAsync(DateOnly day, CancellationToken cancel) =>
        PagesAsync($"Messages.json?DateSent={day:yyyy-MM-dd}", page => page.Messages, cancel);

    public IAsyncEnumerable<LookUp<IReadOnlyList<CarrierLine>>> LinesAsync(CancellationToken cancel) =>
        PagesAsync("IncomingPhoneNumbers.json?", page => page.IncomingPhoneNumbers, cancel);

    /// <summary>The whole list or none of it.</summary>
    private async Task<LookUp<IReadOnlyList<T>>> ListAsync<T>(
        string list, Func<CarrierPage, IReadOnlyList<T>?> rows, Func<T, string> sid, CancellationToken cancel)
    {
        var all = new Dictionary<string, T>(StringComparer.Ordinal);
        await foreach (var page in PagesAsync(list, rows, cancel))
        {
            if (page is not LookUp<IReadOnlyList<T>>.Found { Value: var found })
            {
                return page;
            }

            foreach (var row in found)
            {
                // Rows shift from page to page while others are added.
                all.TryAdd(sid(row), row);
            }
        }

        return new LookUp<IReadOnlyList<T>>.Found([.. all.Values]);
    }

    private async IAsyncEnumerable<LookUp<IReadOnlyList<T>>> PagesAsync<T>(
        string list, Func<CarrierPage, IReadOnlyList<T>?> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var next = $"{Accounts}{settings.AccountSid}/{list}&PageSize=1000".Replace("?&", "?", StringComparison.Ordinal);
        while (asked.Count < MostPages && asked.Add(next))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, root + next);
            var answer = (await door.ExchangeAsync(request, cancel)).One(CarrierJson.Default.CarrierPage);
            if (answer is not LookUp<CarrierPage>.Found { Value: var page } || rows(page) is not { } found)
            {
                yield return new LookUp<IReadOnlyList<T>>.Unreachable((answer as LookUp<CarrierPage>.Unreachable)?.Why ?? "not a list");
                yield break;
            }

            yield return new LookUp<IReadOnlyList<T>>.Found([.. found.Where(row => row is not null)]);
            if (string.IsNullOrEmpty(page.NextPageUri))
            {
                yield break;
            }

            // Only ever the carrier we know: a page may name a path there, and nothing else.
            next = "/" + page.NextPageUri.TrimStart('/');
            if (!next.StartsWith(Accounts, StringComparison.Ordinal))
            {
                yield return new LookUp<IReadOnlyList<T>>.Unreachable("the next page is not the carrier's");
                yield break;
            }
        }

        yield return new LookUp<IReadOnlyList<T>>.Unreachable("the list has no end");
    }
}
