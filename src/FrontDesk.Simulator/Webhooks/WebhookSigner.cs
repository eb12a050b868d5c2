using System.Security.Cryptography;
using System.Text;

namespace FrontDesk.Simulator.Webhooks;

/// <summary>Signs what the carrier sends, as Twilio does.</summary>
public static class WebhookSigner
{
    /// <summary>Base64 of HMAC-SHA1 over the URL and the form's names and values, sorted and without separators.</summary>
    public static string Sign(string authToken, string url, IEnumerable<KeyValuePair<string, string>> form)
    {
        var signed = new StringBuilder(url);
        var fields = form.Distinct().OrderBy(field => field.Key, StringComparer.Ordinal).ThenBy(field => field.Value, StringComparer.Ordinal);
        foreach (var (name, value) in fields)
            signed.Append(name).Append(value);
#pragma warning disable CA5350 // Twilio's signature is HMAC-SHA1; there is no choice.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(signed.ToString())));
#pragma warning restore CA5350
    }

    /// <summary>The URL as it is signed: no fragment, no user and password; https for voice loses its port.</summary>
    public static string UrlToSign(string configured, bool voice)
    {
        var url = configured.Split('#')[0];
        if (url.IndexOf("://", StringComparison.Ordinal) is not (> 0 and var colon))
            return url;
        var scheme = url[..(colon + 3)];
        var rest = url[scheme.Length..];
        var end = rest.AsSpan().IndexOfAny('/', '?') is >= 0 and var found ? found : rest.Length;
        var authority = rest[..end];
        authority = authority[(authority.LastIndexOf('@') + 1)..];
        if (voice && scheme.Equals("https://", StringComparison.OrdinalIgnoreCase))
            authority = WithoutPort(authority);
        return scheme + authority + rest[end..];
    }

    /// <summary>A body that is no form is not signed itself: its SHA-256 goes into the query, which is.</summary>
    public static string WithBodyHash(string url, ReadOnlySpan<byte> body) =>
        $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}bodySHA256={Convert.ToHexStringLower(SHA256.HashData(body))}";

    private static string WithoutPort(string authority)
    {
        var colon = authority.LastIndexOf(':');
        return colon > authority.LastIndexOf(']') ? authority[..colon] : authority;
    }
}
