using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Web.Calls;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reconciling;

/// <summary>Which calls of the carrier's list the log has, and how the others get onto it: as the calls of whoever the number suggests.</summary>
public sealed class MissedCalls(Database database, DeskBook desks, PhoneBook book, CallLog log, CallsUnderWay underWay, SheetChanges sheet, ReminderBell bell)
{
    /// <summary>Of these, those on the log.</summary>
    public Task<IReadOnlySet<string>> KnownAsync(IEnumerable<string> sids, CancellationToken cancel) => KnownSids.OfAsync(
        database,
        """
        select call_sid from calls where live = 1 and call_sid in @some
        union all select call_sid from filed_calls where call_sid in @some
        """,
        sids,
        cancel);

    /// <returns>How many of them were new to the log.</returns>
    public async Task<int> WriteDownAsync(IReadOnlyList<CarrierCall> calls, DateTimeOffset now, CancellationToken cancel)
    {
        var missed = new List<MissedCall>(calls.Count);
        foreach (var call in calls)
        {
            if (IncomingCall.Of(call) is { } incoming)
            {
                missed.Add(await KnowAsync(incoming, call.EndedAt, now, cancel));
            }
        }

        var written = await log.WriteDownMissedAsync(missed, now, cancel);
        if (written > 0)
        {
            foreach (var desk in missed.Select(call => call.Call.DeskId ?? SheetChanges.NoDesk).Distinct())
            {
                sheet.Changed(desk);
            }

            bell.Ring();
        }

        return written;
    }

    private async Task<MissedCall> KnowAsync(IncomingCall incoming, DateTimeOffset? ended, DateTimeOffset now, CancellationToken cancel)
    {
        var (desk, began) = (desks.OnLineOf(incoming), Earlier(incoming.ToldAt ?? now, now));
        var call = new NewCall
        {
            Id = Guid.CreateVersion7(began),
            DeskId = desk?.Id,
            Caller = desk is null ? Caller.NotLookedUp(incoming.From) : await book.IdentifyAsync(desk.Id, incoming.From, cancel),
            Incoming = incoming,
            At = began,
            EndedAt = incoming.Status.IsOver() ? Earlier(ended > began ? ended.Value : began, now) : null,
        };
        return new MissedCall(call, await IsLoopAsync(incoming, desk, began, cancel));
    }

    /// <summary>As when a call comes in, at the time it did.</summary>
    private async Task<bool> IsLoopAsync(IncomingCall incoming, Desk? desk, DateTimeOffset began, CancellationToken cancel)
    {
        var by = incoming.ForwardedBy;
        return Loop.IsOurs(incoming.From, by, line => desks.OnLine(line) is not null)
            || (desk is not null && Loop.Suspect(incoming.From, by, desk) is { } phone && await underWay.RangAsync(desk.Id, phone, began, cancel));
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
