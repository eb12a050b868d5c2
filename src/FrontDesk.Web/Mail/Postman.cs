using FrontDesk.Web.Copies;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;

namespace FrontDesk.Web.Mail;

/// <summary>Delivers the mails on file, one at a time, until the mail server has each or it is given up.</summary>
public sealed partial class Postman(Database database, DeskBook desks, CleanCopies copies, MailServer server, Settings settings, TimeProvider time, ILogger<Postman> log)
{
    /// <summary>With pauses that double up to an hour, about half a day.</summary>
    public const int MostAttempts = 16;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <returns>True when a mail was due, so that there may be more.</returns>
    public async Task<bool> DeliverNextAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (!settings.SendsMail || await database.ReadAsync(look => MailRows.NextDueAsync(look, now), cancel) is not { } mail)
        {
            return false;
        }

        if (await database.WriteAsync(work => MailRows.TakeAsync(work, mail, now + Lease), cancel))
        {
            await DeliverAsync(mail with { Attempt = mail.Attempt + 1 }, cancel);
        }

        return true;
    }

    private async Task DeliverAsync(MailRow mail, CancellationToken cancel)
    {
        var outcome = mail.Attempt > MostAttempts
            // A sender was lost with it, time after time.
            ? new MailOutcome.Refused(mail.LastError ?? "it was tried too often")
            : desks.WithId(mail.DeskId) is { } desk && await copies.FindAsync(mail.CopyId, cancel) is { } copy
                ? await server.SendAsync(CopyLetter.Of(mail, copy, desk, settings), cancel)
                : new MailOutcome.Refused("there is no such desk any more");
        // What has gone out is written down though we are shutting down.
        await database.WriteAsync(work => RecordAsync(work, mail, outcome), CancellationToken.None);
        LogDelivered(log, mail.Id, mail.Attempt, outcome.GetType().Name);
    }

    private Task RecordAsync(Work work, MailRow mail, MailOutcome outcome)
    {
        var now = time.GetUtcNow();
        return outcome switch
        {
            MailOutcome.Taken => MailRows.SentAsync(work, mail.Id, now),
            MailOutcome.Refused refused => MailRows.FailedAsync(work, mail.Id, refused.Why, again: null),
            MailOutcome.NotNow notNow => MailRows.FailedAsync(work, mail.Id, notNow.Why, mail.Attempt < MostAttempts ? now + Pause(mail) : null),
            _ => throw new InvalidOperationException("A mail is taken, refused or not now."),
        };
    }

    /// <summary>Doubled each time, with up to a quarter more, so that mails put off together do not come back together.</summary>
    private static TimeSpan Pause(MailRow mail)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(mail.Attempt, 10) - 1);
        return (pause < LongestPause ? pause : LongestPause) * (1 + (mail.Id.ToByteArray()[15] / 1024.0));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail {Mail}, attempt {Attempt}: {Outcome}")]
    private static partial void LogDelivered(ILogger logger, Guid mail, int attempt, string outcome);
}
