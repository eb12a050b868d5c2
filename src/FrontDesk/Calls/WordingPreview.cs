using FrontDesk.Desks;

namespace FrontDesk.Calls;

/// <summary>A sentence of a desk's wording as a caller would hear it, with somebody made up on the line.</summary>
public static class WordingPreview
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+13105550142");

    public static string Of(string words, Desk desk) => Sentence.Fill(words, desk, new Blanks("John Smith", Number, "John", "after four"));
}
