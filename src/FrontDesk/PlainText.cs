using System.Buffers;
using System.Globalization;
using System.Text;

namespace FrontDesk;

/// <summary>What callers say, made fit to be kept, shown or spoken. Nothing here escapes: that is the page's and the TwiML's own work.</summary>
public static class PlainText
{
    private const string CutHere = " [cut]";

    private static readonly SearchValues<char> AnySoundless = SearchValues.Create("{}<>[]\\^|~`*_");

    private static readonly char[] Soundless = ['{', '}', '<', '>', '[', ']', '\\', '^', '|', '~', '`', '*', '_'];

    /// <summary>As heard, in NFC, without what databases choke on: NUL goes, half a surrogate pair becomes U+FFFD.</summary>
    public static string ForKeeping(string text)
    {
        if (Ascii.IsValid(text) && !text.Contains('\0', StringComparison.Ordinal))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != 0)
            {
                kept.Append(rune);
            }
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>On one line, without controls or anything that turns the direction of the text around it.</summary>
    public static string ForShowing(string text)
    {
        if (IsPlainLine(text))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        foreach (var rune in ForKeeping(text).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                AppendSpace(shown);
            }
            else if (!IsUnseen(rune))
            {
                shown.Append(rune);
            }
        }

        return shown.ToString().TrimEnd();
    }

    /// <summary>As shown, without the signs no voice has a sound for, and no longer than a listener bears.</summary>
    /// <param name="most">In characters; the cut never splits one that is seen as one.</param>
    public static string ForSpeaking(string text, int most)
    {
        var shown = ForShowing(text);
        return Cut(shown.AsSpan().ContainsAny(AnySoundless) ? string.Concat(shown.Split(Soundless)).Trim() : shown, most);
    }

    /// <summary>The beginning of a text, cut between whole characters as a reader sees them.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = 0;
        while (end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= most)
        {
            end = next;
        }

        return text[..end].TrimEnd();
    }

    /// <summary>A text no longer than a column takes, which says so where it was cut.</summary>
    public static string CutAndSaySo(string text, int most) =>
        text.Length <= most ? text : Cut(text, most - CutHere.Length) + CutHere;

    /// <summary>Nearly everything the desk says: nothing in it to leave out.</summary>
    private static bool IsPlainLine(string text)
    {
        var last = ' ';
        foreach (var letter in text)
        {
            if (letter is < ' ' or > '~' || (letter == ' ' && last == ' '))
            {
                return false;
            }

            last = letter;
        }

        return last != ' ' || text.Length == 0;
    }

    private static void AppendSpace(StringBuilder shown)
    {
        if (shown.Length > 0 && shown[^1] != ' ')
        {
            shown.Append(' ');
        }
    }

    /// <summary>Format characters other than the two joiners, which emoji and some scripts need; and code points that are none.</summary>
    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        UnicodeCategory.OtherNotAssigned => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF,
        UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate => true,
        _ => rune == Rune.ReplacementChar,
    };
}
