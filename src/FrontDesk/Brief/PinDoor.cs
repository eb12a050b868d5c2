namespace FrontDesk.Brief;

/// <summary>PINs tried by one way. After a few that were wrong it is shut for a while, to the right one too.</summary>
/// <param name="Name">The number it is for; empty for the line as a whole.</param>
public sealed record PinDoor(PinDoorKind Kind, string Name)
{
    /// <summary>No phone of the boss is kept out longer, whoever guesses under its number.</summary>
    public static readonly TimeSpan LongestForTheBoss = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    /// <summary>Since the right one was last keyed.</summary>
    public int Tries { get; init; }

    public DateTimeOffset? LastAt { get; init; }

    public DateTimeOffset? ShutUntil { get; init; }

    /// <summary>As the books have it: "boss +13105550101".</summary>
    public string Key => $"{Kind switch { PinDoorKind.BossPhone => "boss", PinDoorKind.OtherPhone => "phone", PinDoorKind.Line => "line" }} {Name}".TrimEnd();

    public bool IsShut(DateTimeOffset now) => ShutUntil > now;

    /// <summary>One more try; it is counted before anybody looks whether it was right.</summary>
    public PinDoor Tried(DateTimeOffset now)
    {
        var tries = LastAt + Forgotten < now ? 1 : Tries + 1;
        var (free, longest) = Limits(Kind);
        return this with { Tries = tries, LastAt = now, ShutUntil = tries < free ? null : now + Shut(tries - free, longest) };
    }

    private static (int Free, TimeSpan Longest) Limits(PinDoorKind kind) => kind switch
    {
        PinDoorKind.BossPhone => (3, LongestForTheBoss),
        PinDoorKind.OtherPhone => (3, TimeSpan.FromHours(24)),
        PinDoorKind.Line => (10, TimeSpan.FromHours(4)),
    };

    /// <summary>A quarter of an hour, then twice that each time.</summary>
    private static TimeSpan Shut(int times, TimeSpan longest) =>
        TimeSpan.FromMinutes(Math.Min(15 * Math.Pow(2, Math.Min(times, 10)), longest.TotalMinutes));
}

/// <summary>Whose tries a door counts.</summary>
public enum PinDoorKind
{
    /// <summary>Under the number of a phone of the boss.</summary>
    BossPhone = 1,

    /// <summary>Under one other number.</summary>
    OtherPhone = 2,

    /// <summary>Under all other numbers together.</summary>
    Line = 3,
}
