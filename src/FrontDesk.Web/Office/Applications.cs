using FrontDesk.Office;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Office;

/// <summary>Keeps what a job seeker's call gave, beside the call.</summary>
internal static class Applications
{
    /// <summary>Of <see cref="ApplicationRow"/>, where calls are joined with applications.</summary>
    public const string Columns =
        "applications.call_id as application_of, referred, referred_by, job, department, listing, told_no_calls, resume_sent, availability, available_when";

    private const string Update = """
        update applications set referred = @referred, referred_by = @referred_by, job = @job, department = @department, listing = @listing,
          told_no_calls = @told_no_calls, resume_sent = @resume_sent, availability = @availability, available_when = @available_when
        where call_id = @call_id
        """;

    private const string Insert = """
        insert into applications (referred, referred_by, job, department, listing, told_no_calls, resume_sent, availability, available_when, call_id)
        values (@referred, @referred_by, @job, @department, @listing, @told_no_calls, @resume_sent, @availability, @available_when, @call_id)
        """;

    public static async ValueTask KeepApplicationAsync(this Work work, Guid callId, OfficeNotes notes)
    {
        if (await Filled(work.Prepared(Update), callId, notes).ExecuteAsync() == 0)
        {
            await Filled(work.Prepared(Insert), callId, notes).ExecuteAsync();
        }
    }

    /// <summary>Ten columns from this one on; null where the first is.</summary>
    public static OfficeNotes? Of(Row row, int column) => row.IsNull(column) ? null : new OfficeNotes
    {
        Referred = row.FlagOrNull(column + 1),
        ReferredBy = row.TextOrNull(column + 2),
        Job = row.TextOrNull(column + 3),
        Department = row.TextOrNull(column + 4),
        Listing = row.TextOrNull(column + 5),
        ToldNoCalls = row.Flag(column + 6),
        ResumeSent = row.FlagOrNull(column + 7),
        Availability = (Availability?)row.NumberOrNull(column + 8),
        When = row.TextOrNull(column + 9),
    };

    private static PreparedStatement Filled(PreparedStatement statement, Guid callId, OfficeNotes notes) => statement
        .With(notes.Referred).With(notes.ReferredBy).With(notes.Job).With(notes.Department).With(notes.Listing)
        .With((bool?)notes.ToldNoCalls).With(notes.ResumeSent).With((long?)notes.Availability).With(notes.When).With(callId);
}
