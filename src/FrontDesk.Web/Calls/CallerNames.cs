using FrontDesk.Web.Data;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Calls;

/// <summary>
/// Looks up the names of strangers' numbers, after they were greeted and never while somebody waits for it. What is to be looked up stands
/// open in the calls themselves, so that a restart loses none; what fails leaves the number without a name.
/// </summary>
public sealed class CallerNames(Database database, ITelephony telephony, Settings settings, SheetChanges sheet)
{
    private const int MostAtOnce = 10;
    private const int LongestName = 100;

    /// <summary>A carrier that does not answer is asked again in the next rounds, for this long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // As in filing, the comparison with an empty SID keeps SQLite to the small index of living calls.
    private readonly string open =
        "select id, desk_id, caller_from, received_at from calls where live = 1 and call_sid > '' and direction = 1 and contact_id is null and desk_id is not null "
        + "and name_lookup is null and unwanted is null and caller_from like '+%' order by call_sid" + database.Dialect.FirstRows(MostAtOnce);

    /// <summary>Ends with the first number the carrier says nothing to.</summary>
    public async Task LookUpAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var calls = !settings.Twilio.LooksUpNames ? [] : await database.ReadAsync(
            async look => await look.Prepared(open).ListAsync(row => (Id: row.Id(0), Desk: row.Id(1), From: row.Text(2), At: row.Instant(3))), cancel);
        foreach (var call in calls)
        {
            var found = PhoneNumber.TryParse(call.From, out var number) ? await telephony.LookUpNameAsync(number, cancel) : new LookUp<CarrierName>.Nothing();
            if (found is LookUp<CarrierName>.Unreachable && call.At + Patience > now)
            {
                return;
            }

            var (outcome, name) = Outcome(found);
            await database.WriteAsync(
                work => work.ExecuteAsync("update calls set name_lookup = @outcome, caller_id_name = @name where id = @Id", new { outcome, name, call.Id }), cancel);
            if (name is not null)
            {
                sheet.Changed(call.Desk);
            }
        }
    }

    private static (NameLookup Outcome, string? Name) Outcome(LookUp<CarrierName> found) => found switch
    {
        LookUp<CarrierName>.Found { Value: { ErrorCode: null, Name: { } name } } when PlainText.ForShowing(name) is { Length: > 0 } shown =>
            (NameLookup.Named, PlainText.CutAndSaySo(shown, LongestName)),
        LookUp<CarrierName>.Found { Value.ErrorCode: not null } or LookUp<CarrierName>.Unreachable => (NameLookup.GivenUp, null),
        _ => (NameLookup.Nothing, null),
    };
}

/// <summary>What came of looking up a number's name. The numbers stand in the books.</summary>
public enum NameLookup
{
    Named = 1,
    Nothing = 2,
    GivenUp = 3,
}
