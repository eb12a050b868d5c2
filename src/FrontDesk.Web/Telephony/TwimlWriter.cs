using System.Buffers;
using System.Globalization;
using System.Text;

namespace FrontDesk.Web.Telephony;

/// <summary>Writes one document for the carrier's voice, as UTF-8 into one rented buffer. Everything that is not ours is text, never markup.</summary>
internal ref struct TwimlWriter(byte[] buffer)
{
    /// <summary>Room for the longest thing said and the longest address carried along, escaped at their worst.</summary>
    public const int Room = 64 * 1024;

    /// <summary>The voice reads no more than this at a time.</summary>
    public const int MostSpoken = 2500;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create(" !#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    private int length;

    public readonly int Length => length;

    public void Markup(ReadOnlySpan<byte> ours)
    {
        ours.CopyTo(buffer.AsSpan(length));
        length += ours.Length;
    }

    public void Number(int value)
    {
        value.TryFormat(buffer.AsSpan(length), out var written, provider: CultureInfo.InvariantCulture);
        length += written;
    }

    public void Spoken(string words) => Text(words.AsSpan(0, Math.Min(words.Length, MostSpoken)));

    public void Text(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAnyExcept(Plain) is var odd and >= 0 ? odd : text.Length;
            length += Encoding.UTF8.GetBytes(text[..plain], buffer.AsSpan(length));
            text = text[plain..];
            if (!text.IsEmpty)
            {
                Rune.DecodeFromUtf16(text, out var rune, out var taken);
                Odd(rune);
                text = text[taken..];
            }
        }
    }

    private void Odd(Rune rune)
    {
        switch (rune.Value)
        {
            case '&': Markup("&amp;"u8); break;
            case '<': Markup("&lt;"u8); break;
            case '>': Markup("&gt;"u8); break;
            case '"': Markup("&quot;"u8); break;
            case '\'': Markup("&apos;"u8); break;
            case '\t' or '\n' or '\r': Markup(" "u8); break;
            case var value when !Unspeakable(value): length += rune.EncodeToUtf8(buffer.AsSpan(length)); break;
            default: break;
        }
    }

    // What XML forbids, the other controls, the marks that turn the direction of text, and what stands for a broken character.
    private static bool Unspeakable(int value) =>
        value is < 0x20 or (>= 0x7F and <= 0x9F) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or (>= 0xFFFD and <= 0xFFFF);
}
