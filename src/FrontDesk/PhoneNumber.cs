using System.Diagnostics.CodeAnalysis;

namespace FrontDesk;

/// <summary>A telephone number in E.164: a plus sign and 7 to 15 digits. Nothing else is one.</summary>
public readonly record struct PhoneNumber
{
    private readonly string? e164;

    private PhoneNumber(string e164) => this.e164 = e164;

    /// <summary>For instance "+13105550142".</summary>
    public string E164 => e164 ?? throw new InvalidOperationException("Not a number: use PhoneNumber.TryParse.");

    /// <summary>For the eye: "310-555-0142", and from abroad "+44 207 946 0958".</summary>
    public string Shown => DigitGroups.NorthAmerican(E164) is { } groups
        ? string.Join('-', groups)
        : $"+{string.Join(' ', DigitGroups.Abroad(E164))}";

    /// <summary>For the ear, digit by digit and group by group: "3 1 0, 5 5 5, 0 1 4 2".</summary>
    public string Spoken => DigitGroups.NorthAmerican(E164) is { } groups
        ? DigitGroups.ForTheEar(groups)
        : $"plus {DigitGroups.ForTheEar(DigitGroups.Abroad(E164))}";

    /// <summary>"3 1 0, 5 5 5, 0 1 4 2, extension 2 0 4".</summary>
    public string SpokenWith(string? extension) => extension is null ? Spoken : $"{Spoken}, extension {DigitGroups.ForTheEar([extension])}";

    /// <summary>For logs: only the last four digits are told.</summary>
    public string Masked => $"+{new string('*', E164.Length - 5)}{E164[^4..]}";

    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber number)
    {
        number = default;
        if (text is not { Length: >= 8 and <= 16 } || text[0] != '+' || text[1] == '0')
        {
            return false;
        }

        foreach (var digit in text.AsSpan(1))
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }
        }

        number = new PhoneNumber(text);
        return true;
    }

    public static PhoneNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException("A phone number is written in E.164, like +13105550142.");

    public override string ToString() => E164;
}
