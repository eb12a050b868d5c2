using System.Text;
using FrontDesk.Calls;

namespace FrontDesk.Contacts;

/// <summary>A telephone number as people and address books write it: "(310) 555-0142 ext. 7", "tel:+44-20-7946-0123".</summary>
public static class WrittenNumber
{
    private static readonly string[] Extensions = [";ext=", "extension", "ext.", "ext", "x", "#", "p", ",", ";"];

    /// <param name="extension">The digits after the number, where there are any.</param>
    /// <returns>Null where it cannot be dialled from everywhere.</returns>
    public static PhoneNumber? TryRead(string text, out string? extension)
    {
        var written = text.Trim();
        written = written.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? written[4..] : written;
        extension = null;
        foreach (var sign in Extensions)
        {
            var at = written.IndexOf(sign, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && Digits(written[(at + sign.Length)..]) is { Length: > 0 and <= 8 } digits && digits[0] != '+')
            {
                (extension, written) = (digits, written[..at]);
                break;
            }
        }

        return written.Any(char.IsLetter) ? null : Read(Digits(written));
    }

    // "+44 (0) 20 …" holds a zero nobody dials from abroad.
    private static PhoneNumber? Read(string digits) => digits.StartsWith('+')
        ? PhoneNumber.TryParse(digits, out var number) ? number : null
        : SpokenNumber.FromDigits(digits);

    private static string Digits(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var sign in text.Replace("(0)", "", StringComparison.Ordinal))
        {
            if (char.IsAsciiDigit(sign) || (sign == '+' && digits.Length == 0))
            {
                digits.Append(sign);
            }
        }

        return digits.ToString();
    }
}
