using System.Text.Json.Serialization;
using FrontDesk.Brief;

namespace FrontDesk.Web.Brief;

/// <summary>What the boss hears next, and how long a key is waited for.</summary>
public sealed record BriefAnswer(IReadOnlyList<BriefClause> Clauses, int Listens)
{
    /// <summary>The turn the next key belongs to.</summary>
    public int Turn { get; init; }

    public int Speed { get; init; } = BriefSpeed.Own;

    public bool HangsUp { get; init; }

    /// <summary>Path and query at which the call goes on at once, without a key; null where one is waited for.</summary>
    public string? GoesOn { get; init; }

    /// <summary>The desk whose sheet changed by it.</summary>
    public Guid? Changed { get; init; }

    [JsonIgnore]
    public string Words => string.Join(' ', Clauses.Select(clause => clause.Words));

    public static BriefAnswer Of(BriefSaid said) => new(said.Clauses, said.Listens);

    /// <summary>Something said before it.</summary>
    public BriefAnswer After(BriefSaid first) => this with { Clauses = [.. first.Clauses, .. Clauses] };
}
