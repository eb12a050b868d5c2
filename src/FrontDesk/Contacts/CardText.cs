namespace FrontDesk.Contacts;

/// <summary>What people write on a card, made fit to be kept: no controls, nothing that turns the direction of the text around it.</summary>
public static class CardText
{
    public const int LongestLine = 200;
    public const int LongestNotes = 10_000;

    /// <summary>On one line; null where nothing is left.</summary>
    public static string? Line(string? text) =>
        text is null || PlainText.Cut(PlainText.ForShowing(text).TrimStart(), LongestLine) is not { Length: > 0 } line ? null : line;

    /// <summary>Line by line; null where nothing is left.</summary>
    public static string? Notes(string? text)
    {
        var notes = string.Join('\n', (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(PlainText.ForShowing)).Trim();
        return notes.Length == 0 ? null : PlainText.Cut(notes, LongestNotes);
    }
}
