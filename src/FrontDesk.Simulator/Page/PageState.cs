namespace FrontDesk.Simulator.Page;

/// <summary>What the page shows, all of it; sent whole whenever something changed.</summary>
internal sealed record PageState(IReadOnlyList<PhoneState> Phones, IReadOnlyList<string> Warnings)
{
    private const int MostTexts = 20;

    public static PageState Of(Carrier carrier, IReadOnlyList<SimulatorPhone> phones) =>
        new([.. phones.Select(phone => Show(carrier, phone))], [.. carrier.Warnings.TakeLast(5)]);

    private static PhoneState Show(Carrier carrier, SimulatorPhone phone)
    {
        var telephone = carrier.Telephone(phone.Number);
        return new PhoneState
        {
            Id = phone.Id,
            Label = phone.Label,
            Number = phone.IsWithheld ? "number withheld" : phone.Hint is { } hint ? $"{phone.Number} · {hint}" : phone.Number,
            IsTheBoss = phone.IsTheBoss,
            CanText = !phone.IsWithheld,
            Behaviour = BehaviourChoice.Of(telephone.Behaviour),
            Call = telephone.Calls.Count == 0 ? null : Show(telephone.Calls[^1], phone),
            Texts = Texts(carrier, telephone),
        };
    }

    private static CallState Show(PhoneCall call, SimulatorPhone phone) => new()
    {
        Sid = call.CallSid,
        State = call.State.ToString().ToLowerInvariant(),
        Incoming = call.To == phone.Number,
        With = call.To == phone.Number ? call.From : call.To,
        Listening = call.IsListening,
        Lines = [.. call.Transcript.Lines.Where(Spoken).Select(line => new SpokenLine(line.At, line.Kind == TranscriptKind.Heard, Words(line)))],
    };

    private static bool Spoken(TranscriptLine line) => line.Kind is TranscriptKind.Heard or TranscriptKind.Said or TranscriptKind.Pressed;

    private static string Words(TranscriptLine line) => line.Kind == TranscriptKind.Pressed ? $"⌨ {line.Text}" : line.Text;

    private static IReadOnlyList<TextLine> Texts(Carrier carrier, Telephone telephone)
    {
        var came = telephone.Texts.Select(text => new TextLine(text.MessageSid, text.At, text.Body, Mine: false));
        var went = carrier.Messages
            .Where(message => message.Direction == CarrierMessageDirection.Inbound && message.From == telephone.Number)
            .Select(message => new TextLine(message.Sid, message.Created, message.Body, Mine: true));
        return [.. came.Concat(went).OrderBy(text => text.At).TakeLast(MostTexts)];
    }
}

/// <summary>One telephone on the page.</summary>
internal sealed record PhoneState
{
    public required string Id { get; init; }

    public required string Label { get; init; }

    public required string Number { get; init; }

    public required bool IsTheBoss { get; init; }

    public required bool CanText { get; init; }

    public required string Behaviour { get; init; }

    public required CallState? Call { get; init; }

    public required IReadOnlyList<TextLine> Texts { get; init; }
}

/// <summary>The telephone's latest call.</summary>
internal sealed record CallState
{
    public required string Sid { get; init; }

    /// <summary>"ringing", "connected" or "over".</summary>
    public required string State { get; init; }

    public required bool Incoming { get; init; }

    public required string With { get; init; }

    public required bool Listening { get; init; }

    public required IReadOnlyList<SpokenLine> Lines { get; init; }
}

/// <summary>Something heard on the telephone, or said into it.</summary>
internal sealed record SpokenLine(DateTimeOffset At, bool Heard, string Text);

/// <summary>A text that came to the telephone, or went from it.</summary>
internal sealed record TextLine(string Sid, DateTimeOffset At, string Body, bool Mine);
