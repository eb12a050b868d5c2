using System.Text;
using FrontDesk.Contacts;

namespace FrontDesk.Web.Contacts.Files;

/// <summary>Cards on their way out, as a file.</summary>
public sealed record CardExport(string Text, string MediaType, string Extension)
{
    /// <summary>UTF-8; a spreadsheet knows it by its mark, which a vCard may not have.</summary>
    public byte[] Bytes => string.Equals(Extension, "csv", StringComparison.Ordinal) ? [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)] : Encoding.UTF8.GetBytes(Text);

    public static CardExport Of(IReadOnlyList<Contact> cards, CardFormat format) => format switch
    {
        CardFormat.Csv or CardFormat.GoogleCsv => new CardExport(CsvWriting.Write(cards, format), "text/csv", "csv"),
        CardFormat.VCard3 => new CardExport(string.Concat(cards.Select(card => VCardWriter.Write(card, 3))), "text/vcard", "vcf"),
        CardFormat.VCard4 => new CardExport(string.Concat(cards.Select(card => VCardWriter.Write(card, 4))), "text/vcard", "vcf"),
    };
}
