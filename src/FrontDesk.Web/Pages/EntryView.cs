using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Pages;

/// <summary>What an entry of a timeline needs to be shown.</summary>
public sealed record EntryView(TimelineEntry Entry, DeskWhen When, Contact Card, Desk Desk)
{
    /// <summary>A call from one of their assistants says whose it was.</summary>
    public string? Assistant(LoggedCall call) =>
        Card.Assistants.FirstOrDefault(assistant => assistant.Number is { } number && string.Equals(number.E164, call.CallerFrom, StringComparison.Ordinal))?.Name;

    public bool IsTheirs(LoggedCall call) => call.ContactId == Card.Id;
}
