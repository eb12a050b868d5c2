namespace FrontDesk.Contacts;

/// <summary>One field of a card, as it was and as it is; null where nothing stood or stands.</summary>
public sealed record CardChange(string Field, string? Before, string? After);

/// <summary>What makes one card another to its reader, field by field.</summary>
public static class CardDiff
{
    public static IReadOnlyList<CardChange> Between(Contact before, Contact after) =>
    [
        .. new[]
        {
            Change("Name", before, after, card => card.Name),
            Change("Sort name", before, after, card => card.SortName),
            Change("Pronunciation", before, after, card => card.Pronunciation),
            Change("IPA", before, after, card => card.Ipa),
            Change("Company", before, after, card => card.Company),
            Change("Title", before, after, card => card.Title),
            Change("Standing", before, after, card => Of(card.Standing)),
            Change("Wants to talk", before, after, card => card.WantsToTalk ? "yes" : "no"),
            Change("Wakes the boss", before, after, card => card.Wakes ? "yes" : "no"),
            Change("Preferred answer", before, after, card => card.PreferredAnswer),
            Change("Numbers", before, after, card => Listed(card.Numbers, number => Labelled(number.Number.Shown, number.Label))),
            Change("Assistants", before, after, card => Listed(card.Assistants, Of)),
            Change("Matters", before, after, card => Listed(card.Matters, matter => Labelled(matter.Name, string.Join(", ", matter.Words)))),
            Change("Notes", before, after, card => card.Notes),
        }.OfType<CardChange>(),
    ];

    /// <summary>As an assistant says it.</summary>
    public static string Of(Standing standing) => standing switch
    {
        Standing.Ordinary => "ordinary",
        Standing.Valued => "valued",
        Standing.TooImportantNotTo => "too important not to call back",
    };

    private static CardChange? Change(string field, Contact before, Contact after, Func<Contact, string?> read) =>
        (read(before), read(after)) is var (was, now) && !string.Equals(was, now, StringComparison.Ordinal) ? new CardChange(field, was, now) : null;

    private static string Of(ContactAssistant assistant) => string.Join(", ", new[] { assistant.Name, assistant.Number?.Shown, assistant.Notes }.OfType<string>());

    private static string Labelled(string what, string label) => label.Length == 0 ? what : $"{what} ({label})";

    private static string? Listed<T>(IReadOnlyList<T> entries, Func<T, string> read) => entries.Count == 0 ? null : string.Join("; ", entries.Select(read));
}
