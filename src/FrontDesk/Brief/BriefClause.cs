using FrontDesk.Calls;

namespace FrontDesk.Brief;

/// <summary>What is said in one breath.</summary>
/// <param name="Seconds">How long that takes, by the voice's timing.</param>
public sealed record BriefClause(string Words, double Seconds)
{
    /// <summary>Words in it that a voice is told how to speak.</summary>
    public IReadOnlyList<SpokenAs> SpokenAs { get; init; } = [];
}

/// <summary>What is said before the boss may be waited for; a key interrupts it anywhere.</summary>
/// <param name="Listens">Seconds of silence after it in which a key still means this.</param>
public sealed record BriefSaid(IReadOnlyList<BriefClause> Clauses, int Listens)
{
    public double Seconds => Clauses.Sum(clause => clause.Seconds);
}
