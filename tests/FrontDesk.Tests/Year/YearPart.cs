namespace FrontDesk.Tests.Year;

/// <summary>A while at one boss's desk: where she is, when she sleeps, and what chance brings.</summary>
public sealed record YearPart(string Zone, TimeOnly Wakes, TimeOnly Sleeps, DateTimeOffset From, DateTimeOffset To, int Seed)
{
    private const int CallsAWeek = 300;

    /// <summary>Of each zone a year in which its clocks are set.</summary>
    private static readonly (string Zone, int Year)[] Zones =
        [("America/Los_Angeles", 2026), ("Europe/London", 2026), ("Australia/Sydney", 2026), ("America/Sao_Paulo", 2018)];

    public int Calls => (int)Math.Round((To - From).TotalDays / 7 * CallsAWeek);

    public WallClock Wall => new(Zone, Wakes, Sleeps);

    /// <summary>The day before and after one of the eight times at which the clocks are set.</summary>
    /// <param name="seed">From 1 on: each eighth is about the same change, with a boss who lives otherwise.</param>
    public static YearPart AroundAChange(int seed)
    {
        var (zone, change) = Zones.SelectMany(place => At(place.Zone).Changes(place.Year).Select(change => (place.Zone, change))).ElementAt((seed - 1) % 8);
        var hour = HourOf(zone, change);
        // To bed in the hour that is skipped or repeated; by ordinary hours; up in that hour.
        var (wakes, sleeps) = ((seed - 1) / 8 % 3) switch { 0 => (new TimeOnly(7, 0), hour), 1 => (new TimeOnly(7, 0), new TimeOnly(22, 30)), _ => (hour, new TimeOnly(22, 30)) };
        return new YearPart(zone, wakes, sleeps, change.AddHours(-20), change.AddHours(16), seed);
    }

    public static YearPart Whole(int seed)
    {
        var (zone, year) = Zones[seed % Zones.Length];
        return new YearPart(zone, new TimeOnly(7, 0), new TimeOnly(1, 30), new(year, 1, 1, 0, 0, 0, TimeSpan.Zero), new(year + 1, 1, 1, 0, 0, 0, TimeSpan.Zero), seed);
    }

    /// <summary>Half past, in the hour that is skipped or repeated.</summary>
    private static TimeOnly HourOf(string zone, DateTimeOffset change)
    {
        var (before, after) = (At(zone).Wall(change.AddTicks(-1)).AddTicks(1), At(zone).Wall(change));
        return TimeOnly.FromDateTime((before < after ? before : after).AddMinutes(30));
    }

    private static WallClock At(string zone) => new(zone, new TimeOnly(7, 0), new TimeOnly(22, 30));
}
