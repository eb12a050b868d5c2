using FrontDesk.Calls;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Contacts;

/// <summary>A call of the same party as the log has it.</summary>
internal sealed record EarlierCall(Guid Id, CallDirection Direction, CallOutcome? Outcome, string? Name, PhoneNumber? Number, string? Regarding)
{
    public static EarlierCall Of(Row row) => new(
        row.Id(0), (CallDirection)row.Number(1), (CallOutcome?)row.NumberOrNull(2), row.TextOrNull(3), row.PhoneOrNull(4), row.TextOrNull(5));

    /// <summary>What the boss decides about a call (let go, recoded) is not seen here: a caller must not hear it (R9).</summary>
    /// <param name="calls">Newest first.</param>
    public static EarlierCalls? SinceTalkedTo(IReadOnlyList<EarlierCall> calls)
    {
        var since = calls.TakeWhile(call => call.Outcome != CallOutcome.TalkedTo).Where(call => call.Direction == CallDirection.Inbound).ToList();
        return since.Count == 0 ? null
            : since.Find(call => call.Name is not null) is { } telling ? new EarlierCalls(since.Count, telling.Id, telling.Name, telling.Number, telling.Regarding)
            : new EarlierCalls(since.Count, since[0].Id, null, null, null);
    }
}
