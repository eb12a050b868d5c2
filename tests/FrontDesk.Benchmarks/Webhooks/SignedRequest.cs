using System.Security.Cryptography;
using System.Text;

namespace FrontDesk.Benchmarks.Webhooks;

/// <summary>A webhook as the carrier sends it: a form and its signature.</summary>
public sealed record SignedRequest(Uri Url, string Body, string Signature)
{
    /// <param name="url">As it is signed; where it goes to may be another place.</param>
    public static SignedRequest Of(Uri url, IReadOnlyDictionary<string, string> form)
    {
        var signed = new StringBuilder(url.AbsoluteUri);
        var body = new StringBuilder();
        foreach (var (name, value) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            signed.Append(name).Append(value);
            body.Append(body.Length == 0 ? "" : "&").Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

#pragma warning disable CA5350 // the carrier signs with SHA-1; it is not ours to choose
        var hash = HMACSHA1.HashData(Encoding.UTF8.GetBytes(Account.AuthToken), Encoding.UTF8.GetBytes(signed.ToString()));
#pragma warning restore CA5350
        return new(url, body.ToString(), Convert.ToBase64String(hash));
    }

    /// <summary>On its way to one node.</summary>
    public HttpRequestMessage To(Uri node) => new(HttpMethod.Post, new Uri(node, Url.PathAndQuery))
    {
        Content = new StringContent(Body, null, "application/x-www-form-urlencoded"),
        Headers = { { "X-Twilio-Signature", Signature } },
    };
}
