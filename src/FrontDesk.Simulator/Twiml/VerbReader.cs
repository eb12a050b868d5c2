using System.Xml.Linq;

namespace FrontDesk.Simulator.Twiml;

/// <summary>Turns the elements of one document into verbs, noting what the schema does not allow.</summary>
internal sealed class VerbReader
{
    private readonly List<string> warnings = [];

    public IReadOnlyList<string> Warnings => warnings;

    public IEnumerable<Verb> Children(XElement parent)
    {
        CheckAttributes(parent);
        if (parent.Name == "Response" && parent.Nodes().OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value)))
            Warn($"text inside {parent.Name}");
        foreach (var child in parent.Elements())
        {
            if (Allowed(parent, child))
                yield return Verb(child);
        }
    }

    private Verb Verb(XElement element) => element.Name.LocalName switch
    {
        "Say" => ReadSay(element),
        "Play" => ReadPlay(new Attributes(this, element)),
        "Pause" => new Pause(new Attributes(this, element).Seconds("length", 1)),
        "Gather" => ReadGather(new Attributes(this, element)),
        "Record" => ReadRecord(new Attributes(this, element)),
        "Dial" => ReadDial(new Attributes(this, element)),
        "Redirect" => ReadRedirect(new Attributes(this, element)),
        "Reject" => new Reject(new Attributes(this, element).OneOf("reason", "rejected", "rejected", "busy") == "busy"),
        "Hangup" => ReadHangup(element),
        "Message" or "Sms" => ReadMessage(new Attributes(this, element)),
        _ => new Unplayed(element.Name.LocalName),
    };

    private Say ReadSay(XElement element)
    {
        var attributes = new Attributes(this, element);
        CheckSsml(element);
        var (text, seconds) = Spoken.Of(element);
        if (text.Length == 0)
            Warn("13520: Say without text");
        if (text.Length > LongestSay(attributes.Text("voice")))
            Warn($"13521: Say of {text.Length} characters");
        return new Say(text, seconds, attributes.Loop());
    }

    private static Play ReadPlay(Attributes attributes) => new(attributes.Value.Trim(), attributes.Text("digits"), attributes.Loop());

    private Gather ReadGather(Attributes attributes)
    {
        var input = (attributes.Text("input") ?? "dtmf").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (input.Length == 0 || input.Except(["dtmf", "speech"], StringComparer.Ordinal).Any())
            Warn($"Gather input \"{attributes.Text("input")}\"");
        var timeout = attributes.Seconds("timeout", 5);
        var auto = attributes.Text("speechTimeout") is "auto";
        return new Gather
        {
            Action = attributes.Text("action"),
            Method = attributes.Method("method"),
            Keys = input.Contains("dtmf", StringComparer.Ordinal),
            Speech = input.Contains("speech", StringComparer.Ordinal),
            Timeout = timeout,
            FinishOnKey = attributes.Keys("finishOnKey", "#", most: 1),
            NumDigits = attributes.Whole("numDigits"),
            SpeechTimeout = auto ? null : attributes.Seconds("speechTimeout", timeout),
            MaxSpeech = attributes.Seconds("maxSpeechTime", 60),
            BargeIn = attributes.Flag("bargeIn", true),
            ActionOnEmptyResult = attributes.Flag("actionOnEmptyResult", false),
            PartialResultCallback = attributes.Text("partialResultCallback"),
            PartialResultCallbackMethod = attributes.Method("partialResultCallbackMethod"),
            Prompts = [.. Children(attributes.Element)],
        };
    }

    private static Record ReadRecord(Attributes attributes) => new()
    {
        Action = attributes.Text("action"),
        Method = attributes.Method("method"),
        Timeout = attributes.Seconds("timeout", 5),
        FinishOnKey = attributes.Keys("finishOnKey", "1234567890*#", most: 12),
        MaxLength = attributes.Seconds("maxLength", attributes.Flag("transcribe", false) ? 120 : 3600),
        PlayBeep = attributes.Flag("playBeep", true),
        Trim = attributes.OneOf("trim", "trim-silence", "trim-silence", "do-not-trim") == "trim-silence",
        StatusCallback = attributes.Text("recordingStatusCallback"),
        StatusCallbackMethod = attributes.Method("recordingStatusCallbackMethod"),
        StatusCallbackEvents = attributes.Words("recordingStatusCallbackEvent", "completed"),
        Transcribe = attributes.Flag("transcribe", false),
        TranscribeCallback = attributes.Text("transcribeCallback"),
    };

    private Dial ReadDial(Attributes attributes)
    {
        var bare = string.Concat(attributes.Element.Nodes().OfType<XText>().Select(text => text.Value)).Trim();
        var children = attributes.Element.Elements().Where(child => Allowed(attributes.Element, child)).ToArray();
        foreach (var other in children.Where(child => child.Name != "Number" && child.Name != "Conference"))
            Warn($"{other.Name} inside Dial is not played by this carrier");
        Number[] numbers = [.. children.Where(child => child.Name == "Number").Select(child => ReadNumber(new Attributes(this, child)))];
        return new Dial
        {
            Action = attributes.Text("action"),
            Method = attributes.Method("method"),
            Timeout = attributes.Seconds("timeout", 30),
            TimeLimit = attributes.Seconds("timeLimit", 14400),
            HangupOnStar = attributes.Flag("hangupOnStar", false),
            CallerId = attributes.Text("callerId"),
            AnswerOnBridge = attributes.Flag("answerOnBridge", false),
            Sequential = attributes.Flag("sequential", false),
            Numbers = bare.Length > 0 ? [new Number(bare), .. numbers] : numbers,
            Conference = children.FirstOrDefault(child => child.Name == "Conference") is { } room ? ReadConference(new Attributes(this, room)) : null,
        };
    }

    private static Conference ReadConference(Attributes attributes)
    {
        var beep = attributes.OneOf("beep", "true", "true", "false", "onEnter", "onExit");
        return new Conference(attributes.Value.Trim())
        {
            Muted = attributes.Flag("muted", false),
            BeepOnEnter = beep is "true" or "onEnter",
            BeepOnExit = beep is "true" or "onExit",
            Starts = attributes.Flag("startConferenceOnEnter", true),
            Ends = attributes.Flag("endConferenceOnExit", false),
            Label = attributes.Text("participantLabel"),
            WaitUrl = attributes.Text("waitUrl"),
            Most = attributes.Whole("maxParticipants") ?? 250,
            StatusCallback = attributes.Text("statusCallback"),
            StatusCallbackMethod = attributes.Method("statusCallbackMethod"),
            StatusCallbackEvents = attributes.Words("statusCallbackEvent", ""),
        };
    }

    private static Number ReadNumber(Attributes attributes) => new(attributes.Value.Trim())
    {
        Url = attributes.Text("url"),
        Method = attributes.Method("method"),
        SendDigits = attributes.Text("sendDigits"),
        StatusCallback = attributes.Text("statusCallback"),
        StatusCallbackMethod = attributes.Method("statusCallbackMethod"),
        StatusCallbackEvents = attributes.Words("statusCallbackEvent", "completed"),
    };

    private static Redirect ReadRedirect(Attributes attributes) => new(attributes.Value.Trim(), attributes.Method("method"));

    private Hangup ReadHangup(XElement element)
    {
        CheckAttributes(element);
        return new Hangup();
    }

    private Message ReadMessage(Attributes attributes)
    {
        var bodies = attributes.Element.Elements("Body").Select(body => body.Value).ToArray();
        foreach (var child in attributes.Element.Elements())
            Allowed(attributes.Element, child);
        return new Message(bodies.Length > 0 ? string.Concat(bodies) : attributes.Value.Trim())
        {
            To = attributes.Text("to"),
            From = attributes.Text("from"),
            Action = attributes.Text("action"),
            Method = attributes.Method("method"),
            StatusCallback = attributes.Text("statusCallback"),
        };
    }

    private void CheckSsml(XElement parent)
    {
        foreach (var child in parent.Elements())
        {
            if (Allowed(parent, child))
                CheckAttributes(child);
            CheckSsml(child);
        }
    }

    private bool Allowed(XElement parent, XElement child)
    {
        if (TwimlSchema.Nests(parent.Name.LocalName, child.Name.LocalName) && child.Name.Namespace == XNamespace.None)
            return true;
        Warn(TwimlSchema.Knows(child.Name.LocalName) ? $"{child.Name} inside {parent.Name}" : $"unknown element {child.Name}");
        return false;
    }

    internal void CheckAttributes(XElement element)
    {
        foreach (var attribute in element.Attributes())
        {
            var name = attribute.Name.Namespace == XNamespace.Xml ? $"xml:{attribute.Name.LocalName}" : attribute.Name.ToString();
            if (!TwimlSchema.Allows(element.Name.LocalName, name) && !attribute.IsNamespaceDeclaration)
                Warn($"unknown attribute {name} on {element.Name}");
        }
    }

    internal void Warn(string what) => warnings.Add(char.IsAsciiDigit(what[0]) ? what : $"12200: {what}");

    private static int LongestSay(string? voice) => voice switch
    {
        null or "man" or "woman" or "alice" => 4096,
        _ when voice.StartsWith("Google.", StringComparison.Ordinal) => 5000,
        _ => 3000,
    };
}
