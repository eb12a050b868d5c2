using FrontDesk.Calls;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Calls;

/// <summary>A call the log has not seen yet, as far as this webhook knows.</summary>
public sealed record NewCall
{
    public required Guid Id { get; init; }

    public required Guid? DeskId { get; init; }

    public required Caller Caller { get; init; }

    public required IncomingCall Incoming { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Set when the first we hear of it is its end.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public Guid? ContactId => (Caller as Caller.Known)?.ContactId;
}

/// <summary>A call that reached the carrier and never us.</summary>
/// <param name="IsLoop">Our own call came back to the line.</param>
public sealed record MissedCall(NewCall Call, bool IsLoop);
