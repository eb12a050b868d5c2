using FrontDesk.Desks;

namespace FrontDesk.Office;

/// <summary>What makes a desk a production office: the show, its departments, and whom they are looking for (R13).</summary>
public sealed record ProductionOffice
{
    /// <summary>As spoken in the greeting: "The Lighthouse".</summary>
    public required string Show { get; init; }

    /// <summary>Lunch, in the desk's zone: calls are taken all the same.</summary>
    public TimeOnly LunchFrom { get; init; } = new(13, 0);

    public TimeOnly LunchTo { get; init; } = new(14, 0);

    public IReadOnlyList<Department> Departments { get; init; } = [];

    /// <summary>What is advertised now.</summary>
    public IReadOnlyList<Listing> Listings { get; init; } = [];

    public OfficeWording Wording { get; init; } = new();

    public Department? Named(string? name) => Departments.FirstOrDefault(department => department.Name.Equals(name, StringComparison.Ordinal));

    /// <summary>A department is hiring while one of its listings is current.</summary>
    public bool IsHiring(string? department) => department is not null && Listings.Any(listing => department.Equals(listing.Department, StringComparison.Ordinal));

    /// <summary>True outside hours, at lunch, in the last hour and on a weekend: none is a time to ring about a job.</summary>
    public bool IsOddHour(DateTimeOffset instant, Desk desk)
    {
        var local = new DeskClock(desk).Local(instant);
        var time = TimeOnly.FromDateTime(local.DateTime);
        return local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
            || !time.IsBetween(desk.Hours.Opens, desk.Hours.Closes.AddHours(-1))
            || time.IsBetween(LunchFrom, LunchTo);
    }
}

/// <summary>A department of the show.</summary>
public sealed record Department
{
    /// <summary>As spoken: "the Art Department".</summary>
    public required string Name { get; init; }

    /// <summary>Who hires: the head of department, or the unit production manager.</summary>
    public string? Head { get; init; }

    /// <summary>What callers call it: "art", "art department"; matched as whole words.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Ends the sentence "Rosa Delgado holds interviews …": "on Tuesdays, from two to five". Null where none are set.</summary>
    public string? Interviews { get; init; }
}

/// <summary>A job that is advertised.</summary>
public sealed record Listing
{
    public required string Job { get; init; }

    /// <summary>The name of its department.</summary>
    public required string Department { get; init; }

    /// <summary>What callers call it, besides its name.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The listing says "No Calls".</summary>
    public bool NoCalls { get; init; }
}
