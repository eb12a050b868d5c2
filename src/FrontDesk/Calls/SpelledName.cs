namespace FrontDesk.Calls;

/// <summary>A name spelled aloud (R5): "S M Y T H", "S as in Sam, M as in Mary…".</summary>
public static class SpelledName
{
    public static string? In(string text) => In(Utterance.Of(text));

    internal static string? In(Utterance said)
    {
        for (var at = 0; at < said.Words.Count;)
        {
            var letters = Run(said, at, out var end);
            if (letters.Length > 2)
            {
                return char.ToUpperInvariant(letters[0]) + letters[1..];
            }

            at = Math.Max(end, at + 1);
        }

        return null;
    }

    private static string Run(Utterance said, int from, out int end)
    {
        var letters = "";
        for (end = from; end < said.Words.Count && said.Words[end].Plain is { Length: 1 } letter && char.IsLetter(letter[0]);)
        {
            letters += letter;
            end++;
            if (said.Has(["as", "in"], end))
            {
                end = Math.Min(end + 3, said.Words.Count);
            }
        }

        return letters;
    }
}
