namespace FrontDesk.Calls;

/// <summary>Letters of several words said in one breath: "John Smith, J O H N S M Y T H".</summary>
internal static class SpelledAtOnce
{
    /// <summary>A recogniser writes "o neill" and "fitz gerald".</summary>
    private static readonly HashSet<string> Prefixes = ["o", "mc", "mac", "fitz", "d", "l"];

    /// <summary>The letters parted among the words of the name they spell, and where the first of those stands; null where they spell none.</summary>
    public static (int At, List<string> Words)? In(List<string> name, string letters)
    {
        for (var at = 0; at + 1 < name.Count; at++)
        {
            for (var count = Math.Min(3, name.Count - at); count > 1; count--)
            {
                if (Parted(name[at..(at + count)], letters) is { } words)
                {
                    return (at, words);
                }
            }
        }

        return null;
    }

    /// <summary>Where two words of the name are one as it is spelled: "fitz gerald", F I T Z G E R A L D.</summary>
    public static int? IsOne(List<string> name, string letters)
    {
        for (var at = 0; at + 1 < name.Count; at++)
        {
            if (Prefixes.Contains(Utterance.Plain(name[at])) && SoundsLike.Each(name[at] + name[at + 1], letters))
            {
                return at;
            }
        }

        return null;
    }

    private static List<string>? Parted(List<string> name, string letters)
    {
        if (name.Count == 1)
        {
            return SoundsLike.Each(letters, name[0]) ? [letters] : null;
        }

        var best = Enumerable.Range(1, Math.Max(0, letters.Length - 1))
            .Where(length => SoundsLike.Each(letters[..length], name[0]))
            .Select(length => (Others: Parted(name[1..], letters[length..]), First: letters[..length]))
            .Where(parted => parted.Others is not null)
            .OrderBy(parted => SoundsLike.Distance(parted.First, name[0]) + parted.Others!.Zip(name.Skip(1), SoundsLike.Distance).Sum())
            .FirstOrDefault();
        return best.Others is { } rest ? [best.First, .. rest] : null;
    }
}
