namespace FrontDesk.Simulator.Calls;

/// <summary>A call the service asked for.</summary>
internal sealed record CallRequest(string From, string To, Step First)
{
    public Fetch? Fallback { get; init; }

    public string? StatusCallback { get; init; }

    public string StatusCallbackMethod { get; init; } = "POST";

    public IReadOnlyList<string> Events { get; init; } = ["completed"];

    public double Timeout { get; init; } = 60;

    public double TimeLimit { get; init; } = 14400;

    public string? SendDigits { get; init; }

    /// <summary>Null where nobody asked what answers.</summary>
    public MachineDetection? Detection { get; init; }
}
