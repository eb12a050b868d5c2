namespace FrontDesk.Simulator.Twiml;

/// <summary>One instruction of a document.</summary>
internal abstract record Verb;

/// <summary>Words a phone hears, and how long they take.</summary>
internal sealed record Say(string Text, double Seconds, int Loop) : Verb;

/// <summary>Media, or keys pressed at the phone.</summary>
internal sealed record Play(string Url, string? Digits, int Loop) : Verb;

internal sealed record Pause(double Seconds) : Verb;

/// <summary>Waits for keys or speech.</summary>
internal sealed record Gather : Verb
{
    public string? Action { get; init; }

    public string Method { get; init; } = "POST";

    public bool Keys { get; init; } = true;

    public bool Speech { get; init; }

    public double Timeout { get; init; } = 5;

    public string FinishOnKey { get; init; } = "#";

    public int? NumDigits { get; init; }

    /// <summary>Null for auto.</summary>
    public double? SpeechTimeout { get; init; }

    public double MaxSpeech { get; init; } = 60;

    public bool BargeIn { get; init; } = true;

    public bool ActionOnEmptyResult { get; init; }

    public string? PartialResultCallback { get; init; }

    public string PartialResultCallbackMethod { get; init; } = "POST";

    public IReadOnlyList<Verb> Prompts { get; init; } = [];
}

/// <summary>Takes down what is said after a beep.</summary>
internal sealed record Record : Verb
{
    public string? Action { get; init; }

    public string Method { get; init; } = "POST";

    public double Timeout { get; init; } = 5;

    public string FinishOnKey { get; init; } = "1234567890*#";

    public double MaxLength { get; init; } = 3600;

    public bool PlayBeep { get; init; } = true;

    public bool Trim { get; init; } = true;

    public string? StatusCallback { get; init; }

    public string StatusCallbackMethod { get; init; } = "POST";

    public IReadOnlyList<string> StatusCallbackEvents { get; init; } = ["completed"];

    public bool Transcribe { get; init; }

    public string? TranscribeCallback { get; init; }
}

/// <summary>Connects the caller to other phones.</summary>
internal sealed record Dial : Verb
{
    public string? Action { get; init; }

    public string Method { get; init; } = "POST";

    public double Timeout { get; init; } = 30;

    public double TimeLimit { get; init; } = 14400;

    public bool HangupOnStar { get; init; }

    public string? CallerId { get; init; }

    public bool AnswerOnBridge { get; init; }

    public bool Sequential { get; init; }

    public IReadOnlyList<Number> Numbers { get; init; } = [];

    /// <summary>A room to meet others in, instead of phones to ring.</summary>
    public Conference? Conference { get; init; }
}

/// <summary>One phone a Dial rings.</summary>
internal sealed record Number(string Text)
{
    public string? Url { get; init; }

    public string Method { get; init; } = "POST";

    public string? SendDigits { get; init; }

    public string? StatusCallback { get; init; }

    public string StatusCallbackMethod { get; init; } = "POST";

    public IReadOnlyList<string> StatusCallbackEvents { get; init; } = ["completed"];
}

/// <summary>A room and how this call is in it.</summary>
internal sealed record Conference(string Name)
{
    public bool Muted { get; init; }

    /// <summary>Whether the others hear a beep when this call comes.</summary>
    public bool BeepOnEnter { get; init; } = true;

    /// <summary>Whether they hear one when it goes.</summary>
    public bool BeepOnExit { get; init; } = true;

    public bool Starts { get; init; } = true;

    public bool Ends { get; init; }

    /// <summary>Unique in the room.</summary>
    public string? Label { get; init; }

    /// <summary>Null for the carrier's own music, empty for silence.</summary>
    public string? WaitUrl { get; init; }

    public int Most { get; init; } = 250;

    public string? StatusCallback { get; init; }

    public string StatusCallbackMethod { get; init; } = "POST";

    public IReadOnlyList<string> StatusCallbackEvents { get; init; } = [];
}

internal sealed record Redirect(string Url, string Method) : Verb;

internal sealed record Reject(bool Busy) : Verb;

internal sealed record Hangup : Verb;

/// <summary>A text in reply to a text, or sent while on a call.</summary>
internal sealed record Message(string Body) : Verb
{
    public string? To { get; init; }

    public string? From { get; init; }

    public string? Action { get; init; }

    public string Method { get; init; } = "POST";

    public string? StatusCallback { get; init; }
}

/// <summary>A verb the carrier knows of but does not play; it is passed over, with a warning.</summary>
internal sealed record Unplayed(string Name) : Verb;
