using System.Globalization;
using System.Text;
using FrontDesk.Copies;
using FrontDesk.Desks;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Office;
using FrontDesk.Web.Sheet;
using MimeKit;

namespace FrontDesk.Web.Mail;

/// <summary>A clean copy as a mail: plain text, in the order of the copy, with a link to the page it can be printed from.</summary>
public static class CopyLetter
{
    /// <summary>The same mail has the same id however often it is sent, so that a mailbox may tell.</summary>
    public static MimeMessage Of(MailRow mail, FullCopy copy, Desk desk, Settings settings)
    {
        var from = new MailboxAddress("FrontDesk", settings.Smtp!.From);
        return new MimeMessage([from], [new MailboxAddress("", mail.ToAddress)], Subject(copy, desk), new TextPart("plain") { Text = Body(copy, desk, settings) })
        {
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{mail.Id:N}@{from.Domain}"),
            Date = copy.Kept.MadeAt,
        };
    }

    // No caller's name: a subject is seen over shoulders.
    private static string Subject(FullCopy copy, Desk desk) => PlainText.ForShowing($"{desk.Title}: clean copy {copy.Kept.Number}, {CopyWords.Counts(copy.Copy)}");

    private static string Body(FullCopy copy, Desk desk, Settings settings)
    {
        var when = new DeskWhen(TimeZoneInfo.FindSystemTimeZoneById(desk.Zone), copy.Kept.MadeAt);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Plain(desk.Title)}: clean copy {copy.Kept.Number}");
        text.AppendLine(CultureInfo.InvariantCulture, $"As of {CopyWords.Moment(copy.Kept.MadeAt, when.Zone)}, {when.City}: {CopyWords.Counts(copy.Copy)}");
        if (copy.Kept.Note is { } note)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{Plain(copy.Kept.MadeBy)}: {Plain(note)}");
        }

        foreach (var part in Enum.GetValues<CopyPart>().Where(part => copy.Copy.In(part).Count > 0))
        {
            text.AppendLine().AppendLine(CopyWords.Of(part).ToUpperInvariant());
            foreach (var line in copy.Copy.In(part))
            {
                Write(text, line, when);
            }
        }

        return text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{settings.PublicUrl.OriginalString}/copies/{copy.Kept.Id}").ToString();
    }

    private static void Write(StringBuilder text, CopyLine line, DeskWhen when)
    {
        if (line.Part == CopyPart.Gone)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    {Plain(CopyWords.Who(line))}: {Plain(CopyWords.Of(line.Became, when))}");
            return;
        }

        string?[] about = [line.Pronunciation is null ? null : $"“{line.Pronunciation}”", line.Company, line.Through is null ? null : $"through {line.Through}", CopyWords.News(line)?.ToUpperInvariant()];
        text.AppendLine(CultureInfo.InvariantCulture, $"{line.Place,3}. {SheetWords.Of(line.Code)}: {string.Join(" · ", about.OfType<string>().Prepend(CopyWords.Who(line)).Select(Plain))}");
        string[] numbers = [.. line.Numbers.Select(SheetWords.Of), .. line.NumberAsHeard is { } heard ? [$"as heard: {heard}"] : Array.Empty<string>()];
        text.AppendLine(CultureInfo.InvariantCulture, $"     {(numbers.Length == 0 ? "no number" : string.Join(", ", numbers.Select(Plain)))}");
        string[] said =
        [
            SheetWords.Matter(line.Regarding, line.IsMissed),
            .. line.Application is { } application ? OfficeWords.Facts(application).Select(fact => $"{fact.What}: {fact.Said}") : [],
            when.At(line.ReceivedAt) + (line.TimesCalled > 1 ? $", {SheetWords.Times(line.TimesCalled)}" : ""),
        ];
        text.AppendLine(CultureInfo.InvariantCulture, $"     {string.Join(" · ", said.Select(Plain))}");
    }

    private static string Plain(string said) => PlainText.ForShowing(said);
}
