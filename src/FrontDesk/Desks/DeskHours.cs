namespace FrontDesk.Desks;

/// <summary>The boss's day. Waking hours bound reminders and are those of the zone she is in; office hours bound the digest and are the desk's.</summary>
public sealed record DeskHours
{
    public required TimeOnly WakingFrom { get; init; }

    /// <summary>Earlier than <see cref="WakingFrom"/> when the boss is up past midnight.</summary>
    public required TimeOnly WakingTo { get; init; }

    public required TimeOnly Opens { get; init; }

    public required TimeOnly Closes { get; init; }
}
