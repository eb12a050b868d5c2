using System.Text;
using FrontDesk.Contacts;

namespace FrontDesk.Web.Contacts.Files;

/// <summary>In which form cards travel.</summary>
public enum CardFormat
{
    Csv = 1,
    GoogleCsv = 2,
    VCard3 = 3,
    VCard4 = 4,
}

/// <summary>A file of cards that was read.</summary>
/// <param name="Problems">What could not be taken, a sentence each; with no cards, why there are none.</param>
public sealed record CardFile(IReadOnlyList<ImportedCard> Cards, IReadOnlyList<string> Problems)
{
    public const int LongestBytes = 20 << 20;
    public const int MostCards = 20_000;

    /// <param name="text">As <see cref="TextOf"/> made it.</param>
    public static CardFile Read(string text, Guid deskId, PhoneNumber? home, Func<Guid> newId)
    {
        var drafts = text.AsSpan().TrimStart().StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase)
            ? VCardReader.Read(text, out var problems)
            : CsvReading.Read(text, out problems);
        if (drafts.Count > MostCards)
        {
            return new CardFile([], [$"The file holds {drafts.Count:N0} cards; {MostCards:N0} are the most at once. Split it and import the parts."]);
        }

        var cards = drafts.Index().Select(draft => (draft.Index, Card: draft.Item.Read(draft.Index + 1, deskId, home, newId))).ToList();
        return new CardFile(
            Together(cards.Select(card => card.Card).OfType<ImportedCard>()),
            [.. problems, .. cards.Where(card => card.Card is null).Select(card => $"Card {card.Index + 1}: neither a name nor a company; it is left out.")]);
    }

    /// <summary>UTF-8 or, as some programs write it, UTF-16 with its mark; what is neither is taken for the old Western encoding.</summary>
    public static string TextOf(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes.AsSpan(2));
        }

        var marked = bytes is [0xEF, 0xBB, 0xBF, ..];
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.AsSpan(marked ? 3 : 0));
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    /// <summary>A person who stands in the file twice, by name and number, is one.</summary>
    private static List<ImportedCard> Together(IEnumerable<ImportedCard> cards)
    {
        var (together, places) = (new List<ImportedCard>(), new Dictionary<(string, string), int>());
        foreach (var card in cards)
        {
            var keys = card.Card.Numbers.Select(entry => (NameKey.Of(card.Card.Name), entry.Number.E164)).ToList();
            var first = keys.Where(places.ContainsKey).Select(key => (int?)places[key]).FirstOrDefault();
            var place = first ?? together.Count;
            if (first is null)
            {
                together.Add(card);
            }
            else if (together[place] is var kept && (kept.Uid is null || card.Uid is null || kept.Uid == card.Uid))
            {
                together[place] = kept with { Uid = kept.Uid ?? card.Uid, Card = CardMerge.Into(kept.Card, card.Card), Warnings = [.. kept.Warnings, .. card.Warnings] };
            }
            else
            {
                place = together.Count;
                together.Add(card);
            }

            foreach (var key in keys)
            {
                places.TryAdd(key, place);
            }
        }

        return together;
    }
}
