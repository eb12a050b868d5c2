using FrontDesk.Reminders;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Pages;

/// <summary>One reminder as a page shows it: what was tried, what came of it, what comes next.</summary>
/// <param name="Reminding">How the desk reminds; null on a line no desk has claimed.</param>
public sealed record ReminderLife(LoggedReminder Reminder, IReadOnlyList<ReminderTry> Tries, Reminding? Reminding, DeskWhen When, bool ShowsWho = false);
