using FrontDesk.Texts;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Texts;

/// <summary>A text as the carrier brought it.</summary>
/// <param name="From">As the carrier says: a phone number, a short code, a name.</param>
public sealed record IncomingText(string Sid, string From, PhoneNumber To, string Body, TextCommand Command)
{
    private const int MostCharacters = 1600;

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

    /// <summary>With the carrier's advanced opt-out its words are the account's own, and only it can tell.</summary>
    private static TextCommand CommandOf(string? optOutType, string body) => optOutType switch
    {
        "STOP" => new TextCommand.CarrierWord(CarrierAct.OptsOut),
        "START" => new TextCommand.CarrierWord(CarrierAct.OptsIn),
        "HELP" => new TextCommand.CarrierWord(CarrierAct.AsksForHelp),
        _ => TextCommand.Parse(body),
    };
}
