using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Ledger;
using FrontDesk.Sheet;
using FrontDesk.Web.Calls;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reach;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Tests.Differential;

/// <summary>Callers, turn by turn, and what is done to their lines on the sheet.</summary>
internal sealed class CallCommands(Pick pick, Known known)
{
    public IEnumerable<(int Weight, Func<Command?> Make)> All =>
    [
        (14, Ring), (34, Hear), (4, HearAgain), (2, PickUp), (2, GoOn), (14, MoveOn), (2, File), (1, LostOnes), (2, Names), (2, Recording),
        (16, Mark), (6, Undo), (4, Sheet), (3, Page), (4, OneCall), (4, Block), (2, Loop),
    ];

    private Command Ring()
    {
        var call = pick.Chance(4) && pick.Late(known.Calls) is { } old ? old : new KnownCall(pick.Sid("CA"), From(), pick.Of(known.Lines));
        if (!known.Calls.Contains(call))
        {
            known.Calls.Add(call);
        }

        var incoming = Incoming(call, CallStatus.Ringing) with { Stir = pick.Maybe(pick.OneOf("TN-Validation-Passed-A", "TN-Validation-Failed", "No-TN-Validation", "odd words")), ForwardedFrom = pick.Chance(5) ? From() : null };
        return Turn($"ring {call.Sid} from {call.From} to {call.Line}", call, default, desk => desk.Of<Answering>().OpenAsync(incoming, desk.Clock.Now));
    }

    private Command? Hear()
    {
        if (pick.Late(known.Calls) is not { } call)
        {
            return null;
        }

        var (asked, heard) = (call.Asked, Heard());
        return Turn($"hear on {call.Sid} at {asked}: {heard}", call, asked, desk => desk.Of<Answering>().HearAsync(Incoming(call, CallStatus.InProgress) with { Heard = heard }, asked, desk.Clock.Now));
    }

    private Command? HearAgain()
    {
        if (pick.Late(known.Calls) is not { } call)
        {
            return null;
        }

        var (asked, heard) = (call.Before, Heard());
        return new($"hear again on {call.Sid} at {asked}: {heard}", async (desk, _) => await desk.Of<Answering>().HearAsync(Incoming(call, CallStatus.InProgress) with { Heard = heard }, asked, desk.Clock.Now));
    }

    private Command? PickUp() => pick.Late(known.Calls) is { } call
        ? Turn($"pick up {call.Sid} again", call, call.Asked, desk => desk.Of<Answering>().PickUpAgainAsync(Incoming(call, CallStatus.InProgress), desk.Clock.Now))
        : null;

    private Command? GoOn() => pick.Late(known.Calls) is { } call
        ? Turn($"go on with {call.Sid}", call, call.Asked, desk => desk.Of<Answering>().GoOnAsync(Incoming(call, CallStatus.InProgress), desk.Clock.Now))
        : null;

    private Command? MoveOn()
    {
        if (pick.Late(known.Calls) is not { } call)
        {
            return null;
        }

        var (status, seconds, told) = (pick.Of(Enum.GetValues<CallStatus>()), pick.Below(500), pick.Chance(30) ? pick.Instant(known.Now) : (DateTimeOffset?)null);
        status = pick.Chance(60) ? CallStatus.Completed : status;
        return new($"{call.Sid} is {status} since {told}", async (desk, cancel) =>
        {
            await desk.Of<Answering>().MoveOnAsync(Incoming(call, status) with { Seconds = seconds, ToldAt = told }, desk.Clock.Now);
            return await desk.Of<CallLog>().FindAsync(call.Sid, default, cancel);
        });
    }

    private static Command File() => new("file what is over", async (desk, cancel) => await desk.Of<CallFiling>().FileAsync(desk.Clock.Now, cancel));

    private static Command LostOnes() => new("look after lost calls", async (desk, cancel) =>
    {
        await desk.Of<LostCalls>().CloseAsync(desk.Clock.Now, cancel);
        return null;
    });

    private static Command Names() => new("look up names", async (desk, cancel) =>
    {
        await desk.Of<CallerNames>().LookUpAsync(desk.Clock.Now, cancel);
        return null;
    });

    private Command? Recording() => pick.Late(known.Calls) is not { } call ? null : Told(call, new RecordingTold(call.Sid, pick.Sid("RE"), pick.Chance(80), pick.Below(60)));

    private static Command Told(KnownCall call, RecordingTold told) => new($"recording of {call.Sid}", async (desk, cancel) => await desk.Of<RecordingLog>().KeepAsync(told, desk.Clock.Now, cancel));

    private Command? Mark()
    {
        if (pick.Late(known.Calls) is not { Id: { } call })
        {
            return null;
        }

        var (kind, by, why, code, seen) = (pick.OneOf(Enum.GetValues<MarkKind>()), pick.By(), pick.Maybe(Cut(pick.Text())), pick.OneOf(Enum.GetValues<CallCode>()), pick.Below(3));
        return new($"mark {call} {kind}", async (desk, cancel) =>
        {
            var mark = new SheetMark { CallId = desk.Own(call), Kind = kind, By = by, Why = why, Code = kind == MarkKind.CodeChanged ? code : null };
            if (seen > 0 && await desk.Of<CallHistory>().FindAsync(mark.CallId, cancel) is { } logged)
            {
                var line = (await desk.Of<CurrentSheet>().LinesAsync(logged.DeskId, cancel)).FirstOrDefault(line => line.Calls.Contains(mark.CallId));
                mark = mark with { CallId = line?.Id ?? mark.CallId, Version = (line?.Version ?? logged.Version) - seen + 1 };
            }

            return await desk.Of<SheetMarks>().MarkAsync(mark, cancel);
        })
        { Learn = answer => Learn(answer as MarkOutcome) };
    }

    private void Learn(MarkOutcome? outcome)
    {
        if (outcome is MarkOutcome.Marked marked)
        {
            known.MarkActs.Add(marked.ActId);
        }
    }

    private Command? Undo() => pick.Late(known.MarkActs) is var act && act == Guid.Empty ? null
        : new($"undo {act}", async (desk, cancel) => await desk.Of<SheetUndo>().UndoAsync(desk.Own(act), cancel));

    private Command Sheet()
    {
        var id = pick.Chance(10) ? (Guid?)null : pick.Of(known.Desks);
        return new("read the sheet", async (desk, cancel) => (await desk.Of<CurrentSheet>().LinesAsync(id, cancel), id is { } some ? (await desk.Of<ReachProof>().OfOwedAsync(some, cancel)).Count : 0));
    }

    private Command Page()
    {
        var (id, at, count, isNewest) = (pick.Of(known.Desks), pick.Instant(known.Now), 1 + pick.Below(15), pick.Chance(50));
        return new($"page of calls {(isNewest ? "before" : "after")} {at}", async (desk, cancel) =>
        {
            var (history, place) = (desk.Of<CallHistory>(), new LogPlace(at, Guid.Empty));
            return isNewest
                ? (await history.NewestAsync(id, place, count, cancel), await history.NewestAsync(null, null, count, cancel))
                : (await history.SinceAsync(id, place, count, cancel), await TurnsAsync(history, id, place, count, cancel));
        });
    }

    private static async Task<object> TurnsAsync(CallHistory history, Guid id, LogPlace place, int count, CancellationToken cancel) =>
        (await history.TurnsSinceAsync(id, place, count, cancel)).Select(turn => (turn.Step, turn.Attempt, turn.Heard, turn.HeardKind, turn.Confidence, turn.Said, turn.At)).OrderBy(turn => turn.At).ThenBy(turn => turn.Step).ThenBy(turn => turn.Attempt).ToList();

    private Command? OneCall() => pick.Late(known.Calls) is not { Id: { } call } ? null : new($"look at call {call}", async (desk, cancel) =>
    {
        var (id, history) = (desk.Own(call), desk.Of<CallHistory>());
        var marks = (await history.MarksAsync(id, cancel)).OrderBy(mark => mark.At).ThenBy(mark => mark.Kind).ToList();
        return (await history.FindAsync(id, cancel), await history.TurnsAsync(id, cancel), marks, await history.RemindersAsync(id, cancel), await desk.Of<ReachProof>().OfCallAsync(id, cancel), await desk.Of<ReachProof>().RefrainedAsync(id, cancel));
    });

    private Command Block()
    {
        var (id, number, why, by, at, blocks) = (pick.Of(known.Desks), pick.Phone(), pick.Maybe(Cut(pick.Text(), BlockedNumber.LongestWhy)), pick.By(), pick.Chance(80) ? known.Now : pick.Instant(known.Now), pick.Chance(60));
        return new($"{(blocks ? "block" : "unblock")} {number}", async (desk, cancel) =>
        {
            var numbers = desk.Of<BlockedNumbers>();
            var done = blocks ? await numbers.BlockAsync(id, new BlockedNumber { Number = number, Why = why, By = by, At = at }, cancel) : await numbers.UnblockAsync(id, number, cancel);
            return (done, await numbers.FindAsync(id, number, cancel), await numbers.AllAsync(id, cancel));
        });
    }

    private Command Loop()
    {
        var (id, phone) = (pick.Of(known.Desks), pick.Of(known.BossPhones));
        return new($"loop of {phone}", async (desk, cancel) => (
            await desk.Of<PhoneLoops>().TakeNoteAsync(desk.Desk(id), phone, desk.Clock.Now, cancel), await desk.Of<PhoneLoops>().LatelyAsync(id, cancel),
            (await desk.Of<CallsUnderWay>().RungAsync(id, desk.Clock.Now, cancel)).Order().ToList(), await desk.Of<CallsUnderWay>().RingsAsync(id, phone, desk.Clock.Now, cancel), await desk.Of<CallsUnderWay>().RangAsync(id, phone, desk.Clock.Now, cancel)));
    }

    /// <summary>A turn of the script, and how the call stands on the log afterwards.</summary>
    private static Command Turn(string words, KnownCall call, ScriptPosition asked, Func<DeskOnEngine, Task<ScriptLine?>> turn) =>
        new(words, async (desk, cancel) =>
        {
            var line = await turn(desk);
            return (line, await desk.Of<CallLog>().FindAsync(call.Sid, asked, cancel));
        })
        {
            Learn = answer =>
            {
                if (answer is ValueTuple<ScriptLine?, LiveCall?> { Item2: { } live } told)
                {
                    call.Id = live.Id;
                    (call.Before, call.Asked) = told.Item1 is { } line ? (asked, line.At) : (call.Before, call.Asked);
                }
            },
        };

    private Heard Heard() => pick.Below(8) switch
    {
        0 => new Heard.Nothing(),
        1 => new Heard.Keys(pick.OneOf("1", "2", "#", "3105550144", "*", "0", "911")),
        _ => FrontDesk.Calls.Heard.Of(pick.Saying(), pick.Chance(80) ? pick.Below(1000) / 999.0 : null, null),
    };

    private string From() => pick.Below(14) switch
    {
        0 => "anonymous",
        1 => "sip:jo@example.org",
        2 => "client:Jo",
        3 => pick.Of(known.BossPhones).E164,
        4 => pick.Of(known.Lines),
        5 => "+266696687",
        6 => Cut(pick.Text(), 200).Trim(),
        _ => pick.Number(),
    };

    private static IncomingCall Incoming(KnownCall call, CallStatus status) => new()
    {
        CallSid = call.Sid,
        From = CallerId.Of(call.From),
        FromAsSent = call.From,
        Dialled = call.Line,
        Status = status,
        Inbound = true,
        Heard = new Heard.Nothing(),
    };

    private static string Cut(string text, int most = SheetMark.LongestWhy) => PlainText.Cut(PlainText.ForKeeping(text), most);
}
