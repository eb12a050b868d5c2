namespace FrontDesk.Web.Erasing;

/// <summary>What is said of a request to forget somebody, on the page, on the command line and to programs.</summary>
public static class ErasureWords
{
    /// <summary>"2 calls, 1 text and 1 card".</summary>
    public static string Of(ErasureCount count) => $"{Several(count.Calls, "call")}, {Several(count.Texts, "text")} and {Several(count.Cards, "card")}";

    /// <summary>What came of it, in whole sentences.</summary>
    public static string Of(ErasureOutcome outcome) => outcome switch
    {
        ErasureOutcome.Done(var count) => $"Forgotten: {Of(count)}. {AtTheCarrier(count)}",
        ErasureOutcome.Waits => "They are on the line, or something about them is on its way. Everything of them goes as soon as that is over.",
        ErasureOutcome.Shared(var cards) => $"{cards} cards have that number: forget the one that is meant, on its page.",
        ErasureOutcome.Ours => "That is a number of the desk's own people.",
        ErasureOutcome.NotThere => "There is nobody to forget: it may have been done already.",
        _ => throw new InvalidOperationException("Somebody is forgotten, waited for, shared, ours or not there."),
    };

    private static string AtTheCarrier(ErasureCount count) => count.Recordings.Count == 0
        ? "The carrier keeps a log of its own."
        : $"The carrier keeps a log of its own, and {Several(count.Recordings.Count, "recording")}: {string.Join(", ", count.Recordings)}.";

    private static string Several(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
