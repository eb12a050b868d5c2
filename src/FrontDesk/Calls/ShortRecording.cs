using FrontDesk.Desks;

namespace FrontDesk.Calls;

/// <summary>Whether the caller may be recorded. The numbers stand in the books.</summary>
public enum RecordingConsent
{
    Given = 1,
    Refused = 2,

    /// <summary>Asked for; nothing was recorded.</summary>
    Unanswered = 3,
}

/// <summary>
/// What is left for a caller who was not understood, where the desk allows it: a short message in their own voice, once they were asked
/// and said yes. Nothing is recorded otherwise.
/// </summary>
internal static class ShortRecording
{
    /// <summary>Asked once, instead of the goodbye, when something that was asked for is missing still.</summary>
    public static bool IsOffered(CallNotes notes, Caller caller, Desk desk) =>
        desk.MayRecord && notes is { Recording: null, WantsReturn: not false, Unwanted: null }
        && (notes.Name is null || notes.Regarding is null || Ladder.NumberToConfirm(notes, caller) is null);

    /// <summary>The answer to "may I record a short message?"; anything but a yes records nothing.</summary>
    public static Taken ToMayI(CallNotes notes, bool? yes) => yes switch
    {
        true => new Taken(notes with { Recording = RecordingConsent.Given }, TakenResult.MayBeRecorded),
        false => new Taken(notes with { Recording = RecordingConsent.Refused }, TakenResult.Answered),
        null => new Taken(notes, TakenResult.Missed),
    };
}
