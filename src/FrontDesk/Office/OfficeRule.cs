using FrontDesk.Desks;
using FrontDesk.Sheet;

namespace FrontDesk.Office;

/// <summary>How a production office ranks who looks for work: referral, department wanted, availability, number of calls (R13).</summary>
public static class OfficeRule
{
    private const int MostCallsCounted = 4;

    /// <summary>What speaks for anybody, an assistant's word or a standing in the book, speaks for a job seeker as well.</summary>
    /// <param name="calls">One party's, newest first; at least one.</param>
    public static Rank Of(IReadOnlyList<OwedCall> calls, OfficeNotes? application, ProductionOffice office, DeskClock clock, DateTimeOffset now)
    {
        var usual = CodeRule.Of(calls, clock, now);
        if (application is null || usual.Reason is CodeReason.AssistantSays || usual.Reason.IsUnwanted() || usual.Code == CallCode.CallAsap)
        {
            return usual;
        }

        var hiring = office.IsHiring(application.Department) && !IsNoCalls(application, office);
        var comes = application.Availability is Availability.ComesNow or Availability.VideoNow;
        var (code, reason) = (application.Referred == true, hiring, comes, calls.Count > 1) switch
        {
            (true, true, true, _) => (CallCode.CallAsap, CodeReason.Referred),
            (true, _, _, _) => (CallCode.CallToday, CodeReason.Referred),
            (false, true, true, _) => (CallCode.CallToday, CodeReason.HiringNow),
            (false, true, false, _) => (CallCode.CallSometime, CodeReason.HiringNow),
            (false, false, true, _) => (CallCode.CallSometime, CodeReason.CanComeNow),
            (false, false, false, true) => (CallCode.CallSometime, CodeReason.RingsAgain),
            (false, false, false, false) => (CallCode.CallMaybe, CodeReason.Unknown),
        };
        return new Rank(code, reason, Why(application, hiring, office, calls.Count), Finer(application, hiring, calls.Count));
    }

    /// <summary>What one party told us, over all their calls: the newest word on each matter.</summary>
    public static OfficeNotes? Application(IReadOnlyList<OwedCall> calls)
    {
        var told = calls.Select(call => call.Application).OfType<OfficeNotes>().ToList();
        return told.Count == 0 ? null : told.Aggregate((newer, older) => newer with
        {
            Referred = newer.Referred == true || older.Referred == true ? true : newer.Referred ?? older.Referred,
            ReferredBy = newer.ReferredBy ?? older.ReferredBy,
            Job = newer.Job ?? older.Job,
            Department = newer.Department ?? older.Department,
            Listing = newer.Listing ?? older.Listing,
            ToldNoCalls = newer.ToldNoCalls || older.ToldNoCalls,
            ResumeSent = newer.ResumeSent == true || older.ResumeSent == true ? true : newer.ResumeSent ?? older.ResumeSent,
            Availability = newer.Availability ?? older.Availability,
            When = newer.Availability is null ? older.When : newer.When,
        });
    }

    private static bool IsNoCalls(OfficeNotes application, ProductionOffice office) =>
        application.Listing is { } job && office.Listings.Any(listing => listing.NoCalls && listing.Job.Equals(job, StringComparison.Ordinal));

    private static int Finer(OfficeNotes application, bool hiring, int calls)
    {
        var availability = (int)(application.Availability ?? Availability.Later + 1);
        return ((((hiring ? 0 : 1) * 10) + availability) * 10) + MostCallsCounted - Math.Min(calls, MostCallsCounted);
    }

    private static string Why(OfficeNotes application, bool hiring, ProductionOffice office, int calls)
    {
        string?[] reasons =
        [
            application switch
            {
                { ReferredBy: { } by } => $"Referred by {by}",
                { Referred: true } => "Referred, did not say by whom",
                _ => "No referral",
            },
            application.Department is { } department ? $"wants {department}{(hiring ? ", hiring now" : "")}" : null,
            IsNoCalls(application, office) ? "the listing says no calls" : null,
            application.Availability switch
            {
                Availability.ComesNow => "could come in at once",
                Availability.VideoNow => "could meet by video at once",
                Availability.Later or null => application.When is { } when ? $"could meet: {when}" : null,
            },
            calls > 1 ? $"called {calls} times" : null,
        ];
        return string.Join("; ", reasons.OfType<string>());
    }
}
