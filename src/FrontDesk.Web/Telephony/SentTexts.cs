using FrontDesk.Web.Data;

namespace FrontDesk.Web.Telephony;

/// <summary>The texts the desk sent, on file under the carrier's id.</summary>
public static class SentTexts
{
    /// <summary>Once, whoever learns of it first: the sender, a callback or a look at the carrier's lists.</summary>
    public static Task FileAsync(Work work, Intent intent, string sid, DateTimeOffset now) =>
        intent.Channel == Channel.Call
            ? Task.CompletedTask
            : work.ExecuteAsync(
                """
                insert into texts (id, desk_id, direction, message_sid, from_number, to_number, body, status, error_code, intent_id, at)
                select @id, @DeskId, 2, @sid, @FromNumber, @ToNumber, @body, 1, null, @intentId, @now
                where not exists (select 1 from texts where message_sid = @sid)
                """,
                new { id = Guid.CreateVersion7(now), intent.DeskId, sid, intent.FromNumber, intent.ToNumber, body = intent.Body ?? "", intentId = intent.Id, now });
}
