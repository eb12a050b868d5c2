namespace FrontDesk.Calls;

/// <summary>A number found in what was said.</summary>
/// <param name="Number">Null where the digits make none that can be dialled from anywhere.</param>
/// <param name="AsHeard">With its extension, if one was given.</param>
/// <param name="From">The first word it takes up.</param>
/// <param name="To">The word after it and after what says whose it is: "310-555-0142, that's my cell".</param>
public sealed record NumberHeard(PhoneNumber? Number, string AsHeard, int From, int To, bool HasExtension)
{
    /// <summary>Digits only: "204".</summary>
    public string? Extension { get; init; }

    /// <summary>Where it rings, as the caller calls it: "cell", "office", "assistant".</summary>
    public string? Label { get; init; }

    /// <summary>Keyed, not said.</summary>
    internal static NumberHeard Keyed(string digits) => new(SpokenNumber.FromDigits(digits.TrimEnd('#')), digits, 0, 0, HasExtension: false);
}
