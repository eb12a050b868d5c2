using FrontDesk.Simulator.Twiml;

namespace FrontDesk.Simulator.Calls;

/// <summary>What a call does next.</summary>
internal abstract record Step;

/// <summary>Gets a document, with what the last verb found out.</summary>
internal sealed record Fetch(string Url, string Method, IReadOnlyList<KeyValuePair<string, string>> Found) : Step
{
    public bool IsFallback { get; init; }
}

/// <summary>Carries out a document; <see cref="Url"/> is where it came from, null when it came with the request itself.</summary>
internal sealed record CarryOut(TwimlDocument Document, string? Url) : Step;

/// <summary>Carries out what came with the REST request itself.</summary>
internal sealed record Inline(TwimlReading Reading) : Step;

/// <summary>Nothing more to carry out.</summary>
internal sealed record Finished(bool HungUp) : Step;
