namespace FrontDesk.Calls;

/// <summary>A word of a line that is spoken in another way than it is written (R5): the Gwyneth of "GWIN-eth".</summary>
/// <param name="Respelled">Set where the card has a respelling, which any voice can read.</param>
/// <param name="Ipa">In the phonetic alphabet; used where there is no respelling.</param>
public sealed record SpokenAs(string Word, string? Respelled, string? Ipa)
{
    /// <summary>The words of a name, each with its own; a pronunciation of fewer words than the name belongs to those it looks most like.</summary>
    public static IReadOnlyList<SpokenAs> Of(string name, string? pronunciation, string? ipa)
    {
        var aloud = Parts(pronunciation ?? ipa);
        var words = Parts(name);
        if (aloud.Length == 0 || aloud.Length > words.Length)
        {
            return [];
        }

        var first = aloud.Length == words.Length ? 0 : Enumerable.Range(0, words.Length - aloud.Length + 1)
            .MinBy(at => aloud.Index().Sum(part => Unlike(words[at + part.Index], part.Item)));
        return [.. aloud.Select((part, at) => pronunciation is null ? new SpokenAs(words[first + at], null, part) : new SpokenAs(words[first + at], part, null))];
    }

    private static double Unlike(string word, string aloud) => (double)SoundsLike.Distance(word, aloud) / Math.Max(word.Length, aloud.Length);

    private static string[] Parts(string? name) => (name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
