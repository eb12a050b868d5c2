using System.Globalization;
using System.Text;

namespace FrontDesk.Texts;

/// <summary>What the boss means by a text: a digit, because words belong to the carrier.</summary>
public abstract record TextCommand
{
    /// <summary>The carrier answers these itself and may close the line to us; they can never be commands of ours.</summary>
    public static readonly IReadOnlyDictionary<string, CarrierAct> CarrierWords = new Dictionary<string, CarrierAct>(StringComparer.OrdinalIgnoreCase)
    {
        ["STOP"] = CarrierAct.OptsOut,
        ["STOPALL"] = CarrierAct.OptsOut,
        ["UNSUBSCRIBE"] = CarrierAct.OptsOut,
        ["END"] = CarrierAct.OptsOut,
        ["QUIT"] = CarrierAct.OptsOut,
        ["CANCEL"] = CarrierAct.OptsOut,
        ["REVOKE"] = CarrierAct.OptsOut,
        ["OPTOUT"] = CarrierAct.OptsOut,
        ["START"] = CarrierAct.OptsIn,
        ["YES"] = CarrierAct.OptsIn,
        ["UNSTOP"] = CarrierAct.OptsIn,
        ["HELP"] = CarrierAct.AsksForHelp,
        ["INFO"] = CarrierAct.AsksForHelp,
    };

    /// <summary>Our own commands, as they are texted.</summary>
    public static readonly IReadOnlyDictionary<string, TextCommand> Commands = new Dictionary<string, TextCommand>(StringComparer.Ordinal)
    {
        ["1"] = new Do(LineAct.Returned),
        ["2"] = new Do(LineAct.Snooze),
        ["3"] = new Do(LineAct.CallMe),
        ["5"] = new ReadSheet(),
        ["6"] = new BackInOffice(),
        ["8"] = new Next(),
        ["9"] = new Hold(),
        ["0"] = new GoOn(),
    };

    private const int LongestHold = 24;

    /// <summary>Half is not one and two.</summary>
    private const int FractionSlash = 0x2044;

    private TextCommand()
    {
    }

    /// <summary>The digit it was texted as; null for all that is not one digit.</summary>
    public int? Digit => this is Number number ? number.Value
        : Commands.FirstOrDefault(command => command.Value == this).Key is { } digit ? digit[0] - '0'
        : null;

    public static TextCommand Parse(string? body)
    {
        var word = Bare(body ?? "");
        return Commands.TryGetValue(word, out var command) ? command
            : CarrierWords.TryGetValue(word, out var act) ? new CarrierWord(act)
            : Numbers(word.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>"4" may be a line of a list, "1 2" is the first command on its second line, and "9 3" holds for three hours.</summary>
    private static TextCommand Numbers(string[] words) => words switch
    {
        [[>= '1' and <= '9' and var number]] => new Number(number - '0'),
        [[>= '1' and <= '3' and var act], [>= '1' and <= '9' and var item]] => new Do((LineAct)(act - '0'), item - '0'),
        ["9", { Length: <= 2 } hours] when int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var held) && held is >= 1 and <= LongestHold => new Hold(held),
        _ => new NotUnderstood(),
    };

    /// <summary>Without what stands around it, and digits of any script or keycap as 0 to 9.</summary>
    private static string Bare(string body)
    {
        var bare = new StringBuilder();
        foreach (var rune in PlainText.ForShowing(body).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsDigit(rune))
            {
                bare.Append((int)Rune.GetNumericValue(rune));
            }
            else
            {
                bare.Append(Rune.IsLetter(rune) || Rune.IsNumber(rune) || rune.Value == FractionSlash ? rune.ToString() : " ");
            }
        }

        return bare.ToString().Trim();
    }

    /// <summary>1, 2 or 3: something is to be done with one line.</summary>
    /// <param name="Item">Its number in the list the boss was sent.</param>
    public sealed record Do(LineAct Act, int? Item = null) : TextCommand;

    /// <summary>5: the sheet, in a text.</summary>
    public sealed record ReadSheet : TextCommand;

    /// <summary>6: back in the office; a clean copy is made.</summary>
    public sealed record BackInOffice : TextCommand;

    /// <summary>8: the next line of the sheet.</summary>
    public sealed record Next : TextCommand;

    /// <summary>9: nothing but ASAP calls is told until the boss wakes tomorrow, or for so many hours.</summary>
    public sealed record Hold(int? Hours = null) : TextCommand;

    /// <summary>0: nothing is held any more.</summary>
    public sealed record GoOn : TextCommand;

    /// <summary>A digit that is nothing but a number in a list.</summary>
    public sealed record Number(int Value) : TextCommand;

    /// <summary>A word the carrier acts upon by itself: never answered by us.</summary>
    public sealed record CarrierWord(CarrierAct Act) : TextCommand;

    public sealed record NotUnderstood : TextCommand;
}

/// <summary>What may be done with a line by text, each by its digit.</summary>
public enum LineAct
{
    Returned = 1,

    /// <summary>To be reminded again in 30 minutes.</summary>
    Snooze = 2,

    /// <summary>The boss is rung and connected.</summary>
    CallMe = 3,
}

/// <summary>What the carrier does by itself on one of its words.</summary>
public enum CarrierAct
{
    /// <summary>Our texts to that phone are blocked from now on.</summary>
    OptsOut = 1,
    OptsIn = 2,
    AsksForHelp = 3,
}
