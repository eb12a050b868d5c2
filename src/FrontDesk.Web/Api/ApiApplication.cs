using System.Text.Json.Serialization;
using FrontDesk.Office;

namespace FrontDesk.Web.Api;

/// <summary>What a job seeker told a production office.</summary>
internal sealed record ApiApplication
{
    /// <summary>False: nobody referred them; null: not said.</summary>
    public required bool? Referred { get; init; }

    public required string? ReferredBy { get; init; }

    public required string? Job { get; init; }

    /// <summary>One of the office's departments.</summary>
    public required string? Department { get; init; }

    /// <summary>The listing it is about, by its job.</summary>
    public required string? Listing { get; init; }

    public required bool? ResumeSent { get; init; }

    [JsonConverter(typeof(CamelCased<Availability>))]
    public required Availability? Availability { get; init; }

    /// <summary>As said: "tomorrow at ten".</summary>
    public required string? When { get; init; }

    public static ApiApplication? Of(OfficeNotes? notes) => notes is null ? null : new ApiApplication
    {
        Referred = notes.Referred,
        ReferredBy = notes.ReferredBy,
        Job = notes.Job,
        Department = notes.Department,
        Listing = notes.Listing,
        ResumeSent = notes.ResumeSent,
        Availability = notes.Availability,
        When = notes.When,
    };
}
