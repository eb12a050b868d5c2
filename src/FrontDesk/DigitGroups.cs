namespace FrontDesk;

/// <summary>How a number falls into groups that an eye or an ear can hold.</summary>
internal static class DigitGroups
{
    private static readonly HashSet<string> TwoDigitCountries =
    [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51", "52", "53",
        "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94",
        "95", "98",
    ];

    /// <summary>Area, exchange and line; null for a number from elsewhere.</summary>
    public static string[]? NorthAmerican(string e164) =>
        e164 is ['+', '1', ..] and { Length: 12 } ? [e164[2..5], e164[5..8], e164[8..]] : null;

    /// <summary>The country, then threes with a four or a two at the end: without a plan of every country, a fair reading.</summary>
    public static IReadOnlyList<string> Abroad(string e164)
    {
        var country = e164[1] is '1' or '7' ? 1 : TwoDigitCountries.Contains(e164[1..3]) ? 2 : 3;
        List<string> groups = [e164[1..(1 + country)]];
        for (var at = 1 + country; at < e164.Length;)
        {
            var left = e164.Length - at;
            var take = left is 2 or 4 ? left : 3;
            groups.Add(e164.Substring(at, Math.Min(take, left)));
            at += take;
        }

        return groups;
    }

    public static string ForTheEar(IEnumerable<string> groups) => string.Join(", ", groups.Select(group => string.Join(' ', group.AsEnumerable())));
}
