using FrontDesk.Calls;
using FrontDesk.Ledger;
using FrontDesk.Reminders;
using FrontDesk.Sheet;
using FrontDesk.Web.Office;

namespace FrontDesk.Web.Sheet;

/// <summary>The field's words for what the sheet shows.</summary>
public static class SheetWords
{
    public static string Of(CallCode code) => code switch
    {
        CallCode.CallAsap => "Call ASAP",
        CallCode.CallToday => "Call today",
        CallCode.CallSometime => "Call sometime",
        CallCode.CallMaybe => "Call?",
    };

    /// <summary>What a caller wanted, as far as anybody knows.</summary>
    public static string Matter(string? regarding, bool isMissed) =>
        regarding is not null ? $"regarding {regarding}"
        : isMissed ? "missed while we were down: we do not know what they wanted"
        : "did not say what it is regarding";

    /// <summary>What was done, as said afterwards: "John Smith: left word".</summary>
    public static string Of(MarkKind kind) => kind switch
    {
        MarkKind.Returned => "returned",
        MarkKind.LeftWord => "left word",
        MarkKind.TalkedTo => "talked to",
        MarkKind.LetGo => "let go",
        MarkKind.CodeChanged => "code changed",
    };

    public static string Of(Ball ball, CallOutcome? outcome) => (ball, outcome) switch
    {
        (Ball.Ours, _) => "to return",
        (Ball.Theirs, _) => "left word",
        (Ball.Nobody, CallOutcome.TalkedTo) => "returned",
        (Ball.Nobody, CallOutcome.LeftWord or CallOutcome.ComingBack or CallOutcome.NoAnswer or CallOutcome.Busy) => "no longer waited for",
        (Ball.Nobody, CallOutcome.Declined or null) => "nobody owes a call",
        _ => throw new InvalidOperationException($"No words for {ball} and {outcome}."),
    };

    public static string Of(CallStatus status) => status switch
    {
        CallStatus.Queued => "queued",
        CallStatus.Initiated => "dialling",
        CallStatus.Ringing => "ringing",
        CallStatus.InProgress => "on the line now",
        CallStatus.Completed => "over",
        CallStatus.Busy => "busy",
        CallStatus.NoAnswer => "no answer",
        CallStatus.Failed => "failed",
        CallStatus.Canceled => "hung up before the answer",
    };

    public static string Of(ScriptStep step) => step switch
    {
        ScriptStep.Ring => "at the first ring",
        ScriptStep.WhoIsCalling => "when asked who is calling",
        ScriptStep.IsThatTheName => "when their name was read back",
        ScriptStep.HowIsItSpelled => "when asked to spell their name",
        ScriptStep.IsItSpelled => "when the spelling was read back",
        ScriptStep.IsThatTheNumber => "when their number was read back",
        ScriptStep.CanIHaveHerReturn => "when asked about a return",
        ScriptStep.IsThisTheNumber => "when asked whether the number is right",
        ScriptStep.WhatNumber => "when asked for a number",
        ScriptStep.Regarding => "when asked what it is regarding",
        ScriptStep.WhenReachable => "when asked when they can be reached",
        ScriptStep.Hold or ScriptStep.HoldAfterAll => "while holding for the boss",
        ScriptStep.HowTimeCritical => "when asked how time-critical it is",
        ScriptStep.MayIRecord => "when asked whether they may be recorded",
        ScriptStep.Recording => "while their message was recorded",
        ScriptStep.Message => "while leaving a message",
        ScriptStep.Goodbye => "after the goodbye",
        >= ScriptStep.OfficeWho => OfficeWords.Of(step),
    };

    /// <summary>Null where there is nothing to say about the number.</summary>
    public static string? Of(StirVerdict verdict) => verdict switch
    {
        StirVerdict.Unknown => null,
        StirVerdict.NotValidated => "unsigned: nobody vouches for the number",
        StirVerdict.Failed => "failed its validation: the number may be forged",
        StirVerdict.Passed => "signed",
        StirVerdict.PassedC => "signed where it entered the network: nobody vouches for the number",
        StirVerdict.PassedB => "their carrier knows the caller, not the number",
        StirVerdict.PassedA => "their carrier vouches for caller and number",
    };

    public static string Of(Unwanted unwanted) => unwanted switch
    {
        Unwanted.Blocked => "turned away: the number was blocked",
        Unwanted.WrongNumber => "said it was a wrong number",
        Unwanted.Recording => "sounds like a recording",
        Unwanted.Loop => "loop: our own call came back to the line",
    };

    /// <param name="seconds">Null while the carrier has none.</param>
    public static string Of(RecordingConsent consent, int? seconds) => (consent, seconds) switch
    {
        (RecordingConsent.Given, > 0 and var length) => $"a recording of {length} s (at the carrier)",
        (RecordingConsent.Given, null) => "the caller agreed; the carrier has not told of one yet",
        (RecordingConsent.Given, _) => "the caller agreed; the carrier has none",
        (RecordingConsent.Refused, _) => "refused: nothing was recorded",
        (RecordingConsent.Unanswered, _) => "asked for, not answered: nothing was recorded",
        _ => throw new InvalidOperationException($"No words for {consent}."),
    };

    public static string Of(ReminderState state) => state switch
    {
        ReminderState.Pending => "due",
        ReminderState.Sending => "being sent",
        ReminderState.Accepted => "sent",
        ReminderState.Delivered => "delivered",
        ReminderState.Failed => "did not get through",
        ReminderState.Cancelled => "not needed any more",
        ReminderState.Collapsed => "told together with others",
        ReminderState.Expired => "expired: shown on the sheet",
    };

    public static string Times(int times) => times switch
    {
        1 => "called once",
        2 => "called twice",
        _ => $"called {times} times",
    };

    /// <summary>For the eye: "(310) 555-0142", or E.164 where it is not North American.</summary>
    public static string Of(PhoneNumber number) =>
        number.E164 is ['+', '1', .. { Length: 10 } national] ? $"({national[..3]}) {national[3..6]}-{national[6..]}" : number.E164;
}
