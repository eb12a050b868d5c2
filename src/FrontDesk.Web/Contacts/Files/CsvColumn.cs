using System.Text.RegularExpressions;

namespace FrontDesk.Web.Contacts.Files;

/// <summary>A column of a file of cards: what of a card stands in it.</summary>
/// <param name="Group">Joins columns that belong together: "phone 2"; empty where one stands alone.</param>
internal sealed partial record CsvColumn(string Header, int Index, CsvField Takes, string Group)
{
    private static readonly Dictionary<string, CsvField> Alone = new(StringComparer.Ordinal)
    {
        ["id"] = CsvField.Id,
        ["name"] = CsvField.Name,
        ["full name"] = CsvField.Name,
        ["display name"] = CsvField.Name,
        ["first name"] = CsvField.Given,
        ["given name"] = CsvField.Given,
        ["middle name"] = CsvField.Middle,
        ["additional name"] = CsvField.Middle,
        ["last name"] = CsvField.Family,
        ["family name"] = CsvField.Family,
        ["surname"] = CsvField.Family,
        ["name prefix"] = CsvField.Prefix,
        ["name suffix"] = CsvField.Suffix,
        ["sort name"] = CsvField.SortName,
        ["file as"] = CsvField.SortName,
        ["pronunciation"] = CsvField.Pronunciation,
        ["yomi name"] = CsvField.Pronunciation,
        ["phonetic first name"] = CsvField.SaidGiven,
        ["given name yomi"] = CsvField.SaidGiven,
        ["phonetic middle name"] = CsvField.SaidMiddle,
        ["additional name yomi"] = CsvField.SaidMiddle,
        ["phonetic last name"] = CsvField.SaidFamily,
        ["family name yomi"] = CsvField.SaidFamily,
        ["ipa"] = CsvField.Ipa,
        ["company"] = CsvField.Company,
        ["organization"] = CsvField.Company,
        ["organization name"] = CsvField.Company,
        ["title"] = CsvField.Title,
        ["job title"] = CsvField.Title,
        ["organization title"] = CsvField.Title,
        ["standing"] = CsvField.Standing,
        ["wants to talk"] = CsvField.WantsToTalk,
        ["wakes the boss"] = CsvField.Wakes,
        ["preferred answer"] = CsvField.PreferredAnswer,
        ["notes"] = CsvField.Notes,
        ["note"] = CsvField.Notes,
        ["labels"] = CsvField.Ignored,
        ["group membership"] = CsvField.Ignored,
        ["photo"] = CsvField.Ignored,
    };

    private static readonly Dictionary<(string What, string Part), CsvField> Grouped = new()
    {
        [("phone", "value")] = CsvField.Number,
        [("phone", "label")] = CsvField.NumberLabel,
        [("phone", "type")] = CsvField.NumberLabel,
        [("organization", "name")] = CsvField.Company,
        [("organization", "title")] = CsvField.Title,
        [("e-mail", "value")] = CsvField.Mail,
        [("e-mail", "label")] = CsvField.MailLabel,
        [("e-mail", "type")] = CsvField.MailLabel,
        [("relation", "value")] = CsvField.Relation,
        [("relation", "label")] = CsvField.RelationLabel,
        [("relation", "type")] = CsvField.RelationLabel,
        [("assistant", "name")] = CsvField.Assistant,
        [("assistant", "phone")] = CsvField.AssistantNumber,
        [("assistant", "notes")] = CsvField.AssistantNotes,
        [("matter", "name")] = CsvField.Matter,
        [("matter", "words")] = CsvField.MatterWords,
    };

    public static CsvColumn Of(string header, int index)
    {
        var shown = PlainText.Cut(PlainText.ForShowing(header), 60);
        var name = shown.Trim('\uFEFF', ' ').ToLowerInvariant();
        if (Alone.TryGetValue(name, out var alone))
        {
            return new CsvColumn(shown, index, alone, "");
        }

        if (Numbered().Match(name) is { Success: true } numbered
            && Grouped.TryGetValue((numbered.Groups["what"].Value, numbered.Groups["part"].Value), out var takes))
        {
            return new CsvColumn(shown, index, takes, $"{numbered.Groups["what"].Value} {numbered.Groups["number"].Value}");
        }

        // "Mobile Phone", "Business Phone 2": the words before say which.
        return OnePhone().Match(name) is { Success: true }
            ? new CsvColumn(shown, index, CsvField.LonePhone, "")
            : new CsvColumn(shown, index, CsvField.None, "");
    }

    [GeneratedRegex(@"^(?<what>phone|organization|e-mail|relation|assistant|matter) (?<number>\d{1,3}) - (?<part>[a-z]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?:[a-z']+ ){0,3}(?:phone|telephone|mobile|cell|number)(?: \d)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OnePhone();
}
