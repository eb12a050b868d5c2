using System.Buffers;
using FrontDesk.Calls;
using FrontDesk.Reach;
using FrontDesk.Web.Brief;

namespace FrontDesk.Web.Telephony;

/// <summary>Turns what the desk says into the carrier's markup. The only place that knows it.</summary>
public sealed class Twiml(Settings settings)
{
    public const string ContentType = "text/xml; charset=utf-8";

    public const string HeardPath = TelephonySetup.Root + "/voice/heard";

    private const string HoldPath = TelephonySetup.Root + "/hold";
    public const string RecordedPath = TelephonySetup.Root + "/voice/recorded";

    // Profanity unfiltered: it stars out names. An empty result is reported, so that silence is heard too.
    private readonly byte[] gather = Escaped(
        "<Gather input=\"dtmf speech\" actionOnEmptyResult=\"true\" method=\"POST\" language=\"en-US\" profanityFilter=\"false\" action=\"",
        settings.PublicUrl.OriginalString + HeardPath + "?step=");

    /// <summary>Says the line, and listens unless it is the last one; the caller hears busy where there is nothing to say.</summary>
    public Task For(ScriptLine line, HttpResponse response)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(TwimlWriter.Room);
        var twiml = Begin(buffer);
        if (line.IsUnanswered)
        {
            twiml.Markup("<Reject reason=\"busy\"/>"u8);
        }
        else if (line.Records)
        {
            Record(ref twiml, line);
        }
        else if (line.HangsUp)
        {
            twiml.Say(line.Say, line.SpokenAs);
            twiml.Markup("<Hangup/>"u8);
        }
        else if (line.At.Step.IsHold())
        {
            twiml.Say(line.Say, line.SpokenAs);
            Pause(ref twiml);
            Redirect(ref twiml, HoldsAt(line.At, beat: 1));
        }
        else
        {
            Ask(ref twiml, line);
        }

        return SendAsync(ref twiml, buffer, response);
    }

    /// <summary>Holds the line for a moment, then asks us again at an address that carries what was heard.</summary>
    /// <param name="words">"One moment, please."</param>
    /// <param name="address">Path and query below the public address.</param>
    public Task OneMoment(string words, string address, HttpResponse response)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(TwimlWriter.Room);
        var twiml = Begin(buffer);
        twiml.Say(words);
        twiml.Markup("<Pause length=\"1\"/>"u8);
        Redirect(ref twiml, address);
        return SendAsync(ref twiml, buffer, response);
    }

    /// <summary>Somebody waits for another beat.</summary>
    /// <param name="words">Said first; may be empty.</param>
    /// <param name="address">Path and query below the public address.</param>
    public Task Wait(string words, string address, HttpResponse response)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(TwimlWriter.Room);
        var twiml = Begin(buffer);
        twiml.SayAny(words);
        Pause(ref twiml);
        Redirect(ref twiml, address);
        return SendAsync(ref twiml, buffer, response);
    }

    /// <summary>On with something else at once.</summary>
    /// <inheritdoc cref="Wait" path="/param"/>
    public Task GoOn(string words, string address, HttpResponse response)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(TwimlWriter.Room);
        var twiml = Begin(buffer);
        twiml.SayAny(words);
        Redirect(ref twiml, address);
        return SendAsync(ref twiml, buffer, response);
    }

    /// <summary>Brings somebody into the room where two meet. Whoever starts the talk waits a beat, so that the other is there.</summary>
    public Task Meet(string words, Meeting meeting, HttpResponse response)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(TwimlWriter.Room);
        var twiml = Begin(buffer);
        twiml.SayAny(words);
        if (meeting.Starts)
        {
            Pause(ref twiml);
        }

        twiml.Markup("<Dial"u8);
        if (meeting.After is { } after)
        {
            twiml.Markup(" method=\"POST\" action=\""u8);
            twiml.Text(settings.PublicUrl.OriginalString);
            twiml.Text(after);
            twiml.Markup("\""u8);
        }

        if (meeting.StarLeaves)
        {
            twiml.Markup(" hangupOnStar=\"true\""u8);
        }

        twiml.Markup("><Conference beep=\"false\" waitUrl=\"\" endConferenceOnExit=\"true\" startConferenceOnEnter=\""u8);
        twiml.Text(meeting.Starts ? "true" : "false");
        twiml.Markup("\" statusCallbackEvent=\"start\" statusCallback=\""u8);
        twiml.Text(settings.PublicUrl.OriginalString);
        twiml.Text(meeting.Told);
        twiml.Markup("\">"u8);
        twiml.Text(meeting.Room);
        twiml.Markup("</Conference></Dial>"u8);
        return SendAsync(ref twiml, buffer, response);
    }

    /// <summary>For a line nobody can be on.</summary>
    public Task HangUp(HttpResponse response)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(TwimlWriter.Room);
        var twiml = Begin(buffer);
        twiml.Markup("<Hangup/>"u8);
        return SendAsync(ref twiml, buffer, response);
    }

    /// <summary>Says it, and waits a while for one key; nothing pressed is reported too.</summary>
    /// <param name="address">Path and query below the public address.</param>
    public Task AskForKey(string words, string address, HttpResponse response)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(TwimlWriter.Room);
        var twiml = Begin(buffer);
        AskForKeys(ref twiml, words, "numDigits=\"1\" timeout=\"6\""u8, address);
        return SendAsync(ref twiml, buffer, response);
    }

    /// <summary>Asks for a PIN: keys only, as many as it has, up to the pound key or a silence; nothing pressed is reported too.</summary>
    /// <param name="address">Path and query below the public address.</param>
    public Task AskForPin(string words, string address, HttpResponse response)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(TwimlWriter.Room);
        var twiml = Begin(buffer);
        AskForKeys(ref twiml, words, "finishOnKey=\"#\" timeout=\"5\""u8, address);
        return SendAsync(ref twiml, buffer, response);
    }

    /// <summary>Says one breath after the other while any key interrupts, the star and the pound key too; hangs up after the last word of all.</summary>
    /// <param name="address">Path and query below the public address.</param>
    public Task Read(BriefAnswer answer, string address, HttpResponse response)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(TwimlWriter.Room);
        var twiml = Begin(buffer);
        twiml.Markup("<Gather input=\"dtmf\" numDigits=\"1\" finishOnKey=\"\" actionOnEmptyResult=\"true\" method=\"POST\" action=\""u8);
        twiml.Text(settings.PublicUrl.OriginalString);
        twiml.Text(address);
        twiml.Markup("\" timeout=\""u8);
        twiml.Number(answer.Listens);
        twiml.Markup("\">"u8);
        foreach (var clause in answer.Clauses)
        {
            twiml.Say(clause.Words, clause.SpokenAs, answer.Speed);
        }

        twiml.Markup("</Gather>"u8);
        return SendAsync(ref twiml, buffer, response);
    }

    /// <summary>Says it and hangs up.</summary>
    public Task Goodbye(string words, HttpResponse response)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(TwimlWriter.Room);
        var twiml = Begin(buffer);
        twiml.Say(words);
        twiml.Markup("<Hangup/>"u8);
        return SendAsync(ref twiml, buffer, response);
    }

    /// <summary>Where a caller's line is looked after while it holds.</summary>
    internal static string HoldsAt(ScriptPosition asked, int beat) => $"{HoldPath}?step={(int)asked.Step}&attempt={asked.Attempt}&beat={beat}";

    private static TwimlWriter Begin(byte[] buffer)
    {
        var twiml = new TwimlWriter(buffer);
        twiml.Markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>"u8);
        return twiml;
    }

    private void AskForKeys(ref TwimlWriter twiml, string words, ReadOnlySpan<byte> until, string address)
    {
        twiml.Markup("<Gather input=\"dtmf\" "u8);
        twiml.Markup(until);
        twiml.Markup(" actionOnEmptyResult=\"true\" method=\"POST\" action=\""u8);
        twiml.Text(settings.PublicUrl.OriginalString);
        twiml.Text(address);
        twiml.Markup("\">"u8);
        twiml.Say(words);
        twiml.Markup("</Gather>"u8);
    }

    private static void Pause(ref TwimlWriter twiml)
    {
        twiml.Markup("<Pause length=\""u8);
        twiml.Number((int)ReachPlan.Beat.TotalSeconds);
        twiml.Markup("\"/>"u8);
    }

    private void Redirect(ref TwimlWriter twiml, string address)
    {
        twiml.Markup("<Redirect method=\"POST\">"u8);
        twiml.Text(settings.PublicUrl.OriginalString);
        twiml.Text(address);
        twiml.Markup("</Redirect>"u8);
    }

    private void Ask(ref TwimlWriter twiml, ScriptLine line)
    {
        var listening = Listening.For(line.At.Step);
        twiml.Markup(gather);
        twiml.Number((int)line.At.Step);
        twiml.Markup("&amp;attempt="u8);
        twiml.Number(line.At.Attempt);
        twiml.Markup("\" timeout=\""u8);
        twiml.Number(listening.Timeout);
        twiml.Markup("\" speechTimeout=\""u8);
        twiml.Number(listening.SpeechTimeout);
        twiml.Markup(listening.Keys == KeysWanted.One ? "\" numDigits=\"1\">"u8 : "\" finishOnKey=\"#\">"u8);
        twiml.Say(line.Say, line.SpokenAs);
        twiml.Markup("</Gather>"u8);
    }

    /// <summary>Silence is not told by the action but goes on to the next verb, which asks us at the same address.</summary>
    private void Record(ref TwimlWriter twiml, ScriptLine line)
    {
        twiml.Say(line.Say);
        twiml.Markup("<Record method=\"POST\" maxLength=\"60\" timeout=\"4\" finishOnKey=\"#\" playBeep=\"true\" recordingStatusCallbackEvent=\"completed absent\" recordingStatusCallback=\""u8);
        twiml.Text(settings.PublicUrl.OriginalString);
        twiml.Text(RecordedPath);
        twiml.Markup("\" action=\""u8);
        Heard(ref twiml, line);
        twiml.Markup("\"/><Redirect method=\"POST\">"u8);
        Heard(ref twiml, line);
        twiml.Markup("</Redirect>"u8);
    }

    private void Heard(ref TwimlWriter twiml, ScriptLine line)
    {
        twiml.Text(settings.PublicUrl.OriginalString);
        twiml.Text(HeardPath);
        twiml.Markup("?step="u8);
        twiml.Number((int)line.At.Step);
        twiml.Markup("&amp;attempt="u8);
        twiml.Number(line.At.Attempt);
    }

    private static Task SendAsync(ref TwimlWriter twiml, byte[] buffer, HttpResponse response)
    {
        twiml.Markup("</Response>"u8);
        response.ContentType = ContentType;
        response.ContentLength = twiml.Length;
        response.BodyWriter.Write(buffer.AsSpan(0, twiml.Length));
        ArrayPool<byte>.Shared.Return(buffer);
        return Task.CompletedTask;
    }

    private static byte[] Escaped(string markup, string text)
    {
        var buffer = new byte[TwimlWriter.Room];
        var twiml = new TwimlWriter(buffer);
        twiml.Markup(System.Text.Encoding.UTF8.GetBytes(markup));
        twiml.Text(text);
        return buffer[..twiml.Length];
    }
}
