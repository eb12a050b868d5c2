namespace FrontDesk.Simulator;

/// <summary>The account at the carrier, its numbers, and how the carrier behaves.</summary>
public sealed record CarrierOptions
{
    public required string AccountSid { get; init; }

    /// <summary>Signs every webhook, and lets REST requests in.</summary>
    public required string AuthToken { get; init; }

    /// <summary>Lets REST requests in as well; signs nothing until promoted.</summary>
    public string? SecondaryAuthToken { get; init; }

    public IReadOnlyList<CarrierNumber> Numbers { get; init; } = [];

    /// <summary>Same seed, same ids and same mischief.</summary>
    public int Seed { get; init; } = 1;

    public Mischief? Mischief { get; init; }

    /// <summary>Outbound calls started per second; the rest wait in line.</summary>
    public double CallsPerSecond { get; init; } = 1;

    /// <summary>Texts sent per second and sending number; the rest wait in line.</summary>
    public double TextsPerSecond { get; init; } = 1;

    /// <summary>Entries of a page of a list, however many are asked for.</summary>
    public int LargestPage { get; init; } = 1000;

    /// <summary>
    /// Pages are counted from the newest entry: what comes in while a list is read pushes its entries onto the next page, where they are seen
    /// again, and what is deleted draws them back onto the one before, where they are missed. Otherwise a page begins after the last entry seen.
    /// </summary>
    public bool PagesShift { get; init; }

    /// <summary>Countries that may be called or texted, as prefixes (+1); empty means all.</summary>
    public IReadOnlyList<string> AllowedPrefixes { get; init; } = [];

    /// <summary>Numbers other than the account's that may stand as caller ID.</summary>
    public IReadOnlyList<string> VerifiedCallerIds { get; init; } = [];

    /// <summary>What a lookup of a number's name comes to; a number that is not here has none.</summary>
    public IReadOnlyDictionary<string, CallerNameAnswer> CallerNames { get; init; } = new Dictionary<string, CallerNameAnswer>(StringComparer.Ordinal);

    /// <summary>Where a webhook's address really is, as name servers would know: signatures keep the address as configured.</summary>
    public Func<Uri, Uri> Route { get; init; } = static address => address;
}
