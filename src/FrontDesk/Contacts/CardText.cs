namespace FrontDesk.Contacts;

/// <summary>What people write on a card, made fit to be kept: no controls, nothing that turns the direction of the text around it.</summary>
public static class CardText
{
    public const int Longest = 200;
    public const int LongestNotes = 4000;

    /// <summary>Numbers, assistants, matters, and words of a matter.</summary>
    public const int MostEntries = 50;

    public static Contact Clean(Contact card) => card with
    {
        Name = PlainText.ForShowing(card.Name),
        SortName = Line(card.SortName),
        Pronunciation = Line(card.Pronunciation),
        Ipa = Line(card.Ipa),
        Company = Line(card.Company),
        Title = Line(card.Title),
        PreferredAnswer = Line(card.PreferredAnswer),
        Notes = Notes(card.Notes),
        Numbers = [.. card.Numbers.Select(number => number with { Label = PlainText.ForShowing(number.Label) })],
        Assistants = [.. card.Assistants.Select(assistant => assistant with { Name = PlainText.ForShowing(assistant.Name), Notes = Notes(assistant.Notes) })],
        Matters = [.. card.Matters.Select(matter => matter with { Name = PlainText.ForShowing(matter.Name), Words = [.. matter.Words.Select(Line).OfType<string>()] })],
    };

    /// <summary>On one line; null where nothing is left.</summary>
    public static string? Line(string? text) => PlainText.ForShowing(text ?? "") is { Length: > 0 } line ? line : null;

    /// <summary>Line by line; null where nothing is left.</summary>
    private static string? Notes(string? text)
    {
        var notes = string.Join('\n', (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(PlainText.ForShowing)).Trim();
        return notes.Length == 0 ? null : notes;
    }
}
