namespace FrontDesk.Contacts;

/// <summary>The country a number in E.164 begins with, in digits: "1", "44", "353".</summary>
public static class CountryCode
{
    // The rest of the world's have three digits.
    private static readonly HashSet<string> OfTwo =
    [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51", "52", "53", "54", "55",
        "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ];

    /// <summary>Written like one; whether any country has it is the carrier's to know.</summary>
    public static bool IsOne(string text) => text.Length is >= 1 and <= 3 && text.All(char.IsAsciiDigit) && text[0] != '0';

    public static string Of(PhoneNumber number) => number.E164 switch
    {
        ['+', '1' or '7', ..] one => one[1..2],
        var other when OfTwo.Contains(other[1..3]) => other[1..3],
        var other => other[1..4],
    };
}
