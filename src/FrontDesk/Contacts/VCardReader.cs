namespace FrontDesk.Contacts;

/// <summary>Reads vCards of version 3 (RFC 2426) and 4 (RFC 6350), as phones and programs really write them.</summary>
public static class VCardReader
{
    private static readonly string[] Kinds = ["cell", "work", "home", "main", "pager", "car", "other", "fax"];

    // What the book has no place for is kept in its notes, under these words.
    private static readonly Dictionary<string, string> Kept = new(StringComparer.Ordinal)
    {
        ["EMAIL"] = "E-mail",
        ["ADR"] = "Address",
        ["URL"] = "Web",
        ["BDAY"] = "Birthday",
        ["NICKNAME"] = "Nickname",
        ["ROLE"] = "Role",
    };

    /// <summary>Every card of a file, and what of it is none.</summary>
    /// <param name="problems">A sentence for each card that could not be read.</param>
    public static IReadOnlyList<CardDraft> Read(string text, out IReadOnlyList<string> problems)
    {
        var (drafts, faults, card) = (new List<CardDraft>(), new List<string>(), (List<VCardProperty>?)null);
        foreach (var property in Unfolded(text).Select(VCardProperty.Read).OfType<VCardProperty>())
        {
            switch (property.Name)
            {
                case "BEGIN" when property.Value.Trim().Equals("VCARD", StringComparison.OrdinalIgnoreCase):
                    card = [];
                    break;
                case "END" when card is not null:
                    if (Refusal(card) is { } refusal)
                    {
                        faults.Add($"Card {drafts.Count + faults.Count + 1}: {refusal}");
                    }
                    else
                    {
                        drafts.Add(Draft(card));
                    }

                    card = null;
                    break;
                default:
                    card?.Add(property);
                    break;
            }
        }

        if (card is not null)
        {
            faults.Add("The file ends in the middle of a card: it may have been cut off.");
        }

        problems = faults;
        return drafts;
    }

    // A line that begins with a blank goes on with the line before it.
    private static List<string> Unfolded(string text)
    {
        var (lines, line) = (new List<string>(), new System.Text.StringBuilder());
        foreach (var piece in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (piece is [' ' or '\t', ..])
            {
                line.Append(piece.AsSpan(1));
                continue;
            }

            lines.Add(line.ToString());
            line.Clear().Append(piece);
        }

        lines.Add(line.ToString());
        return lines;
    }

    private static string? Refusal(List<VCardProperty> card) =>
        card.Find(property => property.Is("VERSION"))?.Value.Trim() is { } version && version is not ("3.0" or "4.0")
            ? $"it is a vCard of version {PlainText.Cut(PlainText.ForShowing(version), 10)}; export it as 3.0 or 4.0."
            : null;

    private static CardDraft Draft(List<VCardProperty> card)
    {
        var draft = new CardDraft();
        foreach (var property in card)
        {
            Take(draft, property, card);
        }

        draft.Name ??= card.Find(property => property.Is("ORG"))?.Part(0);
        return draft;
    }

    private static void Take(CardDraft draft, VCardProperty property, List<VCardProperty> card)
    {
        switch (property.Name)
        {
            case "FN":
                draft.Name ??= property.Text;
                break;
            case "N":
                TakeName(draft, property);
                break;
            case "SORT-STRING":
                draft.SortName ??= property.Text;
                break;
            case "ORG":
                draft.Company ??= string.Join(", ", property.Parts.Where(part => part.Trim().Length > 0));
                break;
            case "TITLE":
                draft.Title ??= property.Text;
                break;
            case "NOTE":
                draft.Notes.Add(property.Text);
                break;
            case "UID":
                draft.Uid ??= Guid.TryParse(property.Text.Replace("urn:uuid:", "", StringComparison.OrdinalIgnoreCase).Trim(), out var uid) ? uid : null;
                break;
            case "TEL":
                draft.Numbers.Add(new DraftNumber(property.Text, Label(property, card), IsBest(property)));
                break;
            case "X-PHONETIC-FIRST-NAME" or "X-PHONETIC-MIDDLE-NAME" or "X-PHONETIC-LAST-NAME":
                draft.Pronunciation = $"{draft.Pronunciation} {property.Text}".Trim();
                break;
            default:
                TakeOther(draft, property, card);
                break;
        }
    }

    private static void TakeOther(CardDraft draft, VCardProperty property, List<VCardProperty> card)
    {
        switch (property.Name)
        {
            case "X-ASSISTANT" or "X-MS-ASSISTANT" or "X-EVOLUTION-ASSISTANT":
            case "RELATED" when property.IsOfType("agent"):
            case "X-ABRELATEDNAMES" when Named(property, card)?.Contains("assistant", StringComparison.OrdinalIgnoreCase) == true:
                draft.Assistants.Add(new DraftAssistant(property.Text, null, null));
                break;
            case "X-FRONTDESK-ASSISTANT":
                draft.Assistants.Add(new DraftAssistant(property.Part(0), property.Part(1), property.Part(2)));
                break;
            case "X-FRONTDESK-MATTER":
                draft.Matters.Add(new DraftMatter(property.Part(0), property.Part(1)));
                break;
            case "X-FRONTDESK-PRONUNCIATION":
                draft.Pronunciation = property.Text;
                break;
            case "X-FRONTDESK-IPA":
                draft.Ipa = property.Text;
                break;
            case "X-FRONTDESK-STANDING":
                draft.Standing = Enum.TryParse<Standing>(property.Text, ignoreCase: true, out var standing) && Enum.IsDefined(standing) ? standing : null;
                break;
            case "X-FRONTDESK-WANTS-TO-TALK":
                draft.WantsToTalk = property.Text.Equals("yes", StringComparison.OrdinalIgnoreCase);
                break;
            case "X-FRONTDESK-WAKES":
                draft.Wakes = property.Text.Equals("yes", StringComparison.OrdinalIgnoreCase);
                break;
            case "X-FRONTDESK-PREFERRED-ANSWER":
                draft.PreferredAnswer = property.Text;
                break;
            case var name when Kept.TryGetValue(name, out var what):
                draft.Keep(what, string.Join(' ', property.Parts.Where(part => part.Trim().Length > 0)));
                break;
        }
    }

    private static void TakeName(CardDraft draft, VCardProperty property)
    {
        if (property.All("PHONETIC").Contains("ipa", StringComparer.OrdinalIgnoreCase))
        {
            draft.Ipa ??= string.Join(' ', new[] { property.Part(1), property.Part(0) }.Where(part => part.Length > 0));
            return;
        }

        var (family, given) = (property.Part(0), property.Part(1));
        draft.SortName ??= property.All("SORT-AS").FirstOrDefault() ?? (family.Length > 0 && given.Length > 0 ? $"{family}, {given}" : null);
        if (draft.Name is null or "")
        {
            draft.Name = string.Join(' ', new[] { property.Part(3), given, property.Part(2), family, property.Part(4) }.Where(part => part.Length > 0));
        }
    }

    private static bool IsBest(VCardProperty property) =>
        property.IsOfType("pref") || property.All("PREF").Any(rank => rank.Equals("1", StringComparison.Ordinal));

    // Apple writes a label of one's own on a line beside it: "item1.X-ABLabel:boat".
    private static string? Label(VCardProperty property, List<VCardProperty> card) =>
        Named(property, card) ?? Array.Find(Kinds, property.IsOfType);

    private static string? Named(VCardProperty property, List<VCardProperty> card) => property.Group is null
        ? null
        : card.Find(other => other.Is("X-ABLABEL") && string.Equals(other.Group, property.Group, StringComparison.OrdinalIgnoreCase))
            ?.Text.Replace("_$!<", "", StringComparison.Ordinal).Replace(">!$_", "", StringComparison.Ordinal);
}
