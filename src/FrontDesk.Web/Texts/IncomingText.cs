using FrontDesk.Texts;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Texts;

/// <summary>A text as the carrier brought it.</summary>
/// <param name="From">As the carrier says: a phone number, a short code, a name.</param>
public sealed record IncomingText(string Sid, string From, PhoneNumber To, string Body, TextCommand Command)
{
    private const int MostCharacters = 1600;
    private const int LongestFrom = 200;

    /// <returns>Null where it lacks what every text has.</returns>
    public static IncomingText? Parse(WebhookForm form)
    {
        if (form["MessageSid"u8] is not { Length: > 0 } sid || form["From"u8] is not { Length: > 0 } from || !PhoneNumber.TryParse(form["To"u8], out var to))
        {
            return null;
        }

        var body = form["Body"u8] ?? "";
        return new IncomingText(sid, from, to, PlainText.ForKeeping(PlainText.Cut(body, MostCharacters)), CommandOf(form["OptOutType"u8], body));
    }

    /// <summary>A text as the carrier's list tells of it.</summary>
    /// <returns>Null where it lacks what every text has.</returns>
    public static IncomingText? Of(CarrierText text) =>
        text is { Sid.Length: > 0 and <= 64, From.Length: > 0 and <= LongestFrom } && PhoneNumber.TryParse(text.To ?? "", out var to)
            ? new IncomingText(text.Sid, text.From, to, PlainText.ForKeeping(PlainText.Cut(text.Body ?? "", MostCharacters)), TextCommand.Parse(text.Body ?? ""))
            : null;

    /// <summary>With the carrier's advanced opt-out its words are the account's own, and only it can tell.</summary>
    private static TextCommand CommandOf(string? optOutType, string body) => optOutType switch
    {
        "STOP" => new TextCommand.CarrierWord(CarrierAct.OptsOut),
        "START" => new TextCommand.CarrierWord(CarrierAct.OptsIn),
        "HELP" => new TextCommand.CarrierWord(CarrierAct.AsksForHelp),
        _ => TextCommand.Parse(body),
    };
}
