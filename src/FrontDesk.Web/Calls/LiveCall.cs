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

    /// <summary>Null on a line no desk has claimed.</summary>
    public required Guid? DeskId { get; init; }

    public required Caller Caller { get; init; }

    /// <summary>The question asked last.</summary>
    public required ScriptPosition At { get; init; }

    public required CallNotes Notes { get; init; }

    public required CallStatus Status { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }

    public required int Version { get; init; }

    /// <summary>What was said in answer to the question the webhook speaks of; null until it is answered for the first time.</summary>
    public required ScriptLine? Answered { get; init; }

    /// <summary>A webhook that comes after this finds nobody on the line, and is none of a living call.</summary>
    public bool IsStale(DateTimeOffset now) => EndedAt + Lingering < now || ReceivedAt + Longest < now;

    /// <summary>The columns of <see cref="CallLog"/>'s look for a call, in their order.</summary>
    internal static LiveCall Of(Row row) => new()
    {
        Id = row.Id(0),
        DeskId = row.IdOrNull(1),
        Caller = CallerOf(row.IdOrNull(2), row.TextOrNull(3), CallerId.Of(row.Text(4))),
        Notes = new CallNotes
        {
            Name = row.TextOrNull(5),
            Number = row.PhoneOrNull(6),
            NumberAsHeard = row.TextOrNull(7),
            Regarding = row.TextOrNull(8),
            WantsReturn = row.FlagOrNull(9),
            SaysUrgent = row.Flag(10),
            Office = Applications.Of(row, 20),
        },
        At = new ScriptPosition((ScriptStep)row.Number(11), (int)row.Number(12)),
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

    private static Caller CallerOf(Guid? contact, string? name, CallerId from) => (contact, name, from) switch
    {
        ({ } id, { } known, CallerId.Phone phone) => new Caller.Known(id, known, phone.Number),
        (_, _, CallerId.Withheld) => new Caller.Withheld(),
        _ => new Caller.Stranger(from),
    };
}
