using FrontDesk.Calls;

namespace FrontDesk.Contacts;

/// <summary>A name as it sounds, whatever the order of its words: "Smyth, Jon" and "John Smith" are one.</summary>
public static class NameSound
{
    private const int Longest = 400;

    /// <summary>A name of one word is told from too few others: nobody is found by it.</summary>
    public static string? Of(string? name) => KnownName.Words(name) is { Count: > 1 } words
        ? PlainText.Cut(string.Join(' ', words.Select(word => SoundsLike.Bones(word)).Order(StringComparer.Ordinal)), Longest)
        : null;

    /// <summary>As a card keeps it: never null, so that it is plain which cards have been listened to.</summary>
    public static string Kept(string name) => Of(name) ?? "";
}
