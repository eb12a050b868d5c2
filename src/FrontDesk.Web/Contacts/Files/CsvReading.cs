using CsvHelper;
using FrontDesk.Contacts;

namespace FrontDesk.Web.Contacts.Files;

/// <summary>Reads cards from CSV: the desk's own, Google's old and new, and whatever else names its columns plainly.</summary>
internal static class CsvReading
{
    private const string BetweenValues = " ::: ";

    public static IReadOnlyList<CardDraft> Read(string text, out IReadOnlyList<string> problems)
    {
        var (drafts, faults) = (new List<CardDraft>(), new List<string>());
        problems = faults;
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = record => faults.Add($"Line {record.RecordNumber}: {Of(record.Reason)}"),
        });
        if (!csv.Read())
        {
            faults.Add("The file is empty.");
            return [];
        }

        var columns = Cells(csv).Index().Select(column => CsvColumn.Of(column.Item, column.Index)).ToList();
        if (!columns.Exists(column => column.Takes is CsvField.Name or CsvField.Given or CsvField.Family or CsvField.Company))
        {
            faults.Add("No column holds a name: the first line must name the columns, for instance Name, Company, Phone 1 - Value.");
            return [];
        }

        var left = columns.Where(column => column.Takes == CsvField.None && column.Header.Length > 0).Select(column => $"“{column.Header}”").ToList();
        if (left.Count > 0)
        {
            faults.Add($"The book has no place for {string.Join(", ", left)}: what stands there is kept in the notes.");
        }

        while (csv.Read())
        {
            if (Draft(Cells(csv), columns) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        return drafts;
    }

    private static CardDraft? Draft(string[] record, IReadOnlyList<CsvColumn> columns)
    {
        var cells = columns.Where(column => column.Index < record.Length)
            .Select(column => (Column: column, Text: CsvCell.Bare(record[column.Index]))).Where(cell => cell.Text.Length > 0).ToList();
        if (cells.Count == 0)
        {
            return null;
        }

        var draft = new CardDraft();
        foreach (var (column, text) in cells)
        {
            CsvCell.Take(draft, column, text);
        }

        string? One(CsvField field) => cells.Find(cell => cell.Column.Takes == field).Text;
        string Words(params CsvField[] fields) => string.Join(' ', fields.Select(One).OfType<string>());
        draft.Name ??= Words(CsvField.Prefix, CsvField.Given, CsvField.Middle, CsvField.Family, CsvField.Suffix);
        draft.SortName ??= (One(CsvField.Family), One(CsvField.Given)) is ({ } family, { } given) ? $"{family}, {given}" : null;
        draft.Pronunciation ??= Words(CsvField.SaidGiven, CsvField.SaidMiddle, CsvField.SaidFamily) is { Length: > 0 } said ? said : null;
        foreach (var group in cells.Where(cell => cell.Column.Group.Length > 0).GroupBy(cell => cell.Column.Group, StringComparer.Ordinal))
        {
            TakeGroup(draft, group.DistinctBy(cell => cell.Column.Takes).ToDictionary(cell => cell.Column.Takes, cell => cell.Text));
        }

        return draft;
    }

    /// <summary>"Phone 2 - Label" and "Phone 2 - Value" belong together.</summary>
    private static void TakeGroup(CardDraft draft, Dictionary<CsvField, string> group)
    {
        foreach (var number in Several(group.GetValueOrDefault(CsvField.Number)))
        {
            var label = group.GetValueOrDefault(CsvField.NumberLabel);
            draft.Numbers.Add(new DraftNumber(number, label?.TrimStart('*', ' '), label?.StartsWith('*') == true));
        }

        if (group.TryGetValue(CsvField.Assistant, out var assistant))
        {
            draft.Assistants.Add(new DraftAssistant(assistant, group.GetValueOrDefault(CsvField.AssistantNumber), group.GetValueOrDefault(CsvField.AssistantNotes)));
        }

        if (group.TryGetValue(CsvField.Matter, out var matter))
        {
            draft.Matters.Add(new DraftMatter(matter, group.GetValueOrDefault(CsvField.MatterWords)));
        }

        foreach (var relation in Several(group.GetValueOrDefault(CsvField.Relation)))
        {
            TakeRelation(draft, group.GetValueOrDefault(CsvField.RelationLabel), relation);
        }

        foreach (var mail in Several(group.GetValueOrDefault(CsvField.Mail)))
        {
            draft.Keep("E-mail", mail);
        }
    }

    private static void TakeRelation(CardDraft draft, string? label, string name)
    {
        if (label?.Contains("assistant", StringComparison.OrdinalIgnoreCase) == true)
        {
            draft.Assistants.Add(new DraftAssistant(name, null, null));
        }
        else
        {
            draft.Keep(label is { Length: > 0 } ? label : "Relation", name);
        }
    }

    private static string[] Cells(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];

    private static string Of(CsvMalformedReason reason) => reason == CsvMalformedReason.UnterminatedQuote
        ? "a quote that is opened here is never closed; the rest of the file is one cell."
        : "a quote stands where none may; the cell is taken as it is.";

    private static string[] Several(string? cell) => cell?.Split(BetweenValues, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
