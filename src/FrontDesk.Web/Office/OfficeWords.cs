using FrontDesk.Calls;
using FrontDesk.Office;

namespace FrontDesk.Web.Office;

/// <summary>Words for what a production office shows.</summary>
public static class OfficeWords
{
    public static string Of(ScriptStep step) => step switch
    {
        ScriptStep.OfficeWho => "when asked for the full name",
        ScriptStep.OfficeReferral => "when asked who referred them",
        ScriptStep.OfficeJob => "when asked which job it is",
        ScriptStep.OfficeResume => "when asked about the résumé",
        ScriptStep.OfficeComeIn => "when asked whether they could come in",
        ScriptStep.OfficeWhen => "when asked when they could come",
        ScriptStep.OfficeWhatNumber or ScriptStep.OfficeRightNumber => "when asked for a number",
        ScriptStep.OfficeIsThisTheNumber => "when asked whether the number is right",
        ScriptStep.OfficeMessage => "while leaving a message",
        ScriptStep.OfficeGoodbye => "after the goodbye",
        < ScriptStep.OfficeWho => throw new ArgumentOutOfRangeException(nameof(step), step, "That is no question of the office's."),
    };

    /// <summary>What is known, the referral first.</summary>
    public static IEnumerable<(string What, string Said)> Facts(OfficeNotes notes)
    {
        (string What, string? Said)[] facts =
        [
            ("Referred by", notes.ReferredBy ?? notes.Referred switch { true => "somebody", false => "nobody", null => null }),
            ("Department", notes.Department),
            ("Listing", notes.Listing is null ? null : notes.ToldNoCalls ? $"{notes.Listing} (no calls)" : notes.Listing),
            ("Job", string.Equals(notes.Job, notes.Listing, StringComparison.Ordinal) ? null : notes.Job),
            ("Résumé", notes.ResumeSent switch { true => "sent", false => "not sent yet", null => null }),
            ("Could come", notes.Availability switch
            {
                Availability.ComesNow => "at once",
                Availability.VideoNow => "by video, at once",
                Availability.Later => notes.When ?? "another time",
                null => null,
            }),
        ];
        return facts.Where(fact => fact.Said is not null).Select(fact => (fact.What, fact.Said!));
    }
}
