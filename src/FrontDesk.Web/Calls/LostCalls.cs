using FrontDesk.Calls;
using FrontDesk.Web.Data;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Calls;

/// <summary>Calls that have gone on for minutes: the carrier is asked whether they still do, because the end of one may never be told, and the boss waits for it.</summary>
public sealed class LostCalls(Database database, CallLog log, ITelephony telephony, SheetChanges sheet, ReminderBell bell)
{
    private const int AtOnce = 20;
    private const int MostUnanswered = 3;

    /// <summary>Few who talk with the desk alone take longer.</summary>
    private static readonly TimeSpan Ordinary = TimeSpan.FromMinutes(5);

    /// <summary>No call lasts longer; until then a carrier that does not know it may know it yet.</summary>
    private static readonly TimeSpan Longest = LiveCall.Longest + TimeSpan.FromMinutes(15);

    // As in filing, the comparison with an empty SID keeps SQLite to the small index of living calls.
    private readonly string open =
        "select desk_id, call_sid, received_at from calls where live = 1 and call_sid > @after and status < 10 and direction = 1 and received_at < @before order by call_sid"
        + database.Dialect.FirstRows(AtOnce);

    /// <summary>Asks after each of them; a carrier that does not answer is asked again another time.</summary>
    public async Task CloseAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var (asked, unanswered) = ("", 0);
        while (await OpenAsync(asked, now - Ordinary, cancel) is { Count: > 0 } calls)
        {
            foreach (var call in calls)
            {
                var known = await telephony.FetchCallAsync(call.Sid, cancel);
                if (known is LookUp<CarrierCall>.Unreachable && ++unanswered == MostUnanswered)
                {
                    return;
                }

                if (EndOf(known, now - call.ReceivedAt > Longest, now) is { } end && await log.CloseAsync(call.Sid, end.Status, end.Seconds, end.At, cancel))
                {
                    sheet.Changed(call.DeskId ?? SheetChanges.NoDesk);
                    bell.Ring();
                }

                asked = call.Sid;
            }
        }
    }

    private Task<IReadOnlyList<(Guid? DeskId, string Sid, DateTimeOffset ReceivedAt)>> OpenAsync(string after, DateTimeOffset before, CancellationToken cancel) => database.ReadAsync(
        look => look.Prepared(open).With(after).With(before).ListAsync(row => (DeskId: row.IdOrNull(0), Sid: row.Text(1), ReceivedAt: row.Instant(2))).AsTask(), cancel);

    private static (CallStatus Status, int? Seconds, DateTimeOffset At)? EndOf(LookUp<CarrierCall> known, bool isTooLong, DateTimeOffset now) => known switch
    {
        LookUp<CarrierCall>.Found { Value: var call } when CallStatusWord.Read(call.Status) is { } status && status.IsOver() =>
            (status, call.Duration, CarrierTime.NoLaterThan(now, call.EndedAt)),
        LookUp<CarrierCall>.Nothing when isTooLong => (CallStatus.Failed, null, now),
        _ => null,
    };
}
