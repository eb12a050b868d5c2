using FrontDesk.Desks;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Calls;

/// <summary>Which desk a call is for.</summary>
internal static class LineOfCall
{
    /// <summary>Null where no desk has claimed the number that was dialled.</summary>
    public static Desk? OnLineOf(this DeskBook desks, IncomingCall call) =>
        PhoneNumber.TryParse(call.Dialled, out var line) ? desks.OnLine(line) : null;
}
