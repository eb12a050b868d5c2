using FrontDesk.Contacts;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Telephony;

/// <summary>How one of two comes into the room they meet in. Its name says nothing of either.</summary>
/// <param name="Told">Path and query that is told when the two hear each other.</param>
/// <param name="Starts">The two hear each other once one has come who starts it: the one who comes last (R12).</param>
/// <param name="After">Path and query of what follows; null to hang up.</param>
/// <param name="StarLeaves">Who is here may go on to that by pressing the star key.</param>
public sealed record Meeting(Guid Id, string Told, bool Starts, string? After = null, bool StarLeaves = false)
{
    public string Room => Id.ToString("N");

    /// <summary>The boss comes last, but for somebody who is too important not to be called back.</summary>
    public static async Task<bool> IsCallerLastAsync(Look look, Guid callId) => await look.FirstOrDefaultAsync<Standing?>(
        "select k.standing from calls c join contacts k on k.id = c.contact_id where c.id = @callId", new { callId }) == Standing.TooImportantNotTo;
}
