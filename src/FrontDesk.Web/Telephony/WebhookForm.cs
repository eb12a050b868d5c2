using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace FrontDesk.Web.Telephony;

/// <summary>What a webhook brought: its fields in the order they came, decoded once into one pooled buffer. Lives as long as the request.</summary>
public sealed class WebhookForm : IDisposable
{
    public const int MostFields = 256;

    private byte[] bytes;
    private Field[] fields;

    private WebhookForm(byte[] bytes, Field[] fields) => (this.bytes, this.fields) = (bytes, fields);

    public int Count { get; private set; }

    /// <summary>The first value of that name; a repeated one is a fault of the sender, and the first stands.</summary>
    public string? this[ReadOnlySpan<byte> name] => TryFind(name, out var value) ? Encoding.UTF8.GetString(value) : null;

    /// <summary>Of the call it is about; empty where it names none.</summary>
    public string CallSid => this["CallSid"u8] ?? "";

    /// <summary>The keys that were pressed; empty where none was.</summary>
    public string Keys => this["Digits"u8] ?? "";

    /// <summary>When what it tells of happened, by the carrier's clock; null where it does not say.</summary>
    public DateTimeOffset? HappenedAt => CarrierTime.Read(this["Timestamp"u8]);

    internal int DecodedLength { get; private set; }

    /// <returns>Null when the text is not form encoding, or has more fields than any webhook.</returns>
    public static WebhookForm? Parse(ReadOnlySpan<byte> encoded)
    {
        var form = new WebhookForm(ArrayPool<byte>.Shared.Rent(Math.Max(encoded.Length, 1)), ArrayPool<Field>.Shared.Rent(64));
        while (!encoded.IsEmpty)
        {
            var end = encoded.IndexOf((byte)'&');
            var pair = end < 0 ? encoded : encoded[..end];
            encoded = end < 0 ? default : encoded[(end + 1)..];
            if (!pair.IsEmpty && !form.TryAdd(pair))
            {
                form.Dispose();
                return null;
            }
        }

        return form;
    }

    /// <summary>The fields this request's signature vouches for.</summary>
    public static WebhookForm Of(HttpContext context) => context.Features.GetRequiredFeature<WebhookForm>();

    public bool TryFind(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        for (var i = 0; i < Count; i++)
        {
            if (Name(i).SequenceEqual(name))
            {
                value = Value(i);
                return true;
            }
        }

        value = default;
        return false;
    }

    public bool Has(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => TryFind(name, out var found) && found.SequenceEqual(value);

    public ReadOnlySpan<byte> Name(int index) => bytes.AsSpan(fields[index].Name.Start, fields[index].Name.Length);

    public ReadOnlySpan<byte> Value(int index) => bytes.AsSpan(fields[index].Value.Start, fields[index].Value.Length);

    public void Dispose()
    {
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<Field>.Shared.Return(fields);
            (bytes, fields, Count) = ([], [], 0);
        }
    }

    private bool TryAdd(ReadOnlySpan<byte> pair)
    {
        if (Count == MostFields)
        {
            return false;
        }

        if (Count == fields.Length)
        {
            Grow();
        }

        var equals = pair.IndexOf((byte)'=');
        var name = equals < 0 ? pair : pair[..equals];
        var value = equals < 0 ? default : pair[(equals + 1)..];
        if (!TryDecode(name, out var nameAt) || !TryDecode(value, out var valueAt))
        {
            return false;
        }

        fields[Count++] = new Field(nameAt, valueAt);
        return true;
    }

    private void Grow()
    {
        var larger = ArrayPool<Field>.Shared.Rent(MostFields);
        fields.CopyTo(larger, 0);
        ArrayPool<Field>.Shared.Return(fields);
        fields = larger;
    }

    private bool TryDecode(ReadOnlySpan<byte> encoded, out Stretch at)
    {
        var start = DecodedLength;
        for (var i = 0; i < encoded.Length; i++)
        {
            var letter = encoded[i];
            if (letter == '%')
            {
                if (i + 2 >= encoded.Length || !TryHex(encoded[i + 1], encoded[i + 2], out letter))
                {
                    at = default;
                    return false;
                }

                i += 2;
            }
            else if (letter == '+')
            {
                letter = (byte)' ';
            }

            bytes[DecodedLength++] = letter;
        }

        at = new Stretch(start, DecodedLength - start);
        return true;
    }

    private static bool TryHex(byte high, byte low, out byte value)
    {
        value = 0;
        if (!char.IsAsciiHexDigit((char)high) || !char.IsAsciiHexDigit((char)low))
        {
            return false;
        }

        value = (byte)((Nibble(high) << 4) | Nibble(low));
        return true;
    }

    private static int Nibble(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Stretch(int Start, int Length);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Field(Stretch Name, Stretch Value);
}
