using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reach;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Calls;

/// <summary>The straight path of a call: who is it, what do we say, write it down; only then is it said.</summary>
public sealed class Answering(DeskBook desks, PhoneBook book, CallLog log, CallsUnderWay underWay, PhoneLoops loops, Reaching reaching, SheetChanges sheet, ReminderBell bell)
{
    private const int MostTries = 5;

    /// <summary>In characters: only what is longer can give a machine away by being said again.</summary>
    private const int LongSpeech = 40;

    /// <summary>The phone rings.</summary>
    /// <returns>What to say; null when nobody can be on that line any more.</returns>
    public async Task<ScriptLine?> OpenAsync(IncomingCall incoming, DateTimeOffset now)
    {
        var call = await KnowAsync(incoming, now);
        var desk = desks.OnLineOf(incoming);
        var isLoop = await IsLoopAsync(incoming, desk, now);
        var turn = isLoop ? CallScript.Unanswered(desk)
            : desk is null ? new ScriptTurn(CallScript.SimplestPath(null), CallNotes.Blank)
            : CallScript.Opening(call.Caller, desk);
        var line = await log.OpenAsync(call, turn, CancellationToken.None);
        Tell(call.DeskId, rings: isLoop && await TakeNoteOfLoopAsync(incoming, desk, now));
        return line;
    }

    /// <summary>The caller answered a question, or let it pass.</summary>
    /// <inheritdoc cref="OpenAsync" path="/returns"/>
    public async Task<ScriptLine?> HearAsync(IncomingCall incoming, ScriptPosition asked, DateTimeOffset now)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await log.FindAsync(incoming.CallSid, asked, CancellationToken.None) is not { } call)
            {
                // Its first webhook is on its way still, or was lost; what was heard is not to be.
                if (await OpenAsync(incoming, now) is null)
                {
                    return null;
                }

                continue;
            }

            if (call.IsStale(now))
            {
                return null;
            }

            if (call.Answered is { } line)
            {
                return line;
            }

            var known = await WithHistoryAsync(call);
            var heard = await WithRepeatsAsync(call, incoming.Heard);
            var turn = Next(asked, known, heard);
            if (await RecognisedAsync(known, turn.Notes) is { } somebody)
            {
                known = somebody;
                turn = Next(asked, known, heard);
            }

            var chase = await reaching.OfAsync(known, asked, turn, now, CancellationToken.None);
            if (chase is not null)
            {
                turn = Next(asked, known, heard, holdFirst: true);
            }

            if (await log.WriteDownAsync(known, asked, incoming.Heard, turn, now, CancellationToken.None, chase))
            {
                Tell(call.DeskId, rings: call.EndedAt is not null || chase is not null);
                return turn.Line;
            }
        }

        throw new TimeoutException($"Others wrote on this call {MostTries} times while its answer was worked out.");
    }

    /// <summary>The carrier could not use what we answered. Goes on from what the log has, with an apology; the second time, on the simplest path.</summary>
    /// <inheritdoc cref="OpenAsync" path="/returns"/>
    public async Task<ScriptLine?> PickUpAgainAsync(IncomingCall incoming, DateTimeOffset now)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var call = await log.FindAsync(incoming.CallSid, default, CancellationToken.None);
            if (call is null || call.At.Step == ScriptStep.Ring)
            {
                return await OpenAsync(incoming, now);
            }

            if (call.IsStale(now) || call.At.Try >= Carried.MostTriesOfAQuestion)
            {
                return null;
            }

            if (call.At.Step.IsGoodbye())
            {
                return await log.LastSaidAsync(call, CancellationToken.None);
            }

            var line = await AnewAsync(call, now);
            if (await log.TurnToAsync(call, line, CancellationToken.None))
            {
                return line;
            }
        }

        throw new TimeoutException($"Others wrote on this call {MostTries} times while it was picked up again.");
    }

    /// <summary>The script was left for something else, and goes on with what it last asked.</summary>
    /// <inheritdoc cref="OpenAsync" path="/returns"/>
    public async Task<ScriptLine?> GoOnAsync(IncomingCall incoming, DateTimeOffset now) =>
        await log.FindAsync(incoming.CallSid, default, CancellationToken.None) is not { } call ? await OpenAsync(incoming, now)
        : call.IsStale(now) ? null
        : await log.LastSaidAsync(call, CancellationToken.None) ?? await OpenAsync(incoming, now);

    /// <summary>The carrier tells where the call is.</summary>
    public async Task MoveOnAsync(IncomingCall incoming, DateTimeOffset now)
    {
        var ended = incoming.Status.IsOver();
        var call = await KnowAsync(incoming, now) with { EndedAt = ended ? CarrierTime.NoLaterThan(now, incoming.ToldAt) : null };
        if (await log.MoveOnAsync(call, CancellationToken.None))
        {
            Tell(call.DeskId, ended);
        }
    }

    /// <summary>What to say when nothing can be written down: the simplest path, and then the end.</summary>
    public ScriptLine WithoutTheLog(IncomingCall incoming, ScriptPosition? asked)
    {
        var desk = desks.OnLineOf(incoming);
        return asked?.Step is ScriptStep.Message or ScriptStep.OfficeMessage
            ? CallScript.Next(asked.Value with { Attempt = 2 }, CallNotes.Blank, incoming.Heard, Caller.NotLookedUp(incoming.From), desk).Line
            : CallScript.SimplestPath(desk);
    }

    private async Task<NewCall> KnowAsync(IncomingCall incoming, DateTimeOffset now)
    {
        var desk = desks.OnLineOf(incoming);
        return new NewCall
        {
            Id = Guid.CreateVersion7(now),
            DeskId = desk?.Id,
            Caller = desk is null ? Caller.NotLookedUp(incoming.From) : (await book.IdentifyAsync(desk.Id, incoming.From, CancellationToken.None)).Under(incoming.Verdict),
            Incoming = incoming,
            At = now,
        };
    }

    private ScriptTurn Next(ScriptPosition asked, LiveCall call, Heard heard, bool holdFirst = false) =>
        CallScript.Next(asked, call.Notes with { RangAt = call.ReceivedAt }, heard, call.Caller, DeskOf(call), holdFirst);

    /// <returns>Null where the name that was just said makes it nobody else than was thought.</returns>
    private async Task<LiveCall?> RecognisedAsync(LiveCall call, CallNotes said)
    {
        var asBefore = (said.Name, said.CallsFor, said.NameConfirmed) == (call.Notes.Name, call.Notes.CallsFor, call.Notes.NameConfirmed);
        if (asBefore || call.DeskId is not { } desk)
        {
            return null;
        }

        var caller = (await book.RecogniseAsync(desk, said, call.Caller, CancellationToken.None)).Under(call.Verdict);
        return caller.Party is { } party && party.Equals(call.Caller.Party, StringComparison.Ordinal)
            ? null
            : (call with { Caller = caller }).After(await book.EarlierCallsAsync(desk, caller, call.Id, call.ReceivedAt, CancellationToken.None));
    }

    private async Task<bool> IsLoopAsync(IncomingCall incoming, Desk? desk, DateTimeOffset now)
    {
        var by = incoming.ForwardedBy;
        return Loop.IsOurs(incoming.From, by, line => desks.OnLine(line) is not null)
            || (desk is not null && Loop.Suspect(incoming.From, by, desk) is { } phone && await underWay.RingsAsync(desk.Id, phone, now, CancellationToken.None));
    }

    /// <returns>True where the assistant was not told today.</returns>
    private async Task<bool> TakeNoteOfLoopAsync(IncomingCall incoming, Desk? desk, DateTimeOffset now) =>
        desk is not null
        && Loop.SentOnBy(incoming.From, incoming.ForwardedBy, desk, await underWay.RungAsync(desk.Id, now, CancellationToken.None)) is { } phone
        && await loops.TakeNoteAsync(desk, phone, now, CancellationToken.None);

    private async Task<Heard> WithRepeatsAsync(LiveCall call, Heard heard) => heard is Heard.Words { Text.Length: >= LongSpeech } words
        ? words with { SaidBefore = await log.TimesHeardAsync(call.Id, words.Text, CancellationToken.None) }
        : heard;

    private async Task<LiveCall> WithHistoryAsync(LiveCall call) => call is { NthCall: null, DeskId: { } desk }
        ? call.After(call.Verdict == StirVerdict.Failed ? null : await book.EarlierCallsAsync(desk, call.Caller, call.Id, call.ReceivedAt, CancellationToken.None))
        : call;

    /// <summary>A question asked anew counts as another one: its answer must not be taken for a repeat of one still on its way.</summary>
    private async Task<ScriptLine> AnewAsync(LiveCall call, DateTimeOffset now)
    {
        var line = await log.LastSaidAsync(call, CancellationToken.None) is { } said && await log.ApologiseOnceAsync(call, now, CancellationToken.None)
            ? CallScript.Apology(said, DeskOf(call))
            : CallScript.SimplestPath(DeskOf(call));
        return line.At.Step == call.At.Step ? line with { At = call.At.TriedAgain() } : line;
    }

    private Desk? DeskOf(LiveCall call) => call.DeskId is { } id ? desks.WithId(id) : null;

    /// <param name="rings">There is something for the round to do.</param>
    private void Tell(Guid? deskId, bool rings = false)
    {
        sheet.Changed(deskId ?? SheetChanges.NoDesk);
        if (rings)
        {
            bell.Ring();
        }
    }
}
