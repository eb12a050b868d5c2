using FrontDesk.Contacts;
using FrontDesk.Ledger;
using FrontDesk.Texts;

namespace FrontDesk.Web.Contacts;

/// <summary>The field's words for what the book shows.</summary>
public static class BookWords
{
    public static string Of(Standing standing) => standing switch
    {
        Standing.Ordinary => "Ordinary",
        Standing.Valued => "Valued: call back the same day",
        Standing.TooImportantNotTo => "Too important not to call back",
    };

    /// <summary>As said afterwards, of a card.</summary>
    public static string Of(BookActKind kind) => kind switch
    {
        BookActKind.Dropped => "dropped",
        BookActKind.Merged => "merged",
        BookActKind.Split => "split",
        BookActKind.MadeOfCall => "made of a call",
        BookActKind.Imported => "imported",
        BookActKind.Changed => "changed",
        BookActKind.Made => "made",
    };

    public static string Of(Ball court) => court switch
    {
        Ball.Ours => "Our court: we owe them a call",
        Ball.Theirs => "Their court: word was left",
        Ball.Nobody => "Nobody owes a call",
    };

    public static string Of(TextStatus status) => status switch
    {
        TextStatus.Queued or TextStatus.Accepted or TextStatus.Scheduled or TextStatus.Sending => "on its way",
        TextStatus.Sent => "sent",
        TextStatus.Delivered => "delivered",
        TextStatus.Undelivered or TextStatus.Failed => "did not arrive",
        TextStatus.Canceled => "not sent",
        TextStatus.Read => "read",
        TextStatus.Received => "received",
    };

    public static string Of(Likeness likeness) => likeness switch
    {
        Likeness.SameCard => "Exported from this card",
        Likeness.SameNameAndNumber => "Same name and number",
        Likeness.SameName => "Same name",
        Likeness.SameNumber => "Same number",
        Likeness.NearlySameName => "Nearly the same name",
    };

    /// <summary>Of an import that is over.</summary>
    public static string Of(ImportState state) => state switch
    {
        ImportState.Running => "Running.",
        ImportState.Done => "Done.",
        ImportState.Cancelled => "Called off. The book is as it was: none of the file is in it.",
        ImportState.Stale => "Somebody changed a card meanwhile that the file was to be merged into, so nothing was imported.",
        ImportState.Failed => "The import failed, and none of the file is in the book. The service's log tells why.",
    };

    /// <param name="stayed">Cards of an import that somebody has changed since.</param>
    public static string Undone(int stayed) => stayed == 0 ? "Undone." : $"Undone, except for {stayed} that somebody has changed since.";

    /// <summary>Whether an act was taken back, or why not.</summary>
    public static string Of(TakeBackOutcome outcome) => outcome switch
    {
        TakeBackOutcome.TakenBack done => Undone(done.Stayed),
        TakeBackOutcome.Overtaken => "Somebody has changed one of those cards since, so it was not undone.",
        TakeBackOutcome.TooLate => "That was undone already.",
        _ => throw new InvalidOperationException("An act is taken back, overtaken or too late for it."),
    };
}
