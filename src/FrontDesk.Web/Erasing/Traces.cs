namespace FrontDesk.Web.Erasing;

/// <summary>By what somebody is known again in a text that the desk or the boss wrote: their names and numbers.</summary>
internal sealed class Traces(IEnumerable<string> names, IEnumerable<PhoneNumber> numbers)
{
    private const int ShortestName = 3;
    private const int DigitsThatTell = 9;
    private const int LastDigits = 4;

    private readonly string[] names = [.. names.Select(name => name.Trim()).Where(name => name.Length >= ShortestName).Distinct(StringComparer.Ordinal)];
    private readonly string[] digits = [.. numbers.Select(number => number.E164[^Math.Min(DigitsThatTell, number.E164.Length - 1)..]).Distinct(StringComparer.Ordinal)];

    /// <summary>For "like": finds too much, never too little, of what the desk writes.</summary>
    public IEnumerable<string> Patterns =>
        [.. names.Select(name => $"%{Plain(name)}%"), .. digits.Select(number => $"%{number[^LastDigits..]}%")];

    /// <summary>A name as words of their own; one word alone ("Will") only as it is written. A number however it is grouped.</summary>
    public bool AreIn(string text) => Array.Exists(names, name => Has(text, name)) || (digits.Length > 0 && string.Concat(text.Where(char.IsAsciiDigit)) is var run && Array.Exists(digits, run.Contains));

    private static bool Has(string text, string name)
    {
        var how = name.Contains(' ', StringComparison.Ordinal) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        for (var at = text.IndexOf(name, how); at >= 0; at = text.IndexOf(name, at + 1, how))
        {
            if (!IsLetter(text, at - 1) && !IsLetter(text, at + name.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);

    // What means something else in a pattern, and what the engines fold differently, may be anything.
    private static string Plain(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == ' ' ? char.ToLowerInvariant(letter) : '_'));
}
