using FrontDesk.Sheet;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reminders;

/// <summary>One text or one call to the boss, about one call or several.</summary>
public sealed record Nudge(Channel Channel, IntentPurpose Purpose, PhoneNumber To, IReadOnlyList<NudgedLine> Lines);

/// <summary>A reminder that is due, and the line of the sheet it is about.</summary>
public sealed record NudgedLine(DueReminder Reminder, SheetLine Line);
