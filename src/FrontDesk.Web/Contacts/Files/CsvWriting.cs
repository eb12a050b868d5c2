using System.Globalization;
using CsvHelper;
using FrontDesk.Contacts;

namespace FrontDesk.Web.Contacts.Files;

/// <summary>Writes cards as CSV: with everything for the desk itself, or as Google takes it. No cell is ever a formula.</summary>
internal static class CsvWriting
{
    public static string Write(IReadOnlyList<Contact> cards, CardFormat format)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = CsvWriter.Create(text, new CsvWriterOptions { Quoting = CsvQuoting.Always });
        var columns = format == CardFormat.GoogleCsv ? Google(cards) : Own(cards);
        WriteRecord(csv, columns.Select(column => column.Header));
        foreach (var card in cards)
        {
            WriteRecord(csv, columns.Select(column => column.Read(card) ?? ""));
        }

        csv.Flush();
        return text.ToString();
    }

    private static void WriteRecord(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(CsvCell.Guarded(cell));
        }

        csv.EndRecord();
    }

    private static IReadOnlyList<Column> Own(IReadOnlyList<Contact> cards) =>
    [
        new("Id", card => card.Id.ToString()),
        new("Name", card => card.Name),
        new("Sort name", card => card.SortName),
        new("Pronunciation", card => card.Pronunciation),
        new("IPA", card => card.Ipa),
        new("Company", card => card.Company),
        new("Title", card => card.Title),
        new("Standing", card => card.Standing.ToString()),
        new("Wants to talk", card => card.WantsToTalk ? "yes" : "no"),
        new("Wakes the boss", card => card.Wakes ? "yes" : "no"),
        new("Preferred answer", card => card.PreferredAnswer),
        new("Notes", card => card.Notes),
        .. Phones(cards),
        .. Numbered(cards, card => card.Assistants, "Assistant", [
            ("Name", assistant => assistant.Name),
            ("Phone", assistant => assistant.Number is { } number ? CsvCell.Of(number) : null),
            ("Notes", assistant => assistant.Notes),
        ]),
        .. Numbered(cards, card => card.Matters, "Matter", [("Name", matter => matter.Name), ("Words", matter => string.Join(", ", matter.Words))]),
    ];

    private static IReadOnlyList<Column> Google(IReadOnlyList<Contact> cards) =>
    [
        new("First Name", card => Given(card)),
        new("Last Name", card => Family(card)),
        new("Phonetic First Name", card => card.Pronunciation),
        new("File As", card => card.SortName),
        new("Organization Name", card => card.Company),
        new("Organization Title", card => card.Title),
        new("Notes", card => card.Notes),
        .. Phones(cards),
        .. Numbered(cards, card => card.Assistants, "Relation", [("Label", _ => "Assistant"), ("Value", assistant => assistant.Name)]),
    ];

    private static IEnumerable<Column> Phones(IReadOnlyList<Contact> cards) => Numbered(cards, card => card.Numbers, "Phone", [
        ("Label", entry => entry.Label),
        ("Value", entry => CsvCell.Of(entry.Number)),
    ]);

    /// <summary>As many as the fullest card needs, each in columns of its own.</summary>
    private static IEnumerable<Column> Numbered<T>(
        IReadOnlyList<Contact> cards, Func<Contact, IReadOnlyList<T>> list, string what, (string Part, Func<T, string?> Read)[] parts) =>
        from position in Enumerable.Range(0, cards.Select(card => list(card).Count).DefaultIfEmpty().Max())
        from part in parts
        select new Column($"{what} {position + 1} - {part.Part}", card => position < list(card).Count ? part.Read(list(card)[position]) : null);

    // Where the sort name does not tell, the whole name is the first: nothing is guessed.
    private static string Given(Contact card) => Halves(card) is [_, var given] ? given : card.Name;

    private static string? Family(Contact card) => Halves(card) is [var family, _] ? family : null;

    private static string[] Halves(Contact card) => card.SortName?.Split(", ", 2) ?? [];

    private sealed record Column(string Header, Func<Contact, string?> Read);
}
