using FrontDesk.Contacts;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Reach;

/// <summary>How one of two comes into the room they meet in. Its name says nothing of either.</summary>
/// <param name="Starts">The two hear each other once one has come who starts it: the one who comes last (R12).</param>
/// <param name="After">Path and query of what follows; null to hang up.</param>
public sealed record Meeting(Guid ReachId, bool Starts, string? After = null)
{
    public string Room => ReachId.ToString("N");

    public string Told => $"/twilio/reach/room?reach={Room}";

    /// <summary>The boss comes last, but for a caller who is too important not to be called back.</summary>
    public static async Task<bool> IsCallerLastAsync(Look look, Guid callId) => await look.FirstOrDefaultAsync<Standing?>(
        "select k.standing from calls c join contacts k on k.id = c.contact_id where c.id = @callId", new { callId }) == Standing.TooImportantNotTo;
}
