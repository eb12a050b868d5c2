using System.Globalization;
using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Reach;
using FrontDesk.Web.Calls;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reach;

/// <summary>The caller's end of a chase: holds for as long as the desk's settings say, then goes on; in between may be put through.</summary>
public sealed partial class HoldingLine(Database database, DeskBook desks, Twiml twiml, TimeProvider time, ILogger<HoldingLine> log)
{
    private const int MostBeats = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>An answer the carrier never saw is asked for again within this; who comes later has been in the room.</summary>
    private static readonly TimeSpan StillComesIn = TimeSpan.FromMinutes(1);

    /// <summary>Another few seconds have passed. Whatever the boss does, the answer is the same until a call is taken, or time is up.</summary>
    public async Task BeatAsync(HttpContext context)
    {
        if (IncomingCall.Parse(WebhookForm.Of(context)) is not { } call)
        {
            await twiml.HangUp(context.Response);
            return;
        }

        var (asked, beat) = (Carried.AskedIn(context.Request.Query), BeatIn(context.Request.Query));
        var desk = desks.OnLineOf(call);
        var last = desk is null || beat >= ReachPlan.Beats(desk);
        var reach = await LookAsync(call.CallSid, last);
        await (reach is { State: ReachState.Taken } && HasBeenThere(reach) ? GoOnAsync(context, reach, asked)
            : reach is { State: ReachState.Taken } && desk is not null ? JoinAsync(context, reach, desk, asked)
            : last ? twiml.GoOn("", ScriptGoesOn(asked), context.Response)
            : twiml.Wait(Words(beat, desk), Twiml.HoldsAt(asked, beat + 1), context.Response));
    }

    /// <summary>The caller is out of the room. Where nobody came, the script goes on.</summary>
    public async Task LeftAsync(HttpContext context)
    {
        var asked = Carried.AskedIn(context.Request.Query);
        var reach = IncomingCall.Parse(WebhookForm.Of(context)) is { } call ? await LookAsync(call.CallSid, last: true) : null;
        await GoOnAsync(context, reach, asked);
    }

    /// <summary>From the room, that is: whoever comes back from it by way of the fallback is not shut in there alone.</summary>
    private bool HasBeenThere(ReachRow reach) => reach.TalkedAt is not null || reach.JoinedAt < time.GetUtcNow() - StillComesIn;

    private Task GoOnAsync(HttpContext context, ReachRow? reach, ScriptPosition asked) =>
        reach is { TalkedAt: null } ? twiml.GoOn("", ScriptGoesOn(asked), context.Response) : twiml.HangUp(context.Response);

    private async Task JoinAsync(HttpContext context, ReachRow reach, Desk desk, ScriptPosition asked)
    {
        var now = time.GetUtcNow();
        await database.WriteAsync(work => ReachRows.JoinAsync(work, reach.Id, now), CancellationToken.None);
        var callerLast = await database.ReadAsync(look => Meeting.IsCallerLastAsync(look, reach.CallId), CancellationToken.None);
        await twiml.Meet(
            CallScript.PuttingThrough(desk),
            new Meeting(reach.Id, ReachCalls.RoomOf(reach.Id), Starts: callerLast, After: $"/twilio/hold/left?{Asked(asked)}"),
            context.Response);
    }

    /// <returns>Null where there is none, or the books do not answer: the caller holds on and then goes on, which costs at most the boss's chance.</returns>
    private async Task<ReachRow?> LookAsync(string callSid, bool last)
    {
        try
        {
            return await (last ? CloseAsync(callSid) : database.ReadAsync(look => ReachRows.OfCallAsync(look, callSid), CancellationToken.None)).WaitAsync(Patience, time);
        }
        catch (Exception fault) when (fault is TimeoutException or DatabaseUnavailableException || database.Dialect.IsPassing(fault))
        {
            LogUnseen(fault, callSid);
            return null;
        }
    }

    private Task<ReachRow?> CloseAsync(string callSid)
    {
        var now = time.GetUtcNow();
        return database.WriteAsync(
            async work =>
            {
                if (await ReachRows.OfCallAsync(work, callSid) is not { } reach)
                {
                    return null;
                }

                return await ReachRows.EndAsync(work, reach.Id, ReachState.NotTaken, now) ? reach with { State = ReachState.NotTaken } : reach;
            },
            CancellationToken.None);
    }

    private static string ScriptGoesOn(ScriptPosition asked) => $"{Twiml.HeardPath}?{Asked(asked)}";

    private static string Asked(ScriptPosition asked) => $"step={(int)asked.Step}&attempt={asked.Attempt}";

    /// <summary>So that nobody thinks the line dead.</summary>
    private static string Words(int beat, Desk? desk) => beat % 4 == 0 ? CallScript.OneMoment(desk) : "";

    private static int BeatIn(IQueryCollection query) => int.TryParse(query["beat"], NumberStyles.None, CultureInfo.InvariantCulture, out var beat) ? Math.Clamp(beat, 1, MostBeats) : MostBeats;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody knows whether call {CallSid} was taken; the caller goes on holding")]
    private partial void LogUnseen(Exception fault, string callSid);
}
