using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Sheet;
using FrontDesk.Web.Calls;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Reach;

/// <summary>Whether a caller is asked to hold while the boss's phones are tried: only for a call that would be Call ASAP, and once.</summary>
public sealed class Reaching(Database database, DeskBook desks)
{
    /// <param name="turn">What the script would say next.</param>
    /// <returns>Null where it says that.</returns>
    public async Task<Chase?> OfAsync(LiveCall call, ScriptPosition asked, ScriptTurn turn, DateTimeOffset now, CancellationToken cancel)
    {
        if (call.DeskId is not { } id || desks.WithId(id) is not { } desk || Holding.Before(asked, turn.Line.At, turn.Notes, desk) is null)
        {
            return null;
        }

        return await database.ReadAsync(
            async look =>
                await ReachRows.IsOnFileAsync(look, call.Id) || await AsapAsync(look, desk, call, turn.Notes, now) is not { } calls
                    ? null
                    : Chase.Of(desk, call, calls.Any(one => one.Wakes), await ReachRows.SoFarAsync(look, desk.Id, call.Caller.Party, now), now),
            cancel);
    }

    /// <returns>The party's calls, where they come to an ASAP call; else null.</returns>
    private static async Task<IReadOnlyList<OwedCall>?> AsapAsync(Look look, Desk desk, LiveCall call, CallNotes notes, DateTimeOffset now)
    {
        var calls = await SheetStore.OfPartyAsync(look, desk.Id, call, notes);
        return CodeRule.Of(calls, new DeskClock(desk), now).Code == CallCode.CallAsap ? calls : null;
    }
}
