using FrontDesk.Desks;

namespace FrontDesk.Contacts;

/// <summary>What one caller is told instead of "not available": held to giving as little away as what everybody is told (R9).</summary>
public static class PreferredAnswer
{
    private static readonly WordingSentence InsteadOf = WordingSentence.Named("notAvailable")!;

    /// <summary>In their braces, as in the sentence it stands for.</summary>
    public static IReadOnlyList<string> Blanks => InsteadOf.Blanks;

    /// <returns>Why it may not be said, a sentence each; nothing when it may, or is not there.</returns>
    public static IReadOnlyList<string> Faults(string? words) => string.IsNullOrWhiteSpace(words) ? [] : WordingCheck.Of(InsteadOf, words);
}
