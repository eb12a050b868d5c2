using System.Text;

namespace FrontDesk.Contacts;

/// <summary>Writes cards as vCards, so that reading them again makes the same card.</summary>
public static class VCardWriter
{
    private const int OctetsPerLine = 75;

    /// <param name="version">3 or 4.</param>
    public static string Write(Contact card, int version)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(card, version))
        {
            Fold(text, line);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(Contact card, int version) =>
    [
        "BEGIN:VCARD",
        $"VERSION:{version}.0",
        $"UID:urn:uuid:{card.Id}",
        $"FN:{Escape(card.Name)}",
        .. NameLines(card),
        .. Line("ORG", card.Company),
        .. Line("TITLE", card.Title),
        .. card.Numbers.Index().SelectMany(entry => NumberLines(entry.Index, entry.Item, version)),
        .. Line("NOTE", card.Notes),
        .. Line("X-FRONTDESK-PRONUNCIATION", card.Pronunciation),
        .. Line("X-FRONTDESK-IPA", card.Ipa),
        $"X-FRONTDESK-STANDING:{card.Standing}",
        $"X-FRONTDESK-WANTS-TO-TALK:{(card.WantsToTalk ? "yes" : "no")}",
        $"X-FRONTDESK-WAKES:{(card.Wakes ? "yes" : "no")}",
        .. Line("X-FRONTDESK-PREFERRED-ANSWER", card.PreferredAnswer),
        .. card.Assistants.Select(assistant => $"X-FRONTDESK-ASSISTANT:{Escape(assistant.Name)};{assistant.Number?.E164};{Escape(assistant.Notes ?? "")}"),
        .. card.Matters.Select(matter => $"X-FRONTDESK-MATTER:{Escape(matter.Name)};{Escape(string.Join(", ", matter.Words))}"),
        "END:VCARD",
    ];

    // Which words are the family's is known only where the sort name says so; the rest is the reader's to guess.
    private static IEnumerable<string> NameLines(Contact card) =>
    [
        card.SortName?.Split(", ", 2) is [var family, var given] ? $"N:{Escape(family)};{Escape(given)};;;" : $"N:{Escape(card.Name)};;;;",
        .. Line("SORT-STRING", card.SortName),
    ];

    private static IEnumerable<string> NumberLines(int position, ContactNumber entry, int version) =>
    [
        version == 3
            ? $"item{position + 1}.TEL;TYPE=voice{(position == 0 ? ",pref" : "")}:{entry.Number.E164}"
            : $"item{position + 1}.TEL;VALUE=uri;TYPE=voice{(position == 0 ? ";PREF=1" : "")}:tel:{entry.Number.E164}",
        .. Line($"item{position + 1}.X-ABLabel", entry.Label),
    ];

    private static IEnumerable<string> Line(string name, string? text) => string.IsNullOrEmpty(text) ? [] : [$"{name}:{Escape(text)}"];

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    /// <summary>No line is longer than 75 octets, and no character is torn apart.</summary>
    private static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > OctetsPerLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
