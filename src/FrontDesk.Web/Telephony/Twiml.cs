using System.Buffers;
using FrontDesk.Calls;

namespace FrontDesk.Web.Telephony;

/// <summary>Turns what the desk says into the carrier's markup. The only place that knows it.</summary>
public sealed class Twiml(Settings settings)
{
    public const string ContentType = "text/xml; charset=utf-8";

    public const string HeardPath = TelephonySetup.Root + "/voice/heard";

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
            Say(ref twiml, line.Say, line.SpokenAs);
            twiml.Markup("<Hangup/>"u8);
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
        Say(ref twiml, words);
        twiml.Markup("<Pause length=\"1\"/><Redirect method=\"POST\">"u8);
        twiml.Text(settings.PublicUrl.OriginalString);
        twiml.Text(address);
        twiml.Markup("</Redirect>"u8);
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
        twiml.Markup("<Gather input=\"dtmf\" numDigits=\"1\" timeout=\"6\" actionOnEmptyResult=\"true\" method=\"POST\" action=\""u8);
        twiml.Text(settings.PublicUrl.OriginalString);
        twiml.Text(address);
        twiml.Markup("\">"u8);
        Say(ref twiml, words);
        twiml.Markup("</Gather>"u8);
        return SendAsync(ref twiml, buffer, response);
    }

    /// <summary>Says it and hangs up.</summary>
    public Task Goodbye(string words, HttpResponse response)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(TwimlWriter.Room);
        var twiml = Begin(buffer);
        Say(ref twiml, words);
        twiml.Markup("<Hangup/>"u8);
        return SendAsync(ref twiml, buffer, response);
    }

    private static TwimlWriter Begin(byte[] buffer)
    {
        var twiml = new TwimlWriter(buffer);
        twiml.Markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>"u8);
        return twiml;
    }

    private static void Say(ref TwimlWriter twiml, string words, IReadOnlyList<SpokenAs>? spokenAs = null)
    {
        twiml.Markup("<Say voice=\"Polly.Joanna\" language=\"en-US\">"u8);
        if (spokenAs is { Count: > 0 })
        {
            Aloud(ref twiml, words, spokenAs);
        }
        else
        {
            twiml.Spoken(words);
        }

        twiml.Markup("</Say>"u8);
    }

    /// <summary>Each word that has a way of its own to be spoken, in the markup that says so; the rest as it stands.</summary>
    private static void Aloud(ref TwimlWriter twiml, string words, IReadOnlyList<SpokenAs> spokenAs)
    {
        foreach (var (at, word) in words.Split(' ').Index())
        {
            twiml.Spoken(at == 0 ? "" : " ");
            var own = word.TrimEnd('.', ',', ':', '?');
            if (spokenAs.FirstOrDefault(spoken => spoken.Word.Equals(own, StringComparison.OrdinalIgnoreCase)) is { } aloud)
            {
                Aloud(ref twiml, own, aloud);
                twiml.Spoken(word[own.Length..]);
            }
            else
            {
                twiml.Spoken(word);
            }
        }
    }

    private static void Aloud(ref TwimlWriter twiml, string word, SpokenAs aloud)
    {
        twiml.Markup(aloud.Respelled is null ? "<phoneme alphabet=\"ipa\" ph=\""u8 : "<sub alias=\""u8);
        twiml.Text(aloud.Respelled ?? aloud.Ipa);
        twiml.Markup("\">"u8);
        twiml.Spoken(word);
        twiml.Markup(aloud.Respelled is null ? "</phoneme>"u8 : "</sub>"u8);
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
        Say(ref twiml, line.Say, line.SpokenAs);
        twiml.Markup("</Gather>"u8);
    }

    /// <summary>Silence is not told by the action but goes on to the next verb, which asks us at the same address.</summary>
    private void Record(ref TwimlWriter twiml, ScriptLine line)
    {
        Say(ref twiml, line.Say);
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
