using FrontDesk.Calls;
using FrontDesk.Web.Data;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Calls;

/// <summary>Calls whose end was never told: once no call can last so long, the carrier is asked what became of them.</summary>
public sealed class LostCalls(Database database, CallLog log, ITelephony telephony, SheetChanges sheet, ReminderBell bell)
{
    private const int MostAtOnce = 20;

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(15);

    // As in filing, the comparison with an empty SID keeps SQLite to the small index of living calls.
    private readonly string open =
        "select desk_id, call_sid from calls where live = 1 and call_sid > '' and status < 10 and direction = 1 and received_at < @before order by call_sid"
        + database.Dialect.FirstRows(MostAtOnce);

    /// <summary>A carrier that does not answer is asked again another time.</summary>
    public async Task CloseAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var calls = await database.ReadAsync(
            async look => await look.Prepared(open).With(now - LiveCall.Longest - Margin).ListAsync(row => (DeskId: row.IdOrNull(0), Sid: row.Text(1))), cancel);
        foreach (var call in calls)
        {
            var known = await telephony.FetchCallAsync(call.Sid, cancel);
            if (EndOf(known, now) is { } end && await log.CloseAsync(call.Sid, end.Status, end.Seconds, end.At, cancel))
            {
                sheet.Changed(call.DeskId ?? SheetChanges.NoDesk);
                bell.Ring();
            }
        }
    }

    private static (CallStatus Status, int? Seconds, DateTimeOffset At)? EndOf(LookUp<CarrierCall> known, DateTimeOffset now) => known switch
    {
        LookUp<CarrierCall>.Found { Value: var call } when CallStatusWord.Read(call.Status) is { } status && status.IsOver() =>
            (status, call.Duration, call.EndedAt < now ? call.EndedAt.Value : now),
        LookUp<CarrierCall>.Nothing => (CallStatus.Failed, null, now),
        _ => null,
    };
}
