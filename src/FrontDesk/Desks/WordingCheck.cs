using System.Text.RegularExpressions;

namespace FrontDesk.Desks;

/// <summary>Refuses wording that would give something away (R9) or leave the caller without a question, and says why.</summary>
public static class WordingCheck
{
    public const int LongestSentence = 1000;

    private static readonly (Regex Telling, string Why)[] Giveaways =
    [
        (GiveawayWords.Time(), "promises a time; \"as soon as {she} can\" is all a caller may hear"),
        (GiveawayWords.Place(), "tells where the boss is; the answer is the same wherever that is"),
        (GiveawayWords.Reason(), "gives a reason, and a reason invites the next question"),
        (GiveawayWords.Number(), "gives a number away"),
    ];

    /// <returns>Everything that is wrong with the words, a sentence each; nothing when they may be said.</returns>
    public static IReadOnlyList<string> Of(WordingSentence sentence, string words)
    {
        if (words.Length > LongestSentence)
        {
            return [$"Say it in at most {LongestSentence} characters."];
        }

        var plain = words.Replace('’', '\'');
        return [.. Unspeakable(plain), .. UnknownBlanks(sentence, plain), .. Given(sentence, plain), .. Unasked(sentence, plain)];
    }

    /// <summary>In their braces, as they stand there.</summary>
    public static IEnumerable<string> BlanksIn(string words) => GiveawayWords.Blank().Matches(words).Select(match => match.Value);

    /// <summary>Whether a caller would know that it is their turn.</summary>
    public static bool Asks(string words) => GiveawayWords.Question().IsMatch(words);

    private static IEnumerable<string> Unspeakable(string words) => PlainText.ForShowing(words) is { Length: > 0 } ? [] : ["Nothing would be said."];

    private static IEnumerable<string> UnknownBlanks(WordingSentence sentence, string words) =>
        from blank in BlanksIn(words).Distinct(StringComparer.OrdinalIgnoreCase)
        where !sentence.Blanks.Contains(blank, StringComparer.OrdinalIgnoreCase)
        select $"{blank} stands for nothing here; use {string.Join(", ", sentence.Blanks)}.";

    // What the house itself says in that sentence was weighed when it was written.
    private static IEnumerable<string> Given(WordingSentence sentence, string words) =>
        from giveaway in Giveaways
        from told in giveaway.Telling.Matches(words).Select(match => match.Value.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)
        where !sentence.House.Contains(told, StringComparison.OrdinalIgnoreCase)
        select $"\"{told}\" {giveaway.Why}.";

    private static IEnumerable<string> Unasked(WordingSentence sentence, string words) =>
        sentence.MustAsk && !Asks(words) ? ["The script waits for an answer here, so it must ask: end it with a question."] : [];
}
