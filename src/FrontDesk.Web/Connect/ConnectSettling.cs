using FrontDesk.Web.Data;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Connect;

/// <summary>Whoever has picked up and finds nobody in the room is not left there: after twenty seconds they are told, and the call ends (B71). Part of the round.</summary>
public sealed class ConnectSettling(Database database, ITelephony telephony, Settings settings, TimeProvider time)
{
    public static readonly TimeSpan Waits = TimeSpan.FromSeconds(20);

    // Longer than the wait, and than a house is down for; what is older has long been hung up.
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    /// <returns>How much there was to do.</returns>
    public async Task<int> SettleAsync(CancellationToken cancel)
    {
        var (now, settled) = (time.GetUtcNow(), 0);
        foreach (var alone in await database.ReadAsync(look => ConnectRows.AloneAsync(look, now - Waits, now - Lately), cancel))
        {
            if (await database.WriteAsync(work => ConnectRows.NeverMetAsync(work, alone.Id, now), cancel) == 1)
            {
                settled++;
                // Tried once: who is not told hears silence, and hangs up.
                await telephony.MoveCallAsync(alone.Sid, new Uri($"{settings.PublicUrl.OriginalString}/twilio/connect/alone?connection={alone.Id:N}"), cancel);
            }
        }

        return settled;
    }

    /// <summary>A party in an empty room.</summary>
    public sealed record AloneRow
    {
        public required Guid Id { get; init; }

        /// <summary>Of the call to them.</summary>
        public required string Sid { get; init; }
    }
}
