using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace FrontDesk.Web.Telephony;

/// <summary>Whether a request comes from the carrier: the signature over the address it was given and the fields it sent.</summary>
/// <remarks>
/// The address is ours as configured plus what stands in the request line; what the request says of its host, or a proxy of
/// the request, is never asked. A name sent twice counts once for each different value, in their order, as the carrier's
/// own Python and Node libraries have it; joining them with commas (C#) would let one signature stand for two bodies.
/// </remarks>
public sealed class TwilioSignature
{
    private readonly byte[][] addresses;
    private readonly byte[][] tokens;
    private readonly int room;

    public TwilioSignature(Uri publicUrl, params IEnumerable<string?> tokens)
    {
        addresses = [.. WithAndWithoutPort(publicUrl).Select(Encoding.UTF8.GetBytes)];
        room = addresses.Max(address => address.Length);
        this.tokens = [.. tokens.OfType<string>().Where(token => token.Length > 0).Select(Encoding.UTF8.GetBytes)];
    }

    /// <param name="target">Path and query exactly as they stood in the request line.</param>
    /// <param name="posted">The fields of a form in the body; null where there is none.</param>
    public bool Signs(string target, WebhookForm? posted, string signature)
    {
        Span<byte> claimed = stackalloc byte[HMACSHA1.HashSizeInBytes];
        if (!Convert.TryFromBase64String(signature, claimed, out var length) || length != claimed.Length)
        {
            return false;
        }

        // The address is written right before the rest, so that its other form can take its place.
        var text = ArrayPool<byte>.Shared.Rent(room + Encoding.UTF8.GetMaxByteCount(target.Length) + (posted?.DecodedLength ?? 0));
        var end = room + Encoding.UTF8.GetBytes(target, text.AsSpan(room));
        end += posted is null ? 0 : WriteSorted(posted, text.AsSpan(end));
        var genuine = AnyKeySigns(text.AsSpan(0, end), claimed);
        ArrayPool<byte>.Shared.Return(text);
        return genuine;
    }

    /// <summary>A body that is no form is vouched for by its hash, which stands in the signed address.</summary>
    public static bool IsBodyOf(WebhookForm query, ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return query["bodySHA256"u8] is { } hex
            && hex.Length == hash.Length * 2
            && hex.All(char.IsAsciiHexDigit)
            && CryptographicOperations.FixedTimeEquals(Convert.FromHexString(hex), hash);
    }

    private bool AnyKeySigns(Span<byte> text, ReadOnlySpan<byte> claimed)
    {
        Span<byte> computed = stackalloc byte[HMACSHA1.HashSizeInBytes];
        foreach (var address in addresses)
        {
            address.CopyTo(text[(room - address.Length)..]);
            foreach (var token in tokens)
            {
#pragma warning disable CA5350 // SHA-1 is what the carrier signs with; as a keyed hash it still stands.
                HMACSHA1.HashData(token, text[(room - address.Length)..], computed);
#pragma warning restore CA5350
                if (CryptographicOperations.FixedTimeEquals(computed, claimed))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int WriteSorted(WebhookForm form, Span<byte> text)
    {
        Span<int> order = stackalloc int[form.Count];
        Sort(form, order);
        var length = 0;
        for (var i = 0; i < order.Length; i++)
        {
            if (i > 0 && Compare(form, order[i], order[i - 1]) == 0)
            {
                continue;
            }

            form.Name(order[i]).CopyTo(text[length..]);
            length += form.Name(order[i]).Length;
            form.Value(order[i]).CopyTo(text[length..]);
            length += form.Value(order[i]).Length;
        }

        return length;
    }

    // By insertion: there are few fields, they come nearly sorted, and nothing need be allocated.
    private static void Sort(WebhookForm form, Span<int> order)
    {
        for (var i = 0; i < order.Length; i++)
        {
            var at = i;
            for (; at > 0 && Compare(form, i, order[at - 1]) < 0; at--)
            {
                order[at] = order[at - 1];
            }

            order[at] = i;
        }
    }

    private static int Compare(WebhookForm form, int left, int right)
    {
        var names = form.Name(left).SequenceCompareTo(form.Name(right));
        return names != 0 ? names : form.Value(left).SequenceCompareTo(form.Value(right));
    }

    // Voice webhooks over https are signed without the port, others with it: either form is taken.
    private static IEnumerable<string> WithAndWithoutPort(Uri publicUrl)
    {
        // As written, since the carrier signs the host in the letters it was given; a Uri would make them small.
        var written = publicUrl.OriginalString;
        var host = written.IndexOf("://", StringComparison.Ordinal) + 3;
        var path = written.IndexOf('/', host) is var slash and >= 0 ? slash : written.Length;
        var scheme = written[..host];
        var authority = written[host..path];
        authority = authority[(authority.LastIndexOf('@') + 1)..];
        var colon = authority.LastIndexOf(':');
        var named = colon > authority.LastIndexOf(']');
        var bare = named ? authority[..colon] : authority;
        yield return scheme + authority + written[path..];
        yield return scheme + (named ? bare : $"{bare}:{publicUrl.Port}") + written[path..];
    }
}
