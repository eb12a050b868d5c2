using FrontDesk.Calls;
using FrontDesk.Web.Data;
using FrontDesk.Web.Office;

namespace FrontDesk.Web.Calls;

/// <summary>The statements of answering, kept prepared; each is one step of an act of <see cref="CallLog"/>.</summary>
internal static class CallStatements
{
    private const string Insert = """
        insert into calls (id, desk_id, line_number, direction, call_sid, live, status, party, contact_id, caller_from, said_name,
          number, number_as_heard, regarding, wants_return, says_urgent, step, attempt, stir, received_at, ended_at, seconds, ball,
          planned, version, unwanted, forwarded_from)
        select @id, @desk_id, @line_number, 1, @call_sid, 1, @status, @party, @contact_id, @caller_from, @said_name,
          @number, @number_as_heard, @regarding, @wants_return, @says_urgent, @step, @attempt, @stir, @received_at, @ended_at, @seconds, 1,
          @planned, 1, @unwanted, @forwarded_from
        where not exists (select 1 from calls where call_sid = @call_sid and live = 1)
          and not exists (select 1 from filed_calls where call_sid = @call_sid)
        """;

    private const string Find = """
        select c.id, c.desk_id, c.contact_id, k.name, c.caller_from, c.said_name, c.number, c.number_as_heard, c.regarding,
          c.wants_return, c.says_urgent, c.step, c.attempt, c.status, c.received_at, c.ended_at, c.version,
          t.said, t.next_step, t.next_attempt,
          c.reachable, c.time_critical, c.nth_call, e.id, e.said_name, e.number, e.regarding, k.preferred_answer,
          c.name_heard, c.name_confidence, c.name_confirmed, c.calls_for, c.says_returning, k.pronunciation, k.ipa,
          a.call_id, a.referred, a.referred_by, a.job, a.department, a.listing, a.told_no_calls, a.resume_sent, a.availability, a.available_when,
          c.stir, c.unwanted, c.numbers_given, c.call_sid, c.recording_consent
        from calls c
        left join contacts k on k.id = c.contact_id
        left join calls e on e.id = c.earlier_call
        left join applications a on a.call_id = c.id
        left join turns t on t.call_id = c.id and t.step = @step and t.attempt = @attempt
        where c.call_sid = @call_sid and c.live = 1
        """;

    // What is heard after the end is planned for again.
    private const string NoteDown = """
        update calls set party = @party, contact_id = @contact_id, said_name = @said_name, number = @number, number_as_heard = @number_as_heard, regarding = @regarding,
          wants_return = @wants_return, says_urgent = @says_urgent,
          reachable = @reachable, time_critical = @time_critical, nth_call = @nth_call, earlier_call = @earlier_call,
          name_heard = @name_heard, name_confidence = @name_confidence, name_confirmed = @name_confirmed, calls_for = @calls_for, says_returning = @says_returning,
          unwanted = @unwanted, numbers_given = @numbers_given, recording_consent = @recording_consent,
          step = @step, attempt = @attempt,
          status = case when status < 4 then 4 else status end,
          planned = case when ended_at is null then planned else 0 end,
          version = version + 1
        where id = @id and version = @version
        """;

    private const string InsertTurn = """
        insert into turns (call_id, step, attempt, heard_kind, heard, confidence, said, next_step, next_attempt, at)
        values (@call_id, @step, @attempt, @heard_kind, @heard, @confidence, @said, @next_step, @next_attempt, @at)
        """;

    private const string MoveOn = """
        update calls set status = @status, ended_at = @ended_at, seconds = @seconds, planned = @planned, version = version + 1
        where call_sid = @call_sid and live = 1 and status < @status and status < 10
        """;

    // Who was talked to after that call waits for nothing.
    private const string FindMissed = """
        update calls set found_at = @found_at,
          ball = case when exists (select 1 from calls o where o.party = calls.party and o.desk_id = calls.desk_id and o.live = 0 and o.outcome = 1 and o.settled_at > calls.received_at)
            or exists (select 1 from calls o where o.live = 1 and o.call_sid > '' and o.party = calls.party and o.desk_id = calls.desk_id and o.outcome = 1 and o.settled_at > calls.received_at)
            then 3 else ball end
        where id = @id
        """;

    public static ValueTask<LiveCall?> FindAsync(this Look look, string callSid, ScriptPosition asked) =>
        look.Prepared(Find)
            .With((long)asked.Step).With((long)asked.Attempt).With(callSid)
            .FirstOrDefaultAsync(LiveCall.Of);

    /// <returns>False when that call is on the log already, or filed.</returns>
    public static async ValueTask<bool> InsertAsync(this Work work, NewCall call, ScriptPosition at, CallNotes notes) =>
        await work.Prepared(Insert)
            .With(call.Id).With(call.DeskId).With(call.Incoming.Dialled).With(call.Incoming.CallSid).With((long)call.Incoming.Status)
            .With(call.Caller.Party).With(call.ContactId).With(call.Incoming.FromAsSent)
            .With(notes.Name).With(notes.Number).With(notes.NumberAsHeard).With(notes.Regarding).With(notes.WantsReturn).With(notes.SaysUrgent)
            .With((long)at.Step).With((long)at.Attempt).With(call.Incoming.Stir)
            .With(call.At).With(call.EndedAt).With((long?)call.Incoming.Seconds).With(call.EndedAt is null)
            .With((long?)notes.Unwanted).With(call.Incoming.ForwardedFrom)
            .ExecuteAsync() == 1;

    /// <returns>False when that call is on the log already, or filed.</returns>
    public static async ValueTask<bool> InsertMissedAsync(this Work work, MissedCall missed, DateTimeOffset foundAt)
    {
        var isNew = await work.InsertAsync(missed.Call, new ScriptPosition(ScriptStep.Ring, 0), CallNotes.Blank with { Unwanted = missed.IsLoop ? Unwanted.Loop : null });
        return isNew && await work.Prepared(FindMissed).With(foundAt).With(missed.Call.Id).ExecuteAsync() == 1;
    }

    /// <returns>False when somebody else wrote on this call meanwhile.</returns>
    public static async ValueTask<bool> NoteDownAsync(this Work work, LiveCall call, ScriptTurn turn)
    {
        var (notes, next) = (turn.Notes, turn.Line.At);
        var last = next.IsAfter(call.At) ? next : call.At;
        var mine = await work.Prepared(NoteDown)
            .With(call.Caller.Party).With((call.Caller as Caller.Known)?.ContactId).With(notes.Name).With(notes.Number).With(notes.NumberAsHeard).With(notes.Regarding).With(notes.WantsReturn).With(notes.SaysUrgent)
            .With(notes.Reachable).With(notes.TimeCritical).With((long?)call.NthCall).With(call.Caller.Earlier?.Telling)
            .With(notes.NameHeard?.Text).With(notes.NameHeard?.Confidence).With(notes.NameConfirmed).With(notes.CallsFor).With(notes.SaysReturning)
            .With((long?)notes.Unwanted).With(GivenJson.Of(notes.Numbers)).With((long?)notes.Recording)
            .With((long)last.Step).With((long)last.Attempt)
            .With(call.Id).With((long)call.Version)
            .ExecuteAsync() == 1;
        if (mine && notes.Office is { } office && office != call.Notes.Office)
        {
            await work.KeepApplicationAsync(call.Id, office);
        }

        return mine;
    }

    public static async ValueTask InsertTurnAsync(this Work work, Guid callId, ScriptPosition asked, Heard heard, ScriptLine line, DateTimeOffset at)
    {
        var (kind, text, confidence) = heard switch
        {
            Heard.Words words => (1L, words.Text, words.Confidence),
            Heard.Keys keys => (2L, keys.Digits, null),
            Heard.Nothing => (0L, (string?)null, (double?)null),
            _ => throw new InvalidOperationException("Words, keys or nothing is heard."),
        };
        await work.Prepared(InsertTurn)
            .With(callId).With((long)asked.Step).With((long)asked.Attempt)
            .With(kind).With(text).With(confidence)
            .With(line.Say).With((long)line.At.Step).With((long)line.At.Attempt).With(at)
            .ExecuteAsync();
    }

    /// <returns>False when there is no such live call, or it is further than that.</returns>
    public static async ValueTask<bool> MoveOnAsync(this Work work, string callSid, CallStatus status, int? seconds, DateTimeOffset? endedAt) =>
        await work.Prepared(MoveOn)
            .With((long)status).With(endedAt).With((long?)seconds).With(endedAt is null).With(callSid)
            .ExecuteAsync() == 1;
}
