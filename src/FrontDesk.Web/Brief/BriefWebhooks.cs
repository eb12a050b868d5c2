using System.Globalization;
using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Web.Calls;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Brief;

/// <summary>The addresses the carrier calls while the boss is asked for the PIN and hears the brief. Digits come in the body: no address carries one.</summary>
public sealed partial class BriefWebhooks(
    BriefCalls calls, PinBook pins, Answering answering, Twiml twiml, DeskBook desks, TimeProvider time, ILogger<BriefWebhooks> log)
{
    private const string PinPath = TelephonySetup.Root + "/brief/pin";
    private const string KeyPath = TelephonySetup.Root + "/brief/key";
    private const int MostAttempts = 3;
    private const int MostRetries = 3;

    // As for any caller: the carrier waits longer than a person does.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The first question of all.</summary>
    public Task AskForPin(HttpResponse response) => AskForPin(BriefSpeech.Pin, 1, response);

    public async Task PinAsync(HttpContext context, int attempt)
    {
        if (IncomingCall.Parse(WebhookForm.Of(context)) is not { } call || desks.OnLineOf(call) is not { } desk)
        {
            await twiml.HangUp(context.Response);
            return;
        }

        try
        {
            await (await AnswerPinAsync(call, desk, attempt).WaitAsync(Patience, time))(context.Response);
        }
        catch (Exception fault)
        {
            LogFault(fault, call.CallSid);
            await (attempt < MostAttempts
                ? AskForPin(BriefSpeech.PinAgain, attempt + 1, context.Response)
                : twiml.For(answering.WithoutTheLog(call, asked: null), context.Response));
        }
    }

    public async Task KeyAsync(HttpContext context, int turn, int retry)
    {
        var form = WebhookForm.Of(context);
        var sid = form.CallSid;
        try
        {
            await SayAsync(await calls.PressedAsync(sid, turn, Key(form), context.RequestAborted).WaitAsync(Patience, time), context.Response);
        }
        catch (Exception fault) when (retry < MostRetries)
        {
            LogFault(fault, sid);
            await twiml.AskForKey(BriefSpeech.KeyAgain, string.Create(CultureInfo.InvariantCulture, $"{KeyPath}?turn={turn}&retry={retry + 1}"), context.Response);
        }
    }

    /// <summary>The carrier could not use what we answered: a brief goes on where it was.</summary>
    /// <returns>False where none is read on that call; nothing was answered then.</returns>
    public async Task<bool> TakesUpAgainAsync(HttpContext context)
    {
        var sid = WebhookForm.Of(context).CallSid;
        try
        {
            if (await calls.AgainAsync(sid, context.RequestAborted).WaitAsync(Patience, time) is not { } answer)
            {
                return false;
            }

            await SayAsync(answer, context.Response);
            return true;
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            LogFault(fault, sid);
            return false;
        }
    }

    private async Task<Func<HttpResponse, Task>> AnswerPinAsync(IncomingCall call, Desk desk, int attempt)
    {
        // A repeated delivery of the PIN that was right.
        if (await calls.AgainAsync(call.CallSid, CancellationToken.None) is { } said)
        {
            return response => SayAsync(said, response);
        }

        // Nothing keyed: somebody else has that phone in hand.
        if (call.Heard is not Heard.Keys { Digits: var keys })
        {
            return await GoOnAsync(call, "");
        }

        switch (await pins.TryAsync(desk, call, attempt, keys, CancellationToken.None))
        {
            case PinOutcome.Right:
                var answer = await calls.BeginAsync(desk, call.CallSid, (call.From as CallerId.Phone)?.Number, CancellationToken.None);
                return response => SayAsync(answer, response);
            case PinOutcome.Wrong when attempt < MostAttempts:
                return response => AskForPin(BriefSpeech.NotThePin, attempt + 1, response);
            case PinOutcome.Wrong:
                return await GoOnAsync(call, $"{BriefSpeech.NoMore} ");
            default:
                return await GoOnAsync(call, $"{BriefSpeech.Shut} ");
        }
    }

    /// <summary>The script goes on as for anybody.</summary>
    private async Task<Func<HttpResponse, Task>> GoOnAsync(IncomingCall call, string first) =>
        await answering.GoOnAsync(call, time.GetUtcNow()) is { } line
            ? response => twiml.For(line with { Say = first + line.Say }, response)
            : twiml.HangUp;

    private Task AskForPin(string words, int attempt, HttpResponse response) =>
        twiml.AskForPin(words, string.Create(CultureInfo.InvariantCulture, $"{PinPath}?attempt={attempt}"), response);

    private Task SayAsync(BriefAnswer? answer, HttpResponse response) => answer switch
    {
        null => twiml.HangUp(response),
        { HangsUp: true } => twiml.Goodbye(answer.Words, response),
        { GoesOn: { } address } => twiml.GoOn(answer.Words, address, response),
        _ => twiml.Read(answer, string.Create(CultureInfo.InvariantCulture, $"{KeyPath}?turn={answer.Turn}"), response),
    };

    private static string Key(WebhookForm form) => PlainText.Cut(form.Keys, 1);

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn of the brief on call {CallSid} failed; it is asked for again")]
    private partial void LogFault(Exception fault, string callSid);
}
