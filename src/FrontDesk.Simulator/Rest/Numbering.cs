using System.Text.RegularExpressions;

namespace FrontDesk.Simulator.Rest;

/// <summary>What a number may look like, and Twilio's magic numbers, which place nothing and only show an error.</summary>
internal static partial class Numbering
{
    private const string Magic = "+1500555";

    public static bool IsE164(string number) => E164().IsMatch(number);

    public static bool IsMagic(string number) => number.StartsWith(Magic, StringComparison.Ordinal) && number.Length == 12;

    /// <summary>The error a magic pair of numbers stands for in a call, null when it is good.</summary>
    public static int? MagicCallFault(string from, string to) => (from[^4..], to[^4..]) switch
    {
        ("0001", _) => 21212,
        (not "0006", _) when IsMagic(from) => 21210,
        (_, "0001") when IsMagic(to) => 21217,
        (_, "0002") when IsMagic(to) => 21214,
        (_, "0003") when IsMagic(to) => 21215,
        (_, "0004") when IsMagic(to) => 21216,
        _ => null,
    };

    /// <summary>The error a magic pair of numbers stands for in a text, null when it is good.</summary>
    public static int? MagicTextFault(string from, string to) => (from[^4..], to[^4..]) switch
    {
        ("0001", _) => 21212,
        ("0008", _) => 21611,
        (not "0006", _) when IsMagic(from) => 21606,
        (_, "0001") when IsMagic(to) => 21211,
        (_, "0002") when IsMagic(to) => 21612,
        (_, "0003") when IsMagic(to) => 21408,
        (_, "0004") when IsMagic(to) => 21610,
        (_, "0009") when IsMagic(to) => 21614,
        _ => null,
    };

    /// <summary>(310) 555-0142, or the number as it is.</summary>
    public static string Formatted(string number) =>
        number.Length == 12 && number.StartsWith("+1", StringComparison.Ordinal)
            ? $"({number[2..5]}) {number[5..8]}-{number[8..]}"
            : number;

    [GeneratedRegex(@"^\+[1-9]\d{6,14}$", RegexOptions.None, 1000)]
    private static partial Regex E164();
}
