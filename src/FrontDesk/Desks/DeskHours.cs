namespace FrontDesk.Desks;

/// <summary>The boss's day, in the desk's own zone. Waking hours bound reminders; office hours bound the digest.</summary>
public sealed record DeskHours
{
    public required TimeOnly WakingFrom { get; init; }

    /// <summary>Earlier than <see cref="WakingFrom"/> when the boss is up past midnight.</summary>
    public required TimeOnly WakingTo { get; init; }

    public required TimeOnly Opens { get; init; }

    public required TimeOnly Closes { get; init; }
}
