using FrontDesk.Desks;
using FrontDesk.Web.Data;
using FrontDesk.Web.Mail;

namespace FrontDesk.Web.Copies;

/// <summary>What became of a copy's mails, and mailing one that was not, or again where it failed.</summary>
public sealed class CopyPost(Database database, Settings settings, TimeProvider time)
{
    /// <summary>There is a mail server, and somebody to write to.</summary>
    public bool CanMail(Desk desk) => settings.SendsMail && desk.Copies.MailTo.Count > 0;

    public Task<IReadOnlyList<MailRow>> OfAsync(Guid copyId, CancellationToken cancel) =>
        database.ReadAsync(look => MailRows.OfCopyAsync(look, copyId), cancel);

    /// <returns>How many are on their way now.</returns>
    public async Task<int> MailAsync(KeptCopy copy, Desk desk, CancellationToken cancel)
    {
        if (!CanMail(desk))
        {
            return 0;
        }

        return await database.WriteAsync(work => MailRows.WriteDownAsync(work, copy, desk.Copies.MailTo, time.GetUtcNow()), cancel);
    }
}
