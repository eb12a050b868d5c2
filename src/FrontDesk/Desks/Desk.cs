using FrontDesk.Copies;
using FrontDesk.Office;
using FrontDesk.Reach;
using FrontDesk.Reminders;

namespace FrontDesk.Desks;

/// <summary>One boss, or one production office: whose calls these are, who answers them, and when she is awake.</summary>
public sealed record Desk
{
    public required Guid Id { get; init; }

    /// <summary>The desk's short name in addresses and the API: lower-case letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>As spoken in the greeting: "Margaret Miller".</summary>
    public required string BossName { get; init; }

    public required Pronoun Pronoun { get; init; }

    /// <summary>The assistant the caller hears: "Jamie".</summary>
    public required string Persona { get; init; }

    /// <summary>IANA zone, "America/Los_Angeles".</summary>
    public required string Zone { get; init; }

    public required DeskHours Hours { get; init; }

    /// <summary>As quiet as her nights.</summary>
    public DaysOff DaysOff { get; init; } = DaysOff.None;

    /// <summary>Where the boss is when she is not in the desk's zone; no two at the same time.</summary>
    public IReadOnlyList<Stay> Stays { get; init; } = [];

    public required Wording Wording { get; init; }

    /// <summary>E.164 numbers callers dial to reach this desk.</summary>
    public required IReadOnlyList<Line> Lines { get; init; }

    /// <summary>In the order they are tried.</summary>
    public required IReadOnlyList<BossPhone> Phones { get; init; }

    /// <summary>How those phones are tried while an important caller holds.</summary>
    public ReachWay Reach { get; init; } = ReachWay.AtOnce;

    /// <summary>The country codes it may ring ("1", "44"); null: those of its own lines.</summary>
    public IReadOnlyList<string>? Dials { get; init; }

    /// <summary>Where the boss reaches her assistant; told to nobody else.</summary>
    public PhoneNumber? AssistantNumber { get; init; }

    /// <summary>The boss has a PIN, and so can phone in for the brief.</summary>
    public bool HasPin { get; init; }

    /// <summary>What makes it a production office; null for an executive's desk.</summary>
    public ProductionOffice? Office { get; init; }

    public CopyOrders Copies { get; init; } = CopyOrders.None;

    public Reminding Reminding { get; init; } = Reminding.Usual;

    /// <summary>A caller who was not understood may be asked to leave a short recording; without it nothing is ever recorded.</summary>
    public bool MayRecord { get; init; }

    public DeskKind Kind => Office is null ? DeskKind.Executive : DeskKind.ProductionOffice;

    /// <summary>As people at the desk read it over the sheet.</summary>
    public string Title => Office is null ? BossName : $"{Office.Show}, production office";

    public int Version { get; init; }
}

/// <summary>Whose calls a desk takes: one boss's, or those of everybody who looks for work on a show.</summary>
public enum DeskKind
{
    Executive = 1,
    ProductionOffice = 2,
}

/// <summary>How the desk speaks of the boss.</summary>
public enum Pronoun
{
    She = 1,
    He = 2,
    They = 3,
}

/// <summary>A number callers dial.</summary>
public sealed record Line
{
    public required Guid Id { get; init; }

    public required PhoneNumber Number { get; init; }

    public required string Label { get; init; }

    /// <summary>What it got before is nobody's here to answer for.</summary>
    public DateTimeOffset Since { get; init; } = DateTimeOffset.UnixEpoch;
}

/// <summary>A phone the boss may have in hand.</summary>
public sealed record BossPhone
{
    public required Guid Id { get; init; }

    public required PhoneNumber Number { get; init; }

    /// <summary>"cell", "home", "car".</summary>
    public required string Label { get; init; }

    public required bool TakesTexts { get; init; }

    /// <summary>Set when the carrier says the boss opted out of our texts; from then on we call instead.</summary>
    public DateTimeOffset? TextsClosedAt { get; init; }

    public bool CanBeTexted => TakesTexts && TextsClosedAt is null;
}
