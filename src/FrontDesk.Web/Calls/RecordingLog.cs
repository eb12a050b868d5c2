using System.Globalization;
using FrontDesk.Web.Data;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Calls;

/// <summary>Keeps of a recording what stands for it here: its id and its length. The sound stays at the carrier, and no address in a request is ever asked for it.</summary>
public sealed class RecordingLog(Database database)
{
    /// <returns>False for one that was told of before, or that nobody said yes to.</returns>
    public Task<bool> KeepAsync(RecordingTold told, DateTimeOffset now, CancellationToken cancel) => database.WriteAsync(
        async work => await Inbox.IsNewAsync(work, $"rec:{told.RecordingSid}:{(told.IsThere ? "completed" : "absent")}", now)
            && await work.ExecuteAsync(
                """
                update calls set recording_sid = @Sid, recording_seconds = @Seconds
                where id in (
                    select id from calls where call_sid = @CallSid and live = 1
                    union all
                    select call_id from filed_calls where call_sid = @CallSid)
                  and recording_consent = 1 and (recording_sid is null or @Seconds > 0)
                """,
                new { told.CallSid, Sid = told.IsThere ? told.RecordingSid : null, Seconds = told.IsThere ? told.Seconds : 0 }) == 1,
        cancel);
}

/// <summary>What the carrier tells of a recording.</summary>
public sealed record RecordingTold(string CallSid, string RecordingSid, bool IsThere, int Seconds)
{
    /// <returns>Null where it names neither a call nor a recording, or is not over yet.</returns>
    public static RecordingTold? Parse(WebhookForm form) =>
        IncomingCall.Parse(form) is { CallSid: var call } && form["RecordingSid"u8] is { Length: 34 } sid && sid.StartsWith("RE", StringComparison.Ordinal) && sid.Skip(2).All(char.IsAsciiHexDigit)
        && form["RecordingStatus"u8] is "completed" or "absent" or "failed"
            ? new RecordingTold(call, sid, form["RecordingStatus"u8] is "completed", LengthIn(form["RecordingDuration"u8]))
            : null;

    private static int LengthIn(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;
}
