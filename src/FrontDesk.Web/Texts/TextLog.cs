using FrontDesk.Texts;
using FrontDesk.Web.Data;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Texts;

/// <summary>Every text, either way, and what became of it.</summary>
public sealed class TextLog(Database database, TimeProvider time)
{
    public static Task WriteDownAsync(Work work, Guid? deskId, IncomingText text, DateTimeOffset now) => work.ExecuteAsync(
        """
        insert into texts (id, desk_id, direction, message_sid, from_number, to_number, body, status, error_code, intent_id, at)
        values (@id, @deskId, 1, @Sid, @From, @To, @Body, @status, null, null, @now)
        """,
        new { id = Guid.CreateVersion7(now), deskId, text.Sid, text.From, text.To, text.Body, status = TextStatus.Received, now });

    /// <summary>What the carrier says has become of a text of ours. It may say so before it answered our request (F10).</summary>
    public Task StatusAsync(Guid? intentId, string sid, TextStatus status, int? code, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return database.WriteAsync(
            async work =>
            {
                if (!await Inbox.IsNewAsync(work, $"status:{sid}:{status}", now))
                {
                    return;
                }

                var intent = await AdoptAsync(work, intentId, sid, now);
                if (await MoveAsync(work, sid, status, code) && intent is not null)
                {
                    await TextReceipt.TakeAsync(work, intent, status, code, isLast: false, now);
                }
            },
            cancel);
    }

    /// <returns>The intent it belongs to; null where there is none, or it is known to be another text.</returns>
    private static async Task<Intent?> AdoptAsync(Work work, Guid? intentId, string sid, DateTimeOffset now)
    {
        if (intentId is not { } id || await IntentLog.FindAsync(work, id) is not { Channel: Channel.Text } intent)
        {
            return null;
        }

        if (intent.Sid is null)
        {
            await IntentLog.AcceptAsync(work, id, sid, now);
        }

        await SentTexts.FileAsync(work, intent, sid, now);
        return string.Equals(intent.Sid ?? sid, sid, StringComparison.Ordinal) ? intent : null;
    }

    /// <returns>False for a state that came late, or of a text we do not know.</returns>
    private static async Task<bool> MoveAsync(Work work, string sid, TextStatus status, int? code)
    {
        var current = await work.FirstOrDefaultAsync<TextStatus?>("select status from texts where message_sid is not null and message_sid = @sid", new { sid });
        return current is { } before && status.MayReplace(before) && await work.ExecuteAsync(
            "update texts set status = @status, error_code = @code where message_sid is not null and message_sid = @sid",
            new { sid, status, code }) == 1;
    }
}
