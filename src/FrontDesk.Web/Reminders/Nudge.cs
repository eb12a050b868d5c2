using FrontDesk.Reminders;
using FrontDesk.Sheet;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reminders;

/// <summary>One text or one call to the boss or her assistant, about one call or several.</summary>
public sealed record Nudge(Channel Channel, IntentPurpose Purpose, PhoneNumber To, IReadOnlyList<NudgedLine> Lines);

/// <summary>A reminder that is due, the line of the sheet it is about, and where on its ladder it goes now.</summary>
public sealed record NudgedLine(DueReminder Reminder, SheetLine Line, RungStep? Step = null)
{
    /// <summary>The rung it takes, by which way, and which could not be taken before.</summary>
    public (int Rung, RungWay By, IReadOnlyList<RungSkip> Skipped) Taken => Step switch
    {
        RungStep.Goes goes => (goes.Rung, goes.By, goes.Skipped),
        RungStep.Rings rings => (rings.Rung, RungWay.TextThenCall, rings.Skipped),
        _ => throw new InvalidOperationException("Only what goes out takes a rung."),
    };
}
