using FrontDesk.Calls;

namespace FrontDesk.Contacts;

/// <summary>Which numbers given on a call go onto a card (R5): the number suggests, the name decides.</summary>
public static class NumbersFromCall
{
    /// <summary>Stands in the label of what no one of the desk has looked at.</summary>
    public const string Mark = "given on a call";

    /// <summary>True when the name said is the one on the card; one that only sounds like it is enough on a phone of theirs.</summary>
    /// <param name="said">Whose call it is, as said on the phone.</param>
    public static bool IsAgreed(string? said, string onCard, bool onTheirPhone) => KnownName.Is(said, onCard) || (onTheirPhone && KnownName.SoundsAlike(said, onCard));

    /// <summary>The numbers of a call that may be the card's.</summary>
    /// <param name="confirmed">The number to call, which caller ID may have given.</param>
    public static IReadOnlyList<NumberGiven> Of(PhoneNumber? confirmed, NumbersGiven given)
    {
        var numbers = given.All.Where(number => number.Number is not null).ToList();
        if (confirmed is { } number && !numbers.Exists(other => other.Number == number))
        {
            numbers.Add(new NumberGiven(number, number.Shown, null, null));
        }

        return numbers;
    }

    /// <summary>The card with a number more, or with its extension where it has the number; the same where nothing is new.</summary>
    public static Contact On(Contact card, NumberGiven given, Guid newId)
    {
        if (given.Number is not { } number)
        {
            return card;
        }

        if (card.Numbers.FirstOrDefault(entry => entry.Number == number) is { } there)
        {
            return given.Extension is { } extension && !there.Label.Contains($"ext. {extension}", StringComparison.Ordinal)
                ? card with { Numbers = [.. card.Numbers.Select(entry => entry == there ? entry with { Label = Labelled(there.Label, $"ext. {extension}") } : entry)] }
                : card;
        }

        return card.Numbers.Count >= CardText.MostEntries
            ? card
            : card with { Numbers = [.. card.Numbers, new ContactNumber { Id = newId, Number = number, Label = LabelOf(given) }] };
    }

    /// <summary>"office, ext. 204, given on a call".</summary>
    public static string LabelOf(NumberGiven given) => Labelled(given.Note, Mark);

    private static string Labelled(string? label, string more) =>
        PlainText.Cut(string.IsNullOrEmpty(label) ? more : $"{label}, {more}", CardText.Longest);
}
