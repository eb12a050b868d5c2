using FrontDesk.Calls;
using FrontDesk.Texts;
using FrontDesk.Web.Brief;
using FrontDesk.Web.Connect;
using FrontDesk.Web.Reach;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;
using FrontDesk.Web.Texts;

namespace FrontDesk.Tests.Differential;

/// <summary>The boss's phones: texts, reminders, chases, briefs, connections, and the rounds that send.</summary>
internal sealed class PhoneCommands(Pick pick, Known known)
{
    public IEnumerable<(int Weight, Func<Command?> Make)> All =>
    [
        (10, Text), (6, Round), (1, CatchUp), (6, TextStatus), (10, Reminded), (8, Reached), (5, Worded), (6, Connected), (5, BriefBegins), (10, BriefKey), (1, BriefNow), (2, Held), (3, Logs), (2, Fate),
    ];

    private Command Text()
    {
        var from = pick.OneOf(pick.Of(known.BossPhones).E164, pick.Of(known.BossPhones).E164, pick.Number(), pick.Text());
        from = PlainText.Cut(PlainText.ForKeeping(from), 200) is { Length: > 0 } some ? some : "x";
        var body = pick.OneOf("1", "2", "3", "5", "6", "8", "9", "9 3", "0", "1 2", "2 1", "4", "STOP", "start", "help", PlainText.Cut(PlainText.ForKeeping(pick.Text()), 1600));
        var text = new IncomingText(pick.Sid("SM"), from, PhoneNumber.Parse(pick.Of(known.Lines)), body, TextCommand.Parse(body));
        var twice = pick.Chance(10);
        return new($"text from {from}: {body}", async (desk, cancel) =>
        {
            await desk.Of<TextDesk>().TakeInAsync(text, cancel);
            if (twice)
            {
                await desk.Of<TextDesk>().TakeInAsync(text, cancel);
            }

            await desk.PutOutgoingInOrderAsync(cancel);
            return null;
        });
    }

    /// <summary>Rounds until there is nothing left to do, as the clock would make them.</summary>
    private Command Round() => new("round", async (desk, cancel) =>
    {
        var rounds = 0;
        while (rounds < 30 && await desk.Of<ReminderRound>().RunAsync(cancel))
        {
            rounds++;
        }

        await desk.PutOutgoingInOrderAsync(cancel);
        var next = await desk.Of<ReminderRound>().NextAsync(cancel);
        return (rounds, next, desk.Carrier.Texts.OrderBy(text => text.Sid, StringComparer.Ordinal).ToList().TakeLast(5), desk.Carrier.Texts.Select(text => text.Sid).Order(StringComparer.Ordinal).ToList(),
            desk.Carrier.Calls.Select(call => call.Sid).Order(StringComparer.Ordinal).ToList(), desk.Carrier.Ended.Order(StringComparer.Ordinal).ToList());
    })
    {
        Learn = answer =>
        {
            if (answer is ValueTuple<int, DateTimeOffset?, IEnumerable<CarrierText>, List<string>, List<string>, List<string>> told)
            {
                known.OutgoingTexts.AddRange(told.Item4.Except(known.OutgoingTexts, StringComparer.Ordinal));
                known.OutgoingCalls.AddRange(told.Item5.Except(known.OutgoingCalls, StringComparer.Ordinal));
            }
        },
    };

    private static Command CatchUp() => new("catch up", async (desk, cancel) =>
    {
        var next = await desk.Of<ReminderRound>().CatchUpAsync(cancel);
        await desk.PutOutgoingInOrderAsync(cancel);
        return next;
    });

    private Command? TextStatus()
    {
        if (pick.Late(known.OutgoingTexts) is not { } sid)
        {
            return null;
        }

        var (status, code) = (pick.OneOf(Enum.GetValues<TextStatus>()), pick.Chance(20) ? pick.OneOf(30003, 30007, 21610) : (int?)null);
        return new($"text {sid} is {status}, {code}", async (desk, cancel) =>
        {
            await desk.Of<TextLog>().StatusAsync(await IntentAsync(desk, sid, cancel), sid, status, code, cancel);
            return null;
        });
    }

    private Command? Reminded() => OnCall("reminder", async (desk, intent, sid, status, keys, cancel) => status is { } over
        ? await EndedAsync(desk.Of<ReminderCalls>().EndedAsync(intent, sid, over, cancel))
        : keys is null ? await desk.Of<ReminderCalls>().AnsweredAsync(intent, sid, cancel)
        : await desk.Of<ReminderCalls>().PressedAsync(intent, sid, keys.Length > 1, keys.Length, keys[..1], cancel));

    private Command? Reached() => OnCall("reach", async (desk, intent, sid, status, keys, cancel) =>
    {
        var calls = desk.Of<ReachCalls>();
        object? line = status is { } over ? await EndedAsync(calls.EndedAsync(intent, sid, over, cancel))
            : keys is null ? await calls.AnsweredAsync(intent, sid, cancel)
            : keys == "#" ? await calls.GoneAsync(intent, sid, cancel)
            : await calls.PressedAsync(intent, sid, keys.Length > 1, keys.Length, keys[..1], cancel);
        var reach = await desk.Database.ReadAsync(look => look.FirstOrDefaultAsync<Guid?>("select reach_id from reach_attempts where intent_id = @intent", new { intent }), cancel);
        if (keys == "1111" && reach is { } taken)
        {
            await calls.TalkAsync(taken, since: null, cancel);
        }

        return (line, reach);
    });

    private Command? Worded() => OnCall("word", async (desk, intent, sid, status, keys, cancel) =>
    {
        var calls = desk.Of<WordCalls>();
        return status is { } over ? await EndedAsync(calls.EndedAsync(intent, sid, over, cancel))
            : keys is null ? await calls.AnsweredAsync(intent, sid, null, cancel)
            : keys == "#" ? await calls.AnsweredAsync(intent, sid, "machine_end_beep", cancel)
            : await calls.PressedAsync(intent, sid, keys[..1], cancel);
    });

    private Command? Connected() => OnCall("connect", async (desk, intent, sid, status, keys, cancel) =>
    {
        var calls = desk.Of<ConnectCalls>();
        var id = await desk.Database.ReadAsync(look => look.FirstOrDefaultAsync<Guid?>("select id from connections where intent_id = @intent or boss_intent_id = @intent", new { intent }), cancel);
        return (id, status is { } over ? await EndedAsync(Task.WhenAll(calls.PartyEndedAsync(intent, sid, over, 12, cancel), calls.BossEndedAsync(intent, sid, over, cancel)))
            : keys is null ? (await calls.PartyAnsweredAsync(intent, sid, cancel), await calls.BossAnsweredAsync(intent, sid, cancel))
            : keys == "#" && id is { } some ? (await calls.WaitAsync(some, 2, cancel), await calls.AloneAsync(some, cancel), await calls.DoneAsync(some, cancel))
            : keys == "*" && id is { } talks ? await EndedAsync(calls.TalkAsync(talks, cancel))
            : id is { } pressed && keys.Length > 2 ? await calls.PressedAsync(pressed, keys[..1], cancel)
            : await calls.BossPressedAsync(intent, sid, keys[..1], cancel));
    });

    private Command BriefBegins()
    {
        var (id, sid, from) = (pick.Of(known.Desks), pick.Chance(20) && pick.Late(known.BriefSids) is { } old ? old : pick.Sid("CA"), pick.Chance(80) ? pick.Of(known.BossPhones) : (PhoneNumber?)null);
        known.BriefSids.Add(sid);
        return new($"brief on {sid}", async (desk, cancel) => await desk.Of<BriefCalls>().BeginAsync(desk.Desk(id), sid, from, cancel));
    }

    private Command? BriefKey()
    {
        if (pick.Late(known.BriefSids) is not { } sid)
        {
            return null;
        }

        var (key, turns) = (pick.OneOf("", "1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "*", "#"), pick.Chance(90) ? 0 : 1 + pick.Below(3));
        return new($"key {key} on {sid}", async (desk, cancel) =>
        {
            var calls = desk.Of<BriefCalls>();
            var last = await calls.AgainAsync(sid, cancel);
            return last is null ? null : await calls.PressedAsync(sid, last.Turn - turns, key, cancel);
        });
    }

    private Command BriefNow()
    {
        var id = pick.Of(known.Desks);
        return new("brief now", async (desk, cancel) => (await desk.Of<CurrentBrief>().SpokenAsync(desk.Desk(id), cancel), await desk.Of<CurrentBrief>().LinesAsync(desk.Desk(id), cancel)));
    }

    private Command Held()
    {
        var (id, lifts) = (pick.Of(known.Desks), pick.Chance(40));
        return new("hold", async (desk, cancel) =>
        {
            var held = await desk.Of<Holds>().CurrentAsync(id, cancel);
            if (lifts)
            {
                await desk.Of<Holds>().LiftAsync(id, cancel);
            }

            return held;
        });
    }

    private Command Logs()
    {
        var (id, from, to) = (pick.Of(known.Desks), pick.Instant(known.Now), pick.Instant(known.Now));
        return new("reminders' logs", async (desk, cancel) => (
            Lines(await desk.Of<ReminderLog>().ComingAsync(id, cancel)), Lines(await desk.Of<ReminderLog>().LatelyAsync(id, cancel)),
            Lines(await desk.Of<ReminderTries>().OfDeskAsync(id, from, to, cancel)), Lines(await desk.Of<ReachProof>().SinceAsync(id, new LogPlace(from, Guid.Empty), 500, cancel))));
    }

    /// <summary>What fell due in the same moment comes in no particular order.</summary>
    private static List<string> Lines<T>(IEnumerable<T> rows) => [.. rows.Select(row => Telling.Of(row, new Ids())).Order(StringComparer.Ordinal)];

    /// <summary>How the carrier answers from now on what has a certain sound. What is put off for a while is for a time that goes by its id, which is another on each desk: that is not among them.</summary>
    private Command Fate()
    {
        var (every, outcome) = (2 + pick.Below(5), pick.OneOf<SendOutcome>(new SendOutcome.Refused(21610, true, "opted out"), new SendOutcome.Unknown("timeout")));
        var calm = pick.Chance(60);
        return new($"from now on every {(calm ? 0 : every)}th is {outcome}", (desk, _) =>
        {
            desk.Carrier.FateOf = what => calm || what.Sum(letter => letter) % every != 0 ? answer => answer : _ => outcome;
            desk.Carrier.TextStatus = calm ? "sent" : "delivered";
            return Task.FromResult<object?>(null);
        });
    }

    private Command? OnCall(string what, Func<DeskOnEngine, Guid, string, CallStatus?, string?, CancellationToken, Task<object?>> act)
    {
        if (pick.Late(known.OutgoingCalls) is not { } sid)
        {
            return null;
        }

        var status = pick.Chance(30) ? pick.OneOf(CallStatus.Completed, CallStatus.Busy, CallStatus.NoAnswer, CallStatus.InProgress) : (CallStatus?)null;
        var keys = pick.Chance(30) ? null : pick.OneOf("1", "11", "22", "33", "#", "*", "1111", "3", "2", "444");
        var other = pick.Chance(5);
        return new($"{what} {sid}: {status} {keys}", async (desk, cancel) => await IntentAsync(desk, sid, cancel) is { } intent ? (intent, await act(desk, intent, other ? sid + "0" : sid, status, keys, cancel)) : null);
    }

    private static Task<Guid?> IntentAsync(DeskOnEngine desk, string sid, CancellationToken cancel) =>
        desk.Database.ReadAsync(look => look.FirstOrDefaultAsync<Guid?>("select id from intents where sid is not null and sid = @sid", new { sid }), cancel);

    private static async Task<object?> EndedAsync(Task ends)
    {
        await ends;
        return "ended";
    }
}
