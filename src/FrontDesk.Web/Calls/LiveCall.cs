using FrontDesk.Calls;
using FrontDesk.Web.Data;
using FrontDesk.Web.Office;

namespace FrontDesk.Web.Calls;

/// <summary>A call on the log that may still be talking to us.</summary>
public sealed record LiveCall
{
    /// <summary>Webhooks of a call that is over may come as late as this and still count.</summary>
    public static readonly TimeSpan Lingering = TimeSpan.FromHours(1);

    /// <summary>The carrier's own limit.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    public required Guid Id { get; init; }

    public required string CallSid { get; init; }

    /// <summary>Null on a line no desk has claimed.</summary>
    public required Guid? DeskId { get; init; }

    public required Caller Caller { get; init; }

    /// <summary>The question asked last.</summary>
    public required ScriptPosition At { get; init; }

    public required CallNotes Notes { get; init; }

    /// <summary>For the how-many-th time they ring since they were last talked to; null until the log was asked, which is when they first say something.</summary>
    public int? NthCall { get; init; }

    public required StirVerdict Verdict { get; init; }

    public required CallStatus Status { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }

    public required int Version { get; init; }

    /// <summary>What was said in answer to the question the webhook speaks of; null until it is answered for the first time.</summary>
    public required ScriptLine? Answered { get; init; }

    /// <summary>A webhook that comes after this finds nobody on the line, and is none of a living call.</summary>
    public bool IsStale(DateTimeOffset now) => EndedAt + Lingering < now || ReceivedAt + Longest < now;

    /// <param name="earlier">Null where this is their first.</param>
    public LiveCall After(EarlierCalls? earlier) => this with { NthCall = (earlier?.Count ?? 0) + 1, Caller = Caller with { Earlier = earlier } };

    /// <summary>The columns of <see cref="CallLog"/>'s look for a call, in their order.</summary>
    internal static LiveCall Of(Row row) => new()
    {
        Id = row.Id(0),
        CallSid = row.Text(48),
        DeskId = row.IdOrNull(1),
        Caller = CallerOf(row),
        Notes = new CallNotes
        {
            Name = row.TextOrNull(5),
            Number = row.PhoneOrNull(6),
            NumberAsHeard = row.TextOrNull(7),
            Regarding = row.TextOrNull(8),
            WantsReturn = row.FlagOrNull(9),
            SaysUrgent = row.Flag(10),
            Reachable = row.TextOrNull(20),
            TimeCritical = row.TextOrNull(21),
            NameHeard = row.TextOrNull(28) is { } heard ? new NameHeard(heard, row.RealOrNull(29)) : null,
            NameConfirmed = row.FlagOrNull(30) == true,
            CallsFor = row.TextOrNull(31),
            SaysReturning = row.FlagOrNull(32) == true,
            Office = Applications.Of(row, 35),
            Unwanted = (Unwanted?)row.NumberOrNull(46),
            Recording = (RecordingConsent?)row.NumberOrNull(49),
            Numbers = GivenJson.Read(row.TextOrNull(47)),
        },
        Verdict = StirWord.Read(row.TextOrNull(45)),
        At = new ScriptPosition((ScriptStep)row.Number(11), (int)row.Number(12)),
        NthCall = (int?)row.NumberOrNull(22),
        Status = (CallStatus)row.Number(13),
        ReceivedAt = row.Instant(14),
        EndedAt = row.InstantOrNull(15),
        Version = (int)row.Number(16),
        Answered = row.IsNull(17) ? null : LineOf(row, 17),
    };

    internal static ScriptLine LineOf(Row row, int column) => new()
    {
        Say = row.Text(column),
        At = new ScriptPosition((ScriptStep)row.Number(column + 1), (int)row.Number(column + 2)),
    };

    private static Caller CallerOf(Row row)
    {
        Caller caller = (row.IdOrNull(2), row.TextOrNull(3), CallerId.Of(row.Text(4))) switch
        {
            ({ } id, { } known, CallerId.Phone phone) => new Caller.Known(id, known, phone.Number)
            {
                PreferredAnswer = row.TextOrNull(27),
                Pronunciation = row.TextOrNull(33),
                Ipa = row.TextOrNull(34),
            },
            (_, _, CallerId.Withheld) => new Caller.Withheld(),
            var (_, _, from) => new Caller.Stranger(from),
        };
        return row.IsNull(23)
            ? caller
            : caller with { Earlier = new EarlierCalls((int)row.Number(22) - 1, row.Id(23), row.TextOrNull(24), row.PhoneOrNull(25), row.TextOrNull(26)) };
    }
}
