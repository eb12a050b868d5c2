using System.Text;

namespace FrontDesk.Calls;

/// <summary>A telephone number as callers say it or key it: "eight eight eight, double five…", "310-555-0142", "plus 44 20 …".</summary>
public static class SpokenNumber
{
    /// <summary>Fewer digits than this are not taken for a number where none was asked for.</summary>
    internal const int FewestDigits = 7;

    private static readonly Dictionary<string, string> DigitWords = new()
    {
        ["zero"] = "0",
        ["oh"] = "0",
        ["o"] = "0",
        ["nought"] = "0",
        ["naught"] = "0",
        ["one"] = "1",
        ["two"] = "2",
        ["three"] = "3",
        ["four"] = "4",
        ["five"] = "5",
        ["six"] = "6",
        ["seven"] = "7",
        ["eight"] = "8",
        ["nine"] = "9",
        ["ten"] = "10",
        ["eleven"] = "11",
        ["twelve"] = "12",
        ["thirteen"] = "13",
        ["fourteen"] = "14",
        ["fifteen"] = "15",
        ["sixteen"] = "16",
        ["seventeen"] = "17",
        ["eighteen"] = "18",
        ["nineteen"] = "19",
    };

    private static readonly Dictionary<string, string> Tens = new()
    {
        ["twenty"] = "2",
        ["thirty"] = "3",
        ["forty"] = "4",
        ["fifty"] = "5",
        ["sixty"] = "6",
        ["seventy"] = "7",
        ["eighty"] = "8",
        ["ninety"] = "9",
    };

    private static readonly HashSet<string> Between = ["area", "code", "dash", "hyphen", "dot", "point", "uh", "um", "then", "and"];

    /// <summary>The number in what was said or keyed, if it holds exactly one that can be dialled from anywhere.</summary>
    public static PhoneNumber? TryRead(string text) => Find(Utterance.Of(text), FewestDigits)?.Number;

    /// <summary>Ten or eleven digits are North American; 011, 00 or a plus begin a number from elsewhere.</summary>
    public static PhoneNumber? FromDigits(string digits)
    {
        var e164 = digits switch
        {
            ['+', ..] => digits,
            ['0', '1', '1', .. var abroad] => $"+{abroad}",
            ['0', '0', .. var abroad] => $"+{abroad}",
            { Length: 10 } => $"+1{digits}",
            ['1', ..] and { Length: 11 } => $"+{digits}",
            _ => null,
        };
        return PhoneNumber.TryParse(e164, out var number) && IsPlausible(number.E164) ? number : null;
    }

    /// <summary>The first run of digits that is long enough, with the words it takes up.</summary>
    internal static NumberHeard? Find(Utterance said, int fewestDigits)
    {
        for (var at = 0; at < said.Words.Count;)
        {
            var (digits, end) = Run(said, at);
            if (digits.Count(char.IsAsciiDigit) >= fewestDigits)
            {
                var (extension, last) = Extension(said, end);
                return new NumberHeard(FromDigits(digits), said.Quote(at, last), at, last, extension);
            }

            at = Math.Max(end, at + 1);
        }

        return null;
    }

    /// <summary>An area code and an exchange never begin with 0 or 1.</summary>
    private static bool IsPlausible(string e164) =>
        e164[1] != '1' || (e164.Length == 12 && e164[2] is >= '2' and <= '9' && e164[5] is >= '2' and <= '9');

    private static (string Digits, int End) Run(Utterance said, int from)
    {
        var digits = new StringBuilder();
        var end = from;
        for (var at = from; at < said.Words.Count;)
        {
            if (Digits(said, at) is ({ } more, var used) && !(more[0] == '+' && digits.Length > 0))
            {
                digits.Append(more);
                end = at += used;
            }
            else if (digits.Length > 0 && Between.Contains(said.Words[at].Plain))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return (digits.ToString(), end);
    }

    /// <summary>What the words here add to a number, and how many words that took.</summary>
    private static (string? Digits, int Words) Digits(Utterance said, int at)
    {
        var next = Single(said, at + 1);
        return Plain(said, at) switch
        {
            "plus" when next is not null => ($"+{next}", 2),
            "double" when next is { Length: 1 } => ($"{next}{next}", 2),
            "triple" or "treble" when next is { Length: 1 } => ($"{next}{next}{next}", 2),
            { } tens when Tens.TryGetValue(tens, out var ten) => next is { Length: 1 } and not "0" ? (ten + next, 2) : (ten + "0", 1),
            _ when Single(said, at) is { } single => Plain(said, at + 1) switch
            {
                "hundred" => (single + "00", 2),
                "thousand" => (single + "000", 2),
                _ => (single, 1),
            },
            _ => (null, 0),
        };
    }

    private static string? Single(Utterance said, int at) => Plain(said, at) switch
    {
        null => null,
        ['+', .. var digits] when digits.Length > 0 && digits.All(char.IsAsciiDigit) => $"+{digits}",
        { } digits when digits.All(char.IsAsciiDigit) => digits,
        { } word => DigitWords.GetValueOrDefault(word),
    };

    private static (bool Given, int End) Extension(Utterance said, int end)
    {
        if (Plain(said, end) is not ("extension" or "ext" or "x"))
        {
            return (false, end);
        }

        var (digits, last) = Run(said, end + 1);
        return digits.Length > 0 ? (true, last) : (false, end);
    }

    private static string? Plain(Utterance said, int at) => at < said.Words.Count ? said.Words[at].Plain : null;
}

/// <summary>A number found in what was said.</summary>
/// <param name="Number">Null where the digits make none that can be dialled from anywhere.</param>
/// <param name="AsHeard">With its extension, if one was given.</param>
public sealed record NumberHeard(PhoneNumber? Number, string AsHeard, int From, int To, bool HasExtension)
{
    /// <summary>True when the E.164 number says all that was heard.</summary>
    public bool IsWhole => Number is not null && !HasExtension;
}
