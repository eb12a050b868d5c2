using System.Globalization;
using System.Text;

namespace FrontDesk.Contacts;

/// <summary>A name as it is looked up: without case, accents and the signs between its words. "O’Neill, Siân" is "oneill sian".</summary>
public static class NameKey
{
    private const int MostBytesInOrder = 200;

    // Letters that have no accent to take away.
    private static readonly Dictionary<char, string> Plain = new()
    {
        ['ł'] = "l",
        ['ø'] = "o",
        ['đ'] = "d",
        ['ð'] = "d",
        ['ħ'] = "h",
        ['ı'] = "i",
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['þ'] = "th",
    };

    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var letter in PlainText.ForShowing(text).Normalize(NormalizationForm.FormKD))
        {
            var lower = char.ToLowerInvariant(letter);
            if (Plain.TryGetValue(lower, out var plain))
            {
                key.Append(plain);
            }
            else if (char.IsLetterOrDigit(lower) || char.IsSurrogate(lower) || char.IsSymbol(lower))
            {
                key.Append(lower);
            }
            else if (!IsWithin(letter) && key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString().TrimEnd();
    }

    /// <summary>In hexadecimal, which every database has in the same order.</summary>
    public static string InOrder(string text)
    {
        ReadOnlySpan<byte> key = Encoding.UTF8.GetBytes(Of(text));
        return Convert.ToHexString(key[..Math.Min(key.Length, MostBytesInOrder)]);
    }

    /// <summary>Accents and apostrophes end no word.</summary>
    private static bool IsWithin(char sign) =>
        sign is '\'' or '’' or '.' || char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;
}
