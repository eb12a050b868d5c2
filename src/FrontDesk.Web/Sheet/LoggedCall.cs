using FrontDesk.Calls;
using FrontDesk.Ledger;
using FrontDesk.Reminders;
using FrontDesk.Sheet;
using FrontDesk.Web.Calls;
using FrontDesk.Web.Office;

namespace FrontDesk.Web.Sheet;

/// <summary>A call as it stands in the log, either way, owed or settled.</summary>
public sealed record LoggedCall : ApplicationRow
{
    public Guid Id { get; init; }

    /// <summary>Null on a line no desk has claimed.</summary>
    public Guid? DeskId { get; init; }

    public string LineNumber { get; init; } = "";

    public CallDirection Direction { get; init; }

    public string? CallSid { get; init; }

    public CallStatus Status { get; init; }

    public Guid? ContactId { get; init; }

    /// <summary>The calling party as the carrier gave it: a number, a SIP address, a word for "withheld".</summary>
    public string CallerFrom { get; init; } = "";

    /// <summary>The card's name for a known caller, else whom the call is for, else as said on the phone.</summary>
    public string? Name { get; init; }

    /// <summary>Of whoever spoke, as put right or spelled.</summary>
    public string? SaidName { get; init; }

    /// <summary>Whose call it is, where an assistant made it.</summary>
    public string? CallsFor { get; init; }

    /// <summary>What was recognised when the name was first said.</summary>
    public string? NameHeard { get; init; }

    /// <summary>0 to 1; null where the recogniser gave none.</summary>
    public double? NameConfidence { get; init; }

    /// <summary>Null before anything was said.</summary>
    public bool? NameConfirmed { get; init; }

    /// <summary>They said that they return a call of ours.</summary>
    public bool? SaysReturning { get; init; }

    public string? Pronunciation { get; init; }

    public string? Company { get; init; }

    public PhoneNumber? Number { get; init; }

    public string? NumberAsHeard { get; init; }

    /// <summary>As it stands in the books; <see cref="Numbers"/> reads it.</summary>
    public string? NumbersGiven { get; init; }

    public string? Regarding { get; init; }

    public bool? WantsReturn { get; init; }

    public bool SaysUrgent { get; init; }

    /// <summary>For the how-many-th time since they were last talked to; null for the first.</summary>
    public int? NthCall { get; init; }

    public string? Reachable { get; init; }

    public string? TimeCritical { get; init; }

    /// <summary>What the carriers between said of the number, as it came.</summary>
    public string? Stir { get; init; }

    /// <summary>The name the telephone companies have for the number: a hint.</summary>
    public string? CallerIdName { get; init; }

    /// <summary>The phone that sent it on to us.</summary>
    public string? ForwardedFrom { get; init; }

    /// <summary>Null while nothing speaks against returning it.</summary>
    public Unwanted? Unwanted { get; init; }

    /// <summary>Null where nobody was asked.</summary>
    public RecordingConsent? RecordingConsent { get; init; }

    /// <summary>The carrier's id of it; null while there is none.</summary>
    public string? RecordingSid { get; init; }

    public int? RecordingSeconds { get; init; }

    /// <summary>When it was found in the carrier's list, having never reached us; null for most.</summary>
    public DateTimeOffset? FoundAt { get; init; }

    /// <summary>Found at the carrier, and no word of it since: nobody knows what they wanted.</summary>
    public bool IsMissed => FoundAt is not null && Step == ScriptStep.Ring;

    /// <summary>The question the call got to.</summary>
    public ScriptStep Step { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public int? Seconds { get; init; }

    public Ball Ball { get; init; }

    public CallOutcome? Outcome { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    public CallCode? AssistantCode { get; init; }

    public string? AssistantBy { get; init; }

    public string? AssistantWhy { get; init; }

    public int Version { get; init; }

    /// <summary>Every number given on it.</summary>
    public IReadOnlyList<NumberGiven> Numbers() => GivenJson.Read(NumbersGiven).All;
}

/// <summary>One turn of a call: the question asked, what was heard, and what the desk said to it.</summary>
public sealed record CallTurn
{
    public Guid CallId { get; init; }

    public ScriptStep Step { get; init; }

    public int Attempt { get; init; }

    public HeardKind HeardKind { get; init; }

    public string? Heard { get; init; }

    /// <summary>0 to 1; null where the recogniser gave none.</summary>
    public double? Confidence { get; init; }

    public string Said { get; init; } = "";

    public DateTimeOffset At { get; init; }
}

/// <summary>How a caller answered, as it stands in the books.</summary>
public enum HeardKind
{
    /// <summary>Silence, or the phone just rang and nothing was asked yet.</summary>
    Nothing = 0,
    Words = 1,
    Keys = 2,
}

/// <summary>What somebody did to a call's line.</summary>
public sealed record LoggedMark
{
    public Guid ActId { get; init; }

    public MarkKind Kind { get; init; }

    public string ByWhom { get; init; } = "";

    public string? Why { get; init; }

    public DateTimeOffset At { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }
}

/// <summary>One nudge about a call, and what came of it.</summary>
public sealed record LoggedReminder
{
    public Guid Id { get; init; }

    public Guid CallId { get; init; }

    public ReminderKind Kind { get; init; }

    public int Slot { get; init; }

    /// <summary>Where on its ladder it stands, from 0.</summary>
    public int Rung { get; init; }

    /// <summary>Whom it is about, where a list says so.</summary>
    public string? Who { get; init; }

    public DateTimeOffset DueAt { get; init; }

    public ReminderState State { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public string? LastError { get; init; }

    public DateTimeOffset? ThrottledUntil { get; init; }

    /// <summary>It waits because the phone has had its share of reminders.</summary>
    public bool IsThrottled => State == ReminderState.Pending && ThrottledUntil == DueAt;
}
