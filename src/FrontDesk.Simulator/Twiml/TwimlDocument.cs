namespace FrontDesk.Simulator.Twiml;

/// <summary>What came of reading a document.</summary>
internal abstract record TwimlReading;

/// <summary>A document that can be carried out, with what its schema check objected to.</summary>
internal sealed record TwimlDocument(IReadOnlyList<Verb> Verbs, IReadOnlyList<string> Warnings) : TwimlReading;

/// <summary>A document that cannot be carried out, under Twilio's error code.</summary>
internal sealed record TwimlFault(int Code, string Why) : TwimlReading;
