using FrontDesk.Contacts;
using FuzzySharp;

namespace FrontDesk.Web.Contacts;

/// <summary>Names of a book by how nearly they are the same: "Gwyneth Hale" finds "Gwynneth Hale" and "Hale, Gwyneth".</summary>
public sealed class NearNames
{
    // Of 100; below it two people are as likely as a slip.
    private const int Near = 88;

    // Where so many share a last name, a slip in the first is no sign any more.
    private const int MostInBlock = 200;

    private readonly Dictionary<string, List<Named>> blocks = new(StringComparer.Ordinal);
    private readonly ILookup<string, Guid> same;

    public NearNames(IEnumerable<(Guid Id, string Name)> names)
    {
        var all = names.Select(entry => new Named(entry.Id, KeyOf(entry.Name))).ToList();
        same = all.ToLookup(named => named.Key, named => named.Id, StringComparer.Ordinal);
        foreach (var named in all)
        {
            foreach (var block in BlocksOf(named.Key))
            {
                (blocks.TryGetValue(block, out var list) ? list : blocks[block] = []).Add(named);
            }
        }
    }

    /// <summary>Whatever the order of their words, the case and the accents.</summary>
    public IEnumerable<Guid> Same(string name) => same[KeyOf(name)];

    /// <summary>Not the same, but a slip of the pen away.</summary>
    public IEnumerable<Guid> Nearly(string name)
    {
        var key = KeyOf(name);
        return BlocksOf(key)
            .SelectMany(block => blocks.TryGetValue(block, out var list) && list.Count <= MostInBlock ? list : [])
            .Where(named => !named.Key.Equals(key, StringComparison.Ordinal)
                && Math.Abs(named.Key.Length - key.Length) <= key.Length / 5
                && Fuzz.Ratio(named.Key, key) >= Near)
            .Select(named => named.Id).Distinct();
    }

    internal static string KeyOf(string name) => string.Join(' ', NameKey.Of(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    /// <summary>Names are compared only where one of their words is the same, or begins and ends alike.</summary>
    private static IEnumerable<string> BlocksOf(string key) =>
        key.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, ..] words
            ? words.Index().SelectMany(word => words.Where((_, other) => other != word.Index).Select(other => $"{word.Item} {other[0]}")).Distinct(StringComparer.Ordinal)
            : [$"{key.AsSpan(0, Math.Min(2, key.Length))}~"];

    private sealed record Named(Guid Id, string Key);
}
