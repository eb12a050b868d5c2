namespace FrontDesk.Simulator.Twiml;

/// <summary>Which attributes and children each element may have. Anything else is a 12200 warning, and is passed over.</summary>
internal static class TwimlSchema
{
    private static readonly string[] Ssml = ["break", "emphasis", "lang", "p", "s", "phoneme", "prosody", "say-as", "sub", "w"];

    private static readonly Dictionary<string, (string[] Attributes, string[] Children)> Elements = new(StringComparer.Ordinal)
    {
        ["Response"] = ([], ["Say", "Play", "Pause", "Gather", "Record", "Dial", "Redirect", "Reject", "Hangup", "Message", "Sms", "Enqueue", "Leave", "Refer", "Connect", "Start", "Stop", "Pay", "Echo"]),
        ["Say"] = (["voice", "language", "loop"], Ssml),
        ["Play"] = (["loop", "digits"], []),
        ["Pause"] = (["length"], []),
        ["Gather"] = (["action", "method", "input", "timeout", "finishOnKey", "numDigits", "language", "speechTimeout", "speechModel", "hints", "profanityFilter", "actionOnEmptyResult", "partialResultCallback", "partialResultCallbackMethod", "maxSpeechTime", "bargeIn", "enhanced", "debug"], ["Say", "Play", "Pause"]),
        ["Record"] = (["action", "method", "timeout", "finishOnKey", "maxLength", "playBeep", "trim", "recordingStatusCallback", "recordingStatusCallbackMethod", "recordingStatusCallbackEvent", "transcribe", "transcribeCallback"], []),
        ["Dial"] = (["action", "method", "timeout", "timeLimit", "hangupOnStar", "callerId", "answerOnBridge", "sequential", "record", "recordingStatusCallback", "recordingStatusCallbackMethod", "recordingStatusCallbackEvent", "trim", "recordingTrack", "ringTone", "referUrl", "referMethod", "callReason", "events"], ["Number", "Conference", "Client", "Sip", "Queue", "Sim"]),
        ["Number"] = (["url", "method", "sendDigits", "statusCallback", "statusCallbackMethod", "statusCallbackEvent", "machineDetection", "machineDetectionTimeout", "machineDetectionSpeechThreshold", "machineDetectionSpeechEndThreshold", "machineDetectionSilenceTimeout", "amdStatusCallback", "amdStatusCallbackMethod", "byoc", "phoneNumberSid"], []),
        ["Conference"] = (["muted", "beep", "startConferenceOnEnter", "endConferenceOnExit", "participantLabel", "jitterBufferSize", "waitUrl", "waitMethod", "maxParticipants", "record", "region", "coach", "trim", "statusCallbackEvent", "statusCallback", "statusCallbackMethod", "recordingStatusCallback", "recordingStatusCallbackMethod", "recordingStatusCallbackEvent", "eventCallbackUrl"], []),
        ["Redirect"] = (["method"], []),
        ["Reject"] = (["reason"], []),
        ["Hangup"] = ([], []),
        ["Message"] = (["to", "from", "action", "method", "statusCallback"], ["Body", "Media"]),
        ["Sms"] = (["to", "from", "action", "method", "statusCallback"], []),
        ["Body"] = ([], []),
        ["Media"] = ([], []),
        ["break"] = (["strength", "time"], []),
        ["emphasis"] = (["level"], Ssml),
        ["lang"] = (["xml:lang"], Ssml),
        ["p"] = ([], Ssml),
        ["s"] = ([], Ssml),
        ["phoneme"] = (["alphabet", "ph"], []),
        ["prosody"] = (["volume", "rate", "pitch"], Ssml),
        ["say-as"] = (["interpret-as", "format"], []),
        ["sub"] = (["alias"], []),
        ["w"] = (["role"], []),
    };

    /// <summary>False for an element no document may hold.</summary>
    public static bool Knows(string element) => Elements.ContainsKey(element);

    public static bool Allows(string element, string attribute) => Elements.TryGetValue(element, out var known) && known.Attributes.Contains(attribute, StringComparer.Ordinal);

    public static bool Nests(string parent, string child) => Elements.TryGetValue(parent, out var known) && known.Children.Contains(child, StringComparer.Ordinal);
}
