using System.Text;

namespace FrontDesk.Reminders;

/// <summary>The alphabet a text is sent in when it is to be one segment of 160: what it can carry, and how the rest is folded into it.</summary>
public static class Gsm7
{
    public const int SingleSegment = 160;

    /// <summary>In a text of several segments each gives up seven septets to tell which it is.</summary>
    public const int PartSegment = 153;

    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// <summary>Each costs two: an escape goes before it.</summary>
    private const string Extension = "^{}\\[~]|€";

    public static bool Carries(string text) => text.All(sign => Basic.Contains(sign) || Extension.Contains(sign));

    /// <summary>How much of a segment a text in this alphabet takes.</summary>
    public static int Septets(string text) => text.Length + text.Count(sign => Extension.Contains(sign));

    public static int Segments(string text) => Septets(text) switch
    {
        <= SingleSegment => 1,
        var septets => (septets + PartSegment - 1) / PartSegment,
    };

    /// <summary>On one line, in this alphabet alone. What has no counterpart is left out: never a question mark in its place.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in PlainText.ForShowing(text).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            folded.Append(FoldOne(rune));
        }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The beginning that fits, cut between words where that loses little, with two dots for the rest.</summary>
    public static string Cut(string folded, int septets)
    {
        if (Septets(folded) <= septets)
        {
            return folded;
        }

        var end = 0;
        for (var used = 2; end < folded.Length && (used += Septets(folded[end..(end + 1)])) <= septets;)
        {
            end++;
        }

        var space = folded.LastIndexOf(' ', Math.Max(end - 1, 0), Math.Max(end, 0));
        return end == 0 ? "" : $"{folded[..(space > end / 2 ? space : end)].TrimEnd(' ', ',', '.', ';', ':')}..";
    }

    private static string FoldOne(Rune rune)
    {
        // Before asking what is carried: of Greek the alphabet has ten capitals, and a name half in Greek reads worse than none.
        if (Transliteration.Of(rune) is { } latin)
        {
            return latin;
        }

        var sign = rune.ToString();
        if (Carries(sign))
        {
            return sign is "\n" or "\r" ? " " : sign;
        }

        var bare = string.Concat(sign.Normalize(NormalizationForm.FormD).EnumerateRunes().Where(part => !Rune.IsLetter(rune) || Rune.IsLetter(part)));
        return bare == sign ? "" : string.Concat(bare.EnumerateRunes().Select(FoldOne));
    }
}
