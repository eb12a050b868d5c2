using System.Globalization;
using FrontDesk.Simulator.Twiml;
using FrontDesk.Simulator.Webhooks;

namespace FrontDesk.Simulator.Calls;

/// <summary>What was kept of a call; the words stand for the sound.</summary>
internal sealed record Recording(string Sid, string Url, string CallSid, string Source, DateTimeOffset Began, int Seconds, string Words)
{
    private static readonly TimeSpan Processing = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Transcribing = TimeSpan.FromSeconds(30);

    public KeyValuePair<string, string>[] Found =>
    [
        new("RecordingSid", Sid),
        new("RecordingUrl", Url),
        new("RecordingDuration", Seconds.ToString(CultureInfo.InvariantCulture)),
    ];

    public static Recording Of(Leg leg, string source, DateTimeOffset began, DateTimeOffset ended, string words)
    {
        var sid = leg.Board.NextSid("RE", leg.Call.Sid, source);
        var url = $"https://api.twilio.com/2010-04-01/Accounts/{leg.Board.Options.AccountSid}/Recordings/{sid}";
        return new Recording(sid, url, leg.Call.Sid, source, began, (int)Math.Ceiling((ended - began).TotalSeconds), words);
    }

    /// <summary>Says later that the recording is ready, and later still what was said, as far as that was asked for.</summary>
    public void Tell(Leg leg, CallFlow flow, Record record)
    {
        if (record.StatusCallback is { } status && record.StatusCallbackEvents.Contains("completed", StringComparer.Ordinal))
            leg.Board.Loop.After(Processing, () => leg.Callbacks.Send(new Webhook(WebhookKind.VoiceStatus, flow.Resolve(status), record.StatusCallbackMethod, Ready(leg))));
        if (record is { Transcribe: true, TranscribeCallback: { } transcribed })
            leg.Board.Loop.After(Transcribing, () => leg.Callbacks.Send(new Webhook(WebhookKind.VoiceStatus, flow.Resolve(transcribed), "POST", Transcribed(leg))));
    }

    private KeyValuePair<string, string>[] Ready(Leg leg) =>
    [
        new("AccountSid", leg.Board.Options.AccountSid),
        new("CallSid", CallSid),
        .. Found,
        new("RecordingStatus", "completed"),
        new("RecordingChannels", "1"),
        new("RecordingStartTime", Began.Rfc2822()),
        new("RecordingSource", Source),
        new("RecordingTrack", "inbound"),
    ];

    private KeyValuePair<string, string>[] Transcribed(Leg leg)
    {
        var sid = leg.Board.NextSid("TR", Sid, "");
        return
        [
            .. CallParameters.Of(leg),
            new("TranscriptionSid", sid),
            new("TranscriptionText", Words),
            new("TranscriptionStatus", Words.Length > 0 ? "completed" : "failed"),
            new("TranscriptionUrl", $"{Url}/Transcriptions/{sid}"),
            new("RecordingSid", Sid),
            new("RecordingUrl", Url),
        ];
    }
}
