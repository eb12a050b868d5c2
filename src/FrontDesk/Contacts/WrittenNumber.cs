using System.Text.RegularExpressions;

namespace FrontDesk.Contacts;

/// <summary>A number as people write it: "(310) 555-0142 ext. 12", "+44 (0)20 7946 0958", and read as if dialled from the desk.</summary>
public sealed partial record WrittenNumber(PhoneNumber Number, string? Extension)
{
    private const int Patience = 1000;
    private const int Longest = 100;

    /// <param name="home">One of the desk's own lines: what is written without a country is of its country.</param>
    /// <returns>Null when it cannot be dialled.</returns>
    public static WrittenNumber? Read(string text, PhoneNumber? home)
    {
        var written = PlainText.ForShowing(text);
        if (written.Length > Longest || Shape().Match(written) is not { Success: true } found)
        {
            return null;
        }

        var digits = string.Concat(found.Groups["number"].Value.Replace("(0)", "", StringComparison.Ordinal).Where(sign => char.IsAsciiDigit(sign) || sign == '+'));
        return PhoneNumber.TryParse(digits.StartsWith('+') ? digits : Abroad(digits, home) ?? AtHome(digits, home), out var number)
            ? new WrittenNumber(number, found.Groups["extension"] is { Success: true, Value: var extension } ? extension : null)
            : null;
    }

    private static string? Abroad(string digits, PhoneNumber? home)
    {
        var exit = home is { } line && CountryCode.Of(line) == "1" ? "011" : "00";
        return digits.StartsWith(exit, StringComparison.Ordinal) ? $"+{digits[exit.Length..]}" : null;
    }

    private static string? AtHome(string digits, PhoneNumber? home) => (home is { } line ? CountryCode.Of(line) : null, digits) switch
    {
        (null, _) => null,
        ("1", { Length: 10 }) => $"+1{digits}",
        ("1", ['1', .. { Length: 10 }]) => $"+{digits}",
        ("1", _) => null,
        // Italy keeps its zero; Russia's is an eight.
        ("39", _) => $"+39{digits}",
        ("7", ['8', .. { Length: 10 } rest]) => $"+7{rest}",
        (var country, ['0', .. var rest]) => $"+{country}{rest}",
        var (country, _) when digits.Length > 10 && digits.StartsWith(country!, StringComparison.Ordinal) => $"+{digits}",
        var (country, _) => $"+{country}{digits}",
    };

    [GeneratedRegex(
        @"^(?:tel:)?(?<number>\(?\+?[\d\s().\-/\u2010-\u2015·]+?)(?:[\s,;]*(?:extension|ext\.?|;ext=|x|\#)[\s.:=]*(?<extension>\d{1,8}))?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        Patience)]
    private static partial Regex Shape();
}
