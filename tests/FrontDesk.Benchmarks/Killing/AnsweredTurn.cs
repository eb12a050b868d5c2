namespace FrontDesk.Benchmarks.Killing;

/// <summary>What a caller has been answered to: from then on the desk must never have forgotten it. Null: nothing was said yet.</summary>
public sealed record AnsweredTurn(string CallSid, string? Heard);
