using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FrontDesk.Simulator.Rest;

/// <summary>A REST request, read and let in.</summary>
internal sealed record RestRequest(string Method, string Path, string Sid, IReadOnlyDictionary<string, StringValues> Values)
{
    /// <summary>The first value given, null when none or empty.</summary>
    public string? this[string name] => Values.TryGetValue(name, out var values) && values is [{ Length: > 0 } first, ..] ? first : null;

    public IReadOnlyList<string> All(string name) =>
        Values.TryGetValue(name, out var values) ? [.. values.OfType<string>()] : [];

    public bool Has(string name) => Values.ContainsKey(name);

    public double Number(string name, double otherwise, double most) =>
        double.TryParse(this[name], CultureInfo.InvariantCulture, out var given) && given > 0 ? Math.Min(given, most) : otherwise;

    public string HttpMethod(string name) => string.Equals(this[name], "GET", StringComparison.OrdinalIgnoreCase) ? "GET" : "POST";

    public static async Task<RestRequest> ReadAsync(HttpContext context)
    {
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        foreach (var (name, value) in context.Request.Query)
            values[name] = value;
        if (context.Request.HasFormContentType)
        {
            foreach (var (name, value) in await context.Request.ReadFormAsync(context.RequestAborted))
                values[name] = value;
        }

        var sid = context.Request.RouteValues.TryGetValue("sid", out var given) ? given?.ToString() ?? "" : "";
        return new RestRequest(context.Request.Method, context.Request.Path.Value ?? "", sid, values);
    }
}
