using FrontDesk.Texts;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Telephony;

/// <summary>What a text's state at the carrier means for what hangs on it.</summary>
public static class TextReceipt
{
    /// <param name="isLast">No later word is expected: what has not arrived by now is taken not to have arrived (T54).</param>
    public static async Task TakeAsync(Work work, Intent intent, TextStatus status, int? code, bool isLast, DateTimeOffset now)
    {
        if (status is TextStatus.Delivered or TextStatus.Read)
        {
            await IntentLog.DoneAsync(work, intent.Id);
        }
        else if (status.IsLost())
        {
            await IntentLog.PutBackAsync(work, intent.Id, now, code, $"{status} {code}".TrimEnd());
            await TextChannel.CloseIfToldAsync(work, intent, code ?? 0, now);
        }
        else if (isLast)
        {
            await IntentLog.PutBackAsync(work, intent.Id, now, null, "no receipt");
        }
    }
}
