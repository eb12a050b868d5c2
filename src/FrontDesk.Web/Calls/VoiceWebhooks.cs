using FrontDesk.Brief;
using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Web.Brief;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Calls;

/// <summary>The addresses the carrier calls while somebody is on the line: there is always an answer, and always in time.</summary>
public sealed partial class VoiceWebhooks(
    Answering answering, BriefWebhooks brief, CallJournal journal, Twiml twiml, Database database, DeskBook desks, RecordingLog recordings, TimeProvider time, ILogger<VoiceWebhooks> log)
{
    // The carrier waits 15 seconds; a caller does not.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public Task RingAsync(HttpContext context) =>
        SpeakAsync(context, asked: null, call => answering.OpenAsync(call, time.GetUtcNow()), (call, desk) => BriefDoor.IsAt(call.From, call.Verdict, desk));

    public Task HearAsync(HttpContext context)
    {
        var asked = Carried.AskedIn(context.Request.Query);
        return SpeakAsync(context, asked, call => answering.HearAsync(call, asked, time.GetUtcNow()), (call, desk) => BriefDoor.IsKnockedAt(asked, call.Heard, desk));
    }

    public async Task FallBackAsync(HttpContext context)
    {
        LogFallback(WebhookForm.Of(context)["ErrorCode"u8]);
        if (!await brief.TakesUpAgainAsync(context))
        {
            await SpeakAsync(context, asked: null, call => answering.PickUpAgainAsync(call, time.GetUtcNow()), (_, _) => false);
        }
    }

    public async Task MoveOnAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        if (IncomingCall.Parse(WebhookForm.Of(context)) is not { Inbound: true } call)
        {
            LogNoCall(context.Request.Path);
            return;
        }

        try
        {
            await answering.MoveOnAsync(call, time.GetUtcNow()).WaitAsync(Patience, time);
        }
        catch (Exception fault)
        {
            LogUnwritten(fault, call.CallSid);
            await journal.KeepAsync(call, asked: null, time.GetUtcNow());
        }
    }

    /// <summary>The carrier tells of a recording, minutes late perhaps and more than once.</summary>
    public async Task KeepRecordingAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        if (RecordingTold.Parse(WebhookForm.Of(context)) is not { } told)
        {
            LogNoCall(context.Request.Path);
        }
        else if (!await recordings.KeepAsync(told, time.GetUtcNow(), CancellationToken.None))
        {
            LogNotOurs(told.CallSid);
        }
    }

    // Neither the caller's patience nor her hanging up stops what is being written.
    private async Task SpeakAsync(HttpContext context, ScriptPosition? asked, Func<IncomingCall, Task<ScriptLine?>> path, Func<IncomingCall, Desk, bool> leadsToBrief)
    {
        if (IncomingCall.Parse(WebhookForm.Of(context)) is not { } parsed)
        {
            LogNoCall(context.Request.Path);
            await twiml.HangUp(context.Response);
            return;
        }

        var call = Carried.Into(parsed, context.Request.Query);
        try
        {
            var line = await path(call).WaitAsync(Patience, time);
            await (line is null ? twiml.HangUp(context.Response)
                : !line.HangsUp && desks.OnLineOf(call) is { HasPin: true } desk && leadsToBrief(call, desk) ? brief.AskForPin(context.Response)
                : twiml.For(line, context.Response));
        }
        catch (Exception fault) when (IsPassing(fault) && Carried.TriesIn(context.Request.Query) < Carried.MostTries)
        {
            LogAgain(fault, call.CallSid);
            await twiml.OneMoment(CallScript.OneMoment(desks.OnLineOf(call)), Carried.Again(context.Request, call), context.Response);
        }
        catch (Exception fault)
        {
            LogUnwritten(fault, call.CallSid);
            await journal.KeepAsync(call, asked, time.GetUtcNow());
            await twiml.For(answering.WithoutTheLog(call, asked), context.Response);
        }
    }

    private bool IsPassing(Exception fault) => fault is TimeoutException or DatabaseUnavailableException || database.Dialect.IsPassing(fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A webhook at {Path} names no call of ours")]
    private partial void LogNoCall(PathString path);

    [LoggerMessage(Level = LogLevel.Information, Message = "A recording of call {CallSid} was told of before, or nobody said yes to it")]
    private partial void LogNotOurs(string callSid);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The carrier could not use our answer: error {Code}")]
    private partial void LogFallback(string? code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Call {CallSid} is asked for a moment's patience")]
    private partial void LogAgain(Exception fault, string callSid);

    [LoggerMessage(Level = LogLevel.Error, Message = "Call {CallSid} cannot be written down; the journal keeps it")]
    private partial void LogUnwritten(Exception fault, string callSid);
}
