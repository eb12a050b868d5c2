namespace FrontDesk.Simulator;

/// <summary>A pretend Twilio: numbers, telephones, calls and texts. It calls the service's webhooks over HTTP and is called through <see cref="CarrierEndpoints"/>.</summary>
public sealed class Carrier(CarrierOptions options, SimulatorClock clock) : IAsyncDisposable
{
    /// <summary>May be replaced while running: numbers, tokens and mischief count from the next request on.</summary>
    public CarrierOptions Options
    {
        get => Board.Options;
        set => Board.Options = value;
    }

    public SimulatorClock Clock { get; } = clock;

    /// <summary>Every telephone that was named or rung.</summary>
    public IReadOnlyList<Telephone> Telephones => Board.Telephones.All;

    public IReadOnlyList<CarrierCall> Calls => [.. Board.Legs.ToArray().Select(leg => leg.Call)];

    public IReadOnlyList<CarrierMessage> Messages => Board.Messages.ToArray();

    /// <summary>One per call, in order of their beginning.</summary>
    public IReadOnlyList<Transcript> Transcripts =>
        [.. Board.Legs.ToArray().Select(leg => leg.Transcript).OrderBy(call => call.Started).ThenBy(call => call.Sid, StringComparer.Ordinal)];

    /// <summary>REST requests, as they came in.</summary>
    public Transcript RestTranscript => Board.RestLog.Transcript;

    /// <summary>What Twilio's debugger would show, and what would be wrong with the service's TwiML; a test fails on any it does not expect.</summary>
    public IReadOnlyList<string> Warnings => Board.Warnings.ToArray();

    internal Switchboard Board { get; } = new(options, clock);

    /// <summary>The telephone with this number (E.164), a person's unless told otherwise.</summary>
    public Telephone Telephone(string number) => Board.Telephones[number];

    /// <summary>A telephone that withholds its number, which arrives in this spelling: "anonymous", "+266696687", "" and the like.</summary>
    public Telephone WithheldTelephone(string spelling) => Board.Telephones[spelling];

    public ValueTask DisposeAsync()
    {
        Board.Dispose();
        return ValueTask.CompletedTask;
    }
}
