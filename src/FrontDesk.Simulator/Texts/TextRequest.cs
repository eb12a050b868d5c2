namespace FrontDesk.Simulator.Texts;

/// <summary>A text the service asked for.</summary>
internal sealed record TextRequest(string From, string To, string Body, CarrierMessageDirection Direction)
{
    public string? StatusCallback { get; init; }
}
