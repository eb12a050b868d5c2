using System.Globalization;
using FrontDesk.Copies;
using FrontDesk.Ledger;
using FrontDesk.Web.Mail;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Copies;

/// <summary>Words for what a clean copy shows, on the screen, on paper and in a mail.</summary>
public static class CopyWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public static string Of(CopyPart part) => part switch
    {
        CopyPart.ToReturn => "To return",
        CopyPart.LeftWord => "Left word: it is their turn",
        CopyPart.Unclaimed => "On a line no desk has claimed",
        CopyPart.Gone => "Off the sheet since",
    };

    /// <summary>After "made by Jamie, ".</summary>
    public static string Of(CopyReason reason) => reason switch
    {
        CopyReason.Button => "at the sheet",
        CopyReason.Text => "back in the office, by text",
        CopyReason.SetTime => "at a set time",
        CopyReason.ShiftChange => "for the next assistant",
        CopyReason.Program => "for a program",
    };

    /// <summary>What is new about a line, in a word or two; null where nothing is.</summary>
    public static string? News(CopyLine line) => line switch
    {
        { News: CopyNews.New } => "new",
        { News: CopyNews.CalledAgain, Move: CopyMove.Up } => $"again, up from {line.Was}",
        { News: CopyNews.CalledAgain } => "called again",
        { News: CopyNews.RangBack } => "rang back",
        { News: CopyNews.LeftWord } => "left word",
        { Move: CopyMove.Up } => $"up from {line.Was}",
        { Move: CopyMove.Down } => $"down from {line.Was}",
        _ => null,
    };

    /// <summary>"returned, says Jamie, 10:12 am".</summary>
    public static string Of(Became? became, DeskWhen when) => became switch
    {
        { Kind: { } kind, By: { } by, At: { } at } => $"{SheetWords.Of(kind)}, says {by}, {when.At(at)}",
        { Ball: Ball.Nobody } => "nobody owes a call",
        _ => "on another line now",
    };

    public static string Who(CopyLine line) =>
        line.Name ?? (line.Numbers.Count > 0 ? SheetWords.Of(line.Numbers[0]) : "Caller unknown");

    /// <summary>On paper, where "today" means nothing: "Monday, March 2, 10:42 am".</summary>
    public static string Moment(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return $"{local.ToString("dddd, MMMM d", English)}, {local.ToString("h:mm", English)} {(local.Hour < 12 ? "am" : "pm")}";
    }

    /// <summary>"7 to return, 2 of them ASAP · 3 new".</summary>
    public static string Counts(CleanCopy copy) =>
        $"{copy.ToReturn} to return{(copy.Asap > 0 ? $", {copy.Asap} of them ASAP" : "")}{(copy.New > 0 ? $" · {copy.New} new" : "")}";

    /// <summary>"mailed 6:31 pm", without the address.</summary>
    public static string Of(MailRow mail, DeskWhen when) => mail switch
    {
        { State: MailState.Sent, SentAt: { } at } => $"mailed {when.At(at)}",
        { State: MailState.Failed } => $"could not be mailed: {mail.LastError}",
        { LastError: { } error } => $"not mailed yet, tried again {when.At(mail.DueAt)}: {error}",
        _ => "on its way",
    };
}
