using System.Collections.Frozen;

namespace FrontDesk.Calls;

/// <summary>A list of turns of phrase to listen for, in their plain form ("its about").</summary>
internal sealed class Phrases
{
    private readonly FrozenDictionary<string, string[][]> byFirst;
    private readonly FrozenDictionary<string, string[][]> byLast;

    public Phrases(params IEnumerable<string> phrases)
    {
        var split = phrases.Select(phrase => phrase.Split(' ')).OrderByDescending(words => words.Length).ToList();
        byFirst = split.GroupBy(words => words[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        byLast = split.GroupBy(words => words[^1]).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>How many words the longest phrase beginning here has; 0 when none does.</summary>
    public int At(Utterance said, int at) =>
        at >= 0 && at < said.Words.Count && byFirst.TryGetValue(said.Words[at].Plain, out var phrases)
            ? Longest(said, at, phrases, backwards: false)
            : 0;

    /// <summary>How many words the longest phrase ending before this place has.</summary>
    public int Before(Utterance said, int at) =>
        at > 0 && byLast.TryGetValue(said.Words[at - 1].Plain, out var phrases)
            ? Longest(said, at, phrases, backwards: true)
            : 0;

    /// <summary>Where the first of the phrases begins; null when none is there.</summary>
    public int? In(Utterance said, int from = 0)
    {
        for (var at = from; at < said.Words.Count; at++)
        {
            if (At(said, at) > 0)
            {
                return at;
            }
        }

        return null;
    }

    /// <param name="phrases">Longest first.</param>
    private static int Longest(Utterance said, int at, string[][] phrases, bool backwards)
    {
        foreach (var phrase in phrases)
        {
            if (said.HasTogether(phrase, backwards ? at - phrase.Length : at))
            {
                return phrase.Length;
            }
        }

        return 0;
    }
}
