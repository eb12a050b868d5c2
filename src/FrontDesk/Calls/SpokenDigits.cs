using System.Text;

namespace FrontDesk.Calls;

/// <summary>Digits said one after the other, as they are grouped by those who say them: "three ten, double five…".</summary>
/// <param name="To">The word after the last of them; as <paramref name="From"/> where there are none.</param>
internal readonly record struct SpokenDigits(string Digits, int From, int To)
{
    private const int MostDigits = 40;

    private static readonly Dictionary<string, string> Words = new()
    {
        ["zero"] = "0",
        ["oh"] = "0",
        ["o"] = "0",
        ["nought"] = "0",
        ["naught"] = "0",
        ["nil"] = "0",
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

    private static readonly HashSet<string> Between =
        ["area", "code", "dash", "hyphen", "dot", "point", "uh", "um", "er", "erm", "then", "and", "space", "hmm"];

    /// <summary>A plus sign does not count.</summary>
    public int Count => Digits is null ? 0 : Digits.StartsWith('+') ? Digits.Length - 1 : Digits.Length;

    /// <summary>The digits that begin with this word; one North American number ends where it is whole and the speaker pauses.</summary>
    /// <param name="toPause">Ends with the first pause.</param>
    public static SpokenDigits At(Utterance said, int from, bool toPause = false)
    {
        var (digits, end, area) = (new StringBuilder(), from, 0);
        for (var at = from; at < said.Words.Count && digits.Length < MostDigits && !(toPause && at > from && said.Words[at].Before != Break.None);)
        {
            if (At(said, at, digits) is ({ } more, var used))
            {
                digits.Append(more);
                end = at += used;
            }
            else if (digits.Length > 0 && (Between.Contains(said.Words[at].Plain) || (digits.Length == 3 && said.Words[at].Plain is "number" or "numbers" or "codes")))
            {
                area = said.Words[at].Plain == "code" ? digits.Length : area;
                at++;
            }
            else
            {
                break;
            }
        }

        var all = digits.ToString();
        return new SpokenDigits(area == 7 && all.Length == 10 ? all[7..] + all[..7] : all, from, end);
    }

    private static (string? Digits, int Words) At(Utterance said, int at, StringBuilder before)
    {
        var more = Piece(said, at);
        var whole = before.Length > 0 && said.Words[at].Before != Break.None && IsNorthAmerican(before);
        return more.Digits is null || whole || (more.Digits[0] == '+' && before.Length > 0) ? (null, 0) : more;
    }

    private static bool IsNorthAmerican(StringBuilder digits) => digits.Length switch
    {
        10 => digits[0] is >= '2' and <= '9' && digits[3] >= '2',
        11 => digits[0] == '1',
        _ => false,
    };

    /// <summary>What the words here add to a number, and how many words that took.</summary>
    private static (string? Digits, int Words) Piece(Utterance said, int at)
    {
        var next = Single(said, at + 1);
        return Plain(said, at) switch
        {
            "plus" when Piece(said, at + 1) is ({ } first, var used) && char.IsAsciiDigit(first[0]) => ($"+{first}", used + 1),
            "double" when next is { Length: 1 } => ($"{next}{next}", 2),
            "triple" or "treble" when next is { Length: 1 } => ($"{next}{next}{next}", 2),
            "quadruple" when next is { Length: 1 } => ($"{next}{next}{next}{next}", 2),
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
        { } word => Words.GetValueOrDefault(word),
    };

    private static string? Plain(Utterance said, int at) => at < said.Words.Count ? said.Words[at].Plain : null;
}
