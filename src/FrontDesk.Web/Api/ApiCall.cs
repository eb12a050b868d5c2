using System.Text.Json.Serialization;
using FrontDesk.Calls;
using FrontDesk.Ledger;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Api;

/// <param name="Next">Give it as "after" for the next page; null on the last.</param>
internal sealed record ApiCalls(IReadOnlyList<ApiCall> Calls, string? Next);

internal sealed record ApiCall
{
    public required Guid Id { get; init; }

    [JsonConverter(typeof(CamelCased<CallDirection>))]
    public required CallDirection Direction { get; init; }

    /// <summary>The carrier's id.</summary>
    public required string? CallSid { get; init; }

    [JsonConverter(typeof(CamelCased<CallStatus>))]
    public required CallStatus Status { get; init; }

    /// <summary>The line that was dialled, E.164.</summary>
    public required string Line { get; init; }

    /// <summary>The calling party as the carrier gave it; a hint, never a credential.</summary>
    public required string From { get; init; }

    public required string? Name { get; init; }

    /// <summary>The name of whoever spoke, as put right or spelled.</summary>
    public required string? SaidName { get; init; }

    /// <summary>Whose call it is, where an assistant made it; then "name" is theirs unless a card has one.</summary>
    public required string? CallsFor { get; init; }

    /// <summary>What was recognised when the name was first said.</summary>
    public required string? NameHeard { get; init; }

    /// <summary>How sure the recogniser was of it, 0 to 1; null where it did not say.</summary>
    public required double? NameConfidence { get; init; }

    /// <summary>True when the caller, or the book, confirmed the name.</summary>
    public required bool? NameConfirmed { get; init; }

    /// <summary>The caller said so; the sheet's reason tells whether our log knows of a call.</summary>
    public required bool SaysReturning { get; init; }

    public required Guid? ContactId { get; init; }

    /// <summary>The number to call, E.164, as given or confirmed.</summary>
    public required string? Number { get; init; }

    public required string? NumberAsHeard { get; init; }

    /// <summary>Every number given on the call, in that order.</summary>
    public required IReadOnlyList<ApiGivenNumber> NumbersGiven { get; init; }

    /// <summary>Whether the caller may be recorded, and what was; null where nobody was asked.</summary>
    public required ApiRecording? Recording { get; init; }

    public required string? Regarding { get; init; }

    /// <summary>What a job seeker told a production office; null at other desks.</summary>
    public required ApiApplication? Application { get; init; }

    public required bool? WantsReturn { get; init; }

    public required bool SaysUrgent { get; init; }

    /// <summary>When the caller can be reached, in the caller's words.</summary>
    public required string? Reachable { get; init; }

    /// <summary>How time-critical it is, in the caller's words.</summary>
    public required string? TimeCritical { get; init; }

    /// <summary>What the carriers between say of "from".</summary>
    [JsonConverter(typeof(CamelCased<StirVerdict>))]
    public required StirVerdict Stir { get; init; }

    /// <summary>The name the telephone companies have for "from", where names are looked up: a hint.</summary>
    public required string? CallerIdName { get; init; }

    /// <summary>The phone that sent the call on to the line, as the carrier gave it.</summary>
    public required string? ForwardedFrom { get; init; }

    /// <summary>Why nobody waits for its return; null for most calls.</summary>
    [JsonConverter(typeof(CamelCased<Unwanted>))]
    public required Unwanted? Unwanted { get; init; }

    /// <summary>When it was found in the carrier's list, having never reached the desk; null for most calls. It stands at the time they rang.</summary>
    public required DateTimeOffset? FoundAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }

    public required int? Seconds { get; init; }

    [JsonConverter(typeof(CamelCased<Ball>))]
    public required Ball Ball { get; init; }

    [JsonConverter(typeof(CamelCased<CallOutcome>))]
    public required CallOutcome? Outcome { get; init; }

    public required DateTimeOffset? SettledAt { get; init; }

    public required int Version { get; init; }

    /// <summary>The transcript in the order it was spoken; null where it was not asked for.</summary>
    public required IReadOnlyList<ApiTurn>? Turns { get; init; }

    public static ApiCall Of(LoggedCall call, IEnumerable<ApiTurn>? turns) => new()
    {
        Id = call.Id,
        Direction = call.Direction,
        CallSid = call.CallSid,
        Status = call.Status,
        Line = call.LineNumber,
        From = call.CallerFrom,
        Name = call.Name,
        SaidName = call.SaidName,
        CallsFor = call.CallsFor,
        NameHeard = call.NameHeard,
        NameConfidence = call.NameConfidence,
        NameConfirmed = call.NameConfirmed,
        SaysReturning = call.SaysReturning == true,
        ContactId = call.ContactId,
        Number = call.Number?.E164,
        NumberAsHeard = call.NumberAsHeard,
        NumbersGiven = [.. call.Numbers().Select(given => new ApiGivenNumber(given.Number?.E164, given.AsHeard, given.Extension, given.Label))],
        Recording = call.RecordingConsent is { } consent ? new ApiRecording(consent, call.RecordingSid, call.RecordingSeconds) : null,
        Regarding = call.Regarding,
        Application = ApiApplication.Of(call.ToOfficeNotes()),
        WantsReturn = call.WantsReturn,
        SaysUrgent = call.SaysUrgent,
        Reachable = call.Reachable,
        TimeCritical = call.TimeCritical,
        Stir = StirWord.Read(call.Stir),
        CallerIdName = call.CallerIdName,
        ForwardedFrom = call.ForwardedFrom,
        Unwanted = call.Unwanted,
        FoundAt = call.FoundAt,
        ReceivedAt = call.ReceivedAt,
        EndedAt = call.EndedAt,
        Seconds = call.Seconds,
        Ball = call.Ball,
        Outcome = call.Outcome,
        SettledAt = call.SettledAt,
        Version = call.Version,
        Turns = turns?.ToList(),
    };
}

/// <param name="Number">E.164; null where it cannot be dialled from anywhere.</param>
/// <param name="Extension">Digits.</param>
/// <param name="Label">Where it rings, as the caller called it: "cell", "office".</param>
internal sealed record ApiGivenNumber(string? Number, string AsHeard, string? Extension, string? Label);

/// <param name="Sid">The carrier's id of the sound, which stays there; null while there is none.</param>
internal sealed record ApiRecording([property: JsonConverter(typeof(CamelCased<RecordingConsent>))] RecordingConsent Consent, string? Sid, int? Seconds);

internal sealed record ApiTurn
{
    /// <summary>The question that was asked.</summary>
    [JsonConverter(typeof(CamelCased<ScriptStep>))]
    public required ScriptStep Step { get; init; }

    /// <summary>From 1; ten more for each time the caller asked something instead of answering.</summary>
    public required int Attempt { get; init; }

    [JsonConverter(typeof(CamelCased<HeardKind>))]
    public required HeardKind HeardKind { get; init; }

    /// <summary>What the caller answered.</summary>
    public required string? Heard { get; init; }

    /// <summary>0 to 1; null where the recogniser gave none.</summary>
    public required double? Confidence { get; init; }

    /// <summary>What the desk said to it.</summary>
    public required string Said { get; init; }

    public required DateTimeOffset At { get; init; }

    public static ApiTurn Of(CallTurn turn) => new()
    {
        Step = turn.Step,
        Attempt = turn.Attempt,
        HeardKind = turn.HeardKind,
        Heard = turn.Heard,
        Confidence = turn.Confidence,
        Said = turn.Said,
        At = turn.At,
    };
}
