namespace FrontDesk.Simulator;

/// <summary>Words or media that reached a telephone; <see cref="Seconds"/> is less than the whole when they were cut off.</summary>
public sealed record Heard(string Text, DateTimeOffset At, double Seconds)
{
    public bool CutOff { get; init; }
}

/// <summary>A text on a telephone.</summary>
public sealed record TextSeen(string MessageSid, string From, string Body, DateTimeOffset At);

/// <summary>A message left on a telephone's voicemail: what it heard after the beep.</summary>
public sealed record VoicemailLeft(string From, DateTimeOffset At, IReadOnlyList<Heard> Message)
{
    public string Words => string.Join(' ', Message.Select(heard => heard.Text));
}

/// <summary>Where a telephone's call stands.</summary>
public enum PhoneCallState
{
    Ringing,
    Connected,
    Over,
}

/// <summary>What a call carries besides its two numbers; null is left out of the webhook.</summary>
public sealed record DialExtras
{
    /// <summary>Stands in for the telephone's number, for instance a SIP address.</summary>
    public string? From { get; init; }

    public string? ForwardedFrom { get; init; }

    public string? CallerName { get; init; }

    public string? StirVerstat { get; init; }

    public string? StirPassportToken { get; init; }

    /// <summary>Anything else, sent and signed as it is.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> More { get; init; } = [];
}

/// <summary>What becomes of a text to a telephone.</summary>
public abstract record TextOutcome
{
    private TextOutcome()
    {
    }

    public sealed record Delivered : TextOutcome;

    public sealed record Undelivered(int Code) : TextOutcome;

    /// <summary>Sent, and never heard of again: some carriers give no receipts.</summary>
    public sealed record NeverReported : TextOutcome;

    /// <summary>The carrier gives up before it is sent.</summary>
    public sealed record Failed(int Code) : TextOutcome;
}
