using FrontDesk.Web.Copies;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Mail;

/// <summary>The mails on file. Each is one conversation with the mail server, repeated until that has taken it.</summary>
internal static class MailRows
{
    private const int LongestError = 450;
    private const string Columns = "id, desk_id, copy_id, to_address, state, attempt, due_at, sent_at, last_error, created_at, version";

    /// <summary>Once to each address; a mail that failed is written anew.</summary>
    /// <returns>How many are to be sent.</returns>
    public static async Task<int> WriteDownAsync(Work work, KeptCopy copy, IReadOnlyList<string> addresses, DateTimeOffset now)
    {
        var written = 0;
        foreach (var address in addresses)
        {
            var row = new { id = Guid.CreateVersion7(now), copy.DeskId, copyId = copy.Id, address, now };
            written += await work.ExecuteAsync(
                "update mails set state = 1, attempt = 0, due_at = @now, version = version + 1 where copy_id = @copyId and lower(to_address) = lower(@address) and state = 4", row);
            written += await work.ExecuteAsync(
                """
                insert into mails (id, desk_id, copy_id, to_address, state, attempt, due_at, created_at, version)
                select @id, @DeskId, @copyId, @address, 1, 0, @now, @now, 0
                where not exists (select 1 from mails where copy_id = @copyId and lower(to_address) = lower(@address))
                """,
                row);
        }

        return written;
    }

    public static Task<IReadOnlyList<MailRow>> OfCopyAsync(Look look, Guid copyId) =>
        look.QueryAsync<MailRow>($"select {Columns} from mails where copy_id = @copyId order by id, to_address", new { copyId });

    public static Task<MailRow?> NextDueAsync(Look look, DateTimeOffset now) =>
        look.FirstOrDefaultAsync<MailRow>($"select {Columns} from mails where state in (1, 2) and due_at <= @now order by due_at, id", new { now });

    /// <returns>False when somebody else was faster.</returns>
    public static async Task<bool> TakeAsync(Work work, MailRow mail, DateTimeOffset until) => await work.ExecuteAsync(
        "update mails set state = 2, attempt = attempt + 1, due_at = @until, version = version + 1 where id = @Id and version = @Version",
        new { mail.Id, mail.Version, until }) == 1;

    public static Task SentAsync(Work work, Guid id, DateTimeOffset now) => work.ExecuteAsync(
        "update mails set state = 3, sent_at = @now, last_error = null, version = version + 1 where id = @id", new { id, now });

    /// <param name="again">Null where it is given up.</param>
    public static Task FailedAsync(Work work, Guid id, string why, DateTimeOffset? again) => work.ExecuteAsync(
        """
        update mails set state = case when @again is null then 4 else 1 end, due_at = coalesce(@again, due_at), last_error = @why, version = version + 1
        where id = @id and state = 2
        """,
        new { id, why = PlainText.CutAndSaySo(PlainText.ForShowing(why), LongestError), again });
}
