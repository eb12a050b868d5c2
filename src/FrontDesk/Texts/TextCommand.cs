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
        ["1"] = new Returned(),
        ["2"] = new Snooze(),
        ["3"] = new CallMe(),
        ["5"] = new ReadSheet(),
        ["6"] = new BackInOffice(),
    };

    private TextCommand()
    {
    }

    public static TextCommand Parse(string? body)
    {
        var word = Bare(body ?? "");
        return Commands.TryGetValue(word, out var command) ? command
            : CarrierWords.TryGetValue(word, out var act) ? new CarrierWord(act)
            : new NotUnderstood();
    }

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
                bare.Append(Rune.IsLetter(rune) || Rune.IsNumber(rune) ? rune.ToString() : " ");
            }
        }

        return bare.ToString().Trim();
    }

    /// <summary>1: the call was returned.</summary>
    public sealed record Returned : TextCommand;

    /// <summary>2: remind again in 30 minutes.</summary>
    public sealed record Snooze : TextCommand;

    /// <summary>3: ring the boss and connect the caller.</summary>
    public sealed record CallMe : TextCommand;

    /// <summary>5: the sheet, in a text.</summary>
    public sealed record ReadSheet : TextCommand;

    /// <summary>6: back in the office; a clean copy is made.</summary>
    public sealed record BackInOffice : TextCommand;

    /// <summary>A word the carrier acts upon by itself: never answered by us.</summary>
    public sealed record CarrierWord(CarrierAct Act) : TextCommand;

    public sealed record NotUnderstood : TextCommand;
}

/// <summary>What the carrier does by itself on one of its words.</summary>
public enum CarrierAct
{
    /// <summary>Our texts to that phone are blocked from now on.</summary>
    OptsOut = 1,
    OptsIn = 2,
    AsksForHelp = 3,
}
