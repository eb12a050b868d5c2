using System.Globalization;
using System.Text.Json.Nodes;

namespace FrontDesk.Simulator.Rest;

/// <summary>Twilio's envelope around a page of a list.</summary>
internal static class Paging
{
    private const int UsualSize = 50;

    public static RestAnswer Answer<T>(CarrierOptions options, RestRequest request, string name, T[] items, Func<T, string> sid, Func<T, JsonObject> json)
    {
        var size = (int)request.Number("PageSize", Math.Min(UsualSize, options.LargestPage), options.LargestPage);
        var page = int.TryParse(request["Page"], CultureInfo.InvariantCulture, out var asked) && asked > 0 ? asked : 0;
        var start = options.PagesShift ? page * size : Start(request["PageToken"], page * size, items, sid);
        var shown = items.Skip(start).Take(size).ToArray();
        var more = start + shown.Length < items.Length;
        return new RestAnswer(200, new JsonObject
        {
            [name] = new JsonArray([.. shown.Select(json)]),
            ["first_page_uri"] = Uri(request, size, 0, null),
            ["next_page_uri"] = more ? Uri(request, size, page + 1, "PA" + sid(shown[^1])) : null,
            ["previous_page_uri"] = page > 0 ? Uri(request, size, page - 1, null) : null,
            ["page"] = page,
            ["page_size"] = size,
            ["start"] = start,
            ["end"] = start + Math.Max(shown.Length - 1, 0),
            ["uri"] = Uri(request, size, page, request["PageToken"]),
        });
    }

    /// <summary>A token names the last item seen, so that what came in since then shifts nothing.</summary>
    private static int Start<T>(string? token, int otherwise, T[] items, Func<T, string> sid)
    {
        if (token is not { Length: > 2 })
            return otherwise;
        var last = Array.FindIndex(items, item => sid(item) == token[2..]);
        return last < 0 ? otherwise : last + 1;
    }

    private static string Uri(RestRequest request, int size, int page, string? token)
    {
        var filters = request.Values.Where(value => value.Key is not ("Page" or "PageSize" or "PageToken"))
            .Select(value => $"{System.Uri.EscapeDataString(value.Key)}={System.Uri.EscapeDataString(value.Value.ToString())}");
        string[] place = [string.Create(CultureInfo.InvariantCulture, $"PageSize={size}"), string.Create(CultureInfo.InvariantCulture, $"Page={page}")];
        string[] after = token is null ? [] : [$"PageToken={token}"];
        return $"{request.Path}?{string.Join('&', [.. filters, .. place, .. after])}";
    }
}
