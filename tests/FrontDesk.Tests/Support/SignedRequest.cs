using System.Security.Cryptography;
using System.Text;

namespace FrontDesk.Tests.Support;

/// <summary>A webhook written by hand, signed the plain way: neither the desk's validator nor the simulator's signer is asked.</summary>
public sealed record SignedRequest
{
    public required string Address { get; init; }

    public required string Target { get; init; }

    public required string Token { get; init; }

    public required IReadOnlyList<(string Name, string Value)> Fields { get; init; }

    public string Signature => Sign(
        Address + Target + string.Concat(Fields.Distinct()
            .OrderBy(sent => sent.Name, StringComparer.Ordinal).ThenBy(sent => sent.Value, StringComparer.Ordinal)
            .Select(sent => sent.Name + sent.Value)),
        Token);

    public static string Sign(string text, string token)
    {
        // SHA-1 is what the carrier signs with.
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, Encoding.UTF8.GetBytes(token));
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        return Convert.ToBase64String(hash.GetHashAndReset());
    }

    /// <summary>An address that reaches the desk letter by letter as written, escapes and all.</summary>
    public static Uri Exactly(Uri reached, string target) =>
        new(reached.GetLeftPart(UriPartial.Authority) + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    /// <param name="reached">Where the desk listens, which is not the address it is known under.</param>
    public HttpRequestMessage To(Uri reached)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Exactly(reached, Target)) { Content = Body() };
        request.Headers.Add("X-Twilio-Signature", Signature);
        return request;
    }

    public ByteArrayContent Body()
    {
        var encoded = string.Join('&', Fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes(encoded));
        body.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        return body;
    }
}
