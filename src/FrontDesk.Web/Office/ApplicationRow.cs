using FrontDesk.Office;

namespace FrontDesk.Web.Office;

/// <summary>The columns of what a job seeker told us, as a row of the calls is read with them.</summary>
public abstract record ApplicationRow
{
    /// <summary>Null where the call gave nothing of the kind.</summary>
    public Guid? ApplicationOf { get; init; }

    public bool? Referred { get; init; }

    public string? ReferredBy { get; init; }

    public string? Job { get; init; }

    public string? Department { get; init; }

    public string? Listing { get; init; }

    public bool? ToldNoCalls { get; init; }

    public bool? ResumeSent { get; init; }

    public Availability? Availability { get; init; }

    public string? AvailableWhen { get; init; }

    public OfficeNotes? ToOfficeNotes() => ApplicationOf is null ? null : new OfficeNotes
    {
        Referred = Referred,
        ReferredBy = ReferredBy,
        Job = Job,
        Department = Department,
        Listing = Listing,
        ToldNoCalls = ToldNoCalls == true,
        ResumeSent = ResumeSent,
        Availability = Availability,
        When = AvailableWhen,
    };
}
