namespace FrontDesk.Desks;

/// <summary>A number a desk takes no calls from: whoever rings from it hears one courteous sentence, and is on the log.</summary>
public sealed record BlockedNumber
{
    public const int LongestWhy = 200;

    public required PhoneNumber Number { get; init; }

    public string? Why { get; init; }

    /// <summary>The user's name.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Why this number may not be blocked at that desk, in a sentence; null when it may.</summary>
    public static string? Objection(PhoneNumber number, IEnumerable<PhoneNumber> bossPhones, IEnumerable<PhoneNumber> lines) =>
        bossPhones.Contains(number) ? $"{number} is a phone of the boss: it can't be blocked."
        : lines.Contains(number) ? $"{number} is a line of this desk: it can't be blocked."
        : null;

    public static string? Objection(PhoneNumber number, Desk desk) => Objection(number, desk.Phones.Select(phone => phone.Number), desk.Lines.Select(line => line.Number));
}
