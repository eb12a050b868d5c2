namespace FrontDesk.Calls;

/// <summary>Whether two spellings may be one spoken word: "Smith" and "Smyth", "Catherine" and "Kathryn".</summary>
internal static class SoundsLike
{
    private static readonly (string From, string To)[] SameSounds = [("ph", "f"), ("gh", ""), ("mh", "v"), ("bh", "v"), ("ck", "k"), ("sch", "sh"), ("ch", "k"), ("c", "k"), ("q", "k"), ("z", "s"), ("x", "ks")];

    public static bool Each(string one, string other)
    {
        var (a, b) = (Utterance.Plain(one), Utterance.Plain(other));
        if (a == b || a.Length == 0 || b.Length == 0)
        {
            return a == b;
        }

        var (bonesA, bonesB) = (Bones(a), Bones(b));
        return (bonesA == bonesB && (bonesA.Length > 1 || a[0] == b[0] || (IsVowel(a[0]) && IsVowel(b[0]))))
            || (a[0] == b[0] && Distance(a, b) <= Math.Max(a.Length, b.Length) / 3);
    }

    /// <summary>By their sounds alone: "Graeme" is nearer to "Graham" than to "Greene", whatever its letters say.</summary>
    public static bool Alike(string one, string other) => Bones(Utterance.Plain(one)) == Bones(Utterance.Plain(other));

    private static bool IsVowel(char letter) => "aeiouy".Contains(letter, StringComparison.Ordinal);

    /// <summary>How many letters must be put in, left out or changed.</summary>
    public static int Distance(string one, string other)
    {
        var (a, b) = (Utterance.Plain(one), Utterance.Plain(other));
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }

    /// <summary>What is left of a word without its vowels and silent letters.</summary>
    public static string Bones(string word)
    {
        var soft = word.StartsWith("ge", StringComparison.Ordinal) || word.StartsWith("gi", StringComparison.Ordinal) ? $"j{word[1..]}" : word;
        var sounds = SameSounds.Aggregate(soft, (rest, sound) => rest.Replace(sound.From, sound.To, StringComparison.Ordinal));
        return new string([.. sounds.Where((letter, at) => !"aeiouyhw".Contains(letter, StringComparison.Ordinal) && (at == 0 || sounds[at - 1] != letter))]);
    }
}
