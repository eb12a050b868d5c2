using FrontDesk.Contacts;

namespace FrontDesk.Web.Contacts.Files;

/// <summary>A cell of a file of cards: what it says, and how it is kept from being calculated by a spreadsheet.</summary>
internal static class CsvCell
{
    private const char Guard = '\'';

    // Signs of full width are taken for the others in some languages.
    private static readonly char[] MakesFormula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

    /// <summary>No spreadsheet takes it for a formula; what has a guard already gets another, so that it comes back whole.</summary>
    public static string Guarded(string text) => IsFormula(text) ? Guard + text : text;

    /// <summary>Without the guard, which is not the card's own.</summary>
    public static string Bare(string cell) => (cell.Length > 1 && cell[0] == Guard && IsFormula(cell) ? cell[1..] : cell).Trim();

    /// <summary>In brackets, so that a plus does not stand first: "(+1) 310-555-0142".</summary>
    public static string Of(PhoneNumber number)
    {
        var country = CountryCode.Of(number);
        var rest = number.E164[(country.Length + 1)..];
        return (country, rest) is ("1", { Length: 10 }) ? $"(+1) {rest[..3]}-{rest[3..6]}-{rest[6..]}" : $"(+{country}) {rest}";
    }

    /// <summary>A cell that says all of its field; those that belong together are taken later.</summary>
    public static void Take(CardDraft draft, CsvColumn column, string text)
    {
        switch (column.Takes)
        {
            case CsvField.Id:
                draft.Uid ??= Guid.TryParse(text, out var id) ? id : null;
                break;
            case CsvField.Name:
                draft.Name ??= text;
                break;
            case CsvField.SortName:
                draft.SortName ??= text;
                break;
            case CsvField.Pronunciation:
                draft.Pronunciation ??= text;
                break;
            case CsvField.Ipa:
                draft.Ipa ??= text;
                break;
            case CsvField.Company:
                draft.Company ??= text;
                break;
            case CsvField.Title:
                draft.Title ??= text;
                break;
            case CsvField.Standing:
                draft.Standing = Enum.TryParse<Standing>(text, ignoreCase: true, out var standing) && Enum.IsDefined(standing) ? standing : null;
                break;
            case CsvField.WantsToTalk:
                draft.WantsToTalk = text.Equals("yes", StringComparison.OrdinalIgnoreCase) || text.Equals("true", StringComparison.OrdinalIgnoreCase);
                break;
            case CsvField.Wakes:
                draft.Wakes = text.Equals("yes", StringComparison.OrdinalIgnoreCase) || text.Equals("true", StringComparison.OrdinalIgnoreCase);
                break;
            case CsvField.PreferredAnswer:
                draft.PreferredAnswer ??= text;
                break;
            case CsvField.Notes:
                draft.Notes.Add(text);
                break;
            case CsvField.LonePhone:
                draft.Numbers.Add(new DraftNumber(text, column.Header));
                break;
            case CsvField.None:
                draft.Keep(column.Header, text);
                break;
        }
    }

    private static bool IsFormula(string text) => text.TrimStart(Guard, ' ') is [var first, ..] && MakesFormula.Contains(first);
}
