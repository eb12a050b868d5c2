using FrontDesk.Web.Connect;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Data;
using FrontDesk.Web.Reach;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reminders;

/// <summary>
/// One pass over what is due: settle chases that are over, plan, look into what is uncertain, claim, send; then copies. What is asked of and told
/// to the carrier goes one after the other for each desk, and desks go side by side. The rows are the truth; whoever runs a round may be one of several.
/// </summary>
public sealed class ReminderRound(
    Database database, ReminderPlanning planning, ReminderClaim claim, ReachSettling reach, ConnectSettling connect, Inquiry inquiry, Outbox outbox, CopyRound copies, TimeProvider time)
{
    private long madeAt;

    /// <summary>When this node was last through with one; null before the first.</summary>
    public DateTimeOffset? MadeAt => Instant.OfMicroseconds(Interlocked.Read(ref madeAt) is var at and not 0 ? at : (long?)null);

    /// <returns>True when something was done, so that there may be more to do.</returns>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        var settled = await reach.SettleAsync(cancel) + await connect.SettleAsync(cancel);
        var planned = await planning.PlanAsync(cancel);
        var overdue = await database.ReadAsync(look => IntentLog.OverdueAsync(look, time.GetUtcNow()), cancel);
        await SideBySide.EachAsync(overdue.GroupBy(intent => intent.DeskId), intents => InquireAsync(intents, cancel), cancel);
        var reminded = await RemindAsync(cancel);
        var made = await copies.MakeDueAsync(cancel);
        Interlocked.Exchange(ref madeAt, Instant.ToMicroseconds(time.GetUtcNow()));
        return settled + planned + overdue.Count + reminded + made > 0;
    }

    /// <summary>Rounds until nothing is due.</summary>
    /// <returns>When the next one has something to do, as far as is known; null too while what is due was left by a round, which stays left for a while.</returns>
    public async Task<DateTimeOffset?> CatchUpAsync(CancellationToken cancel)
    {
        DateTimeOffset asked;
        do
        {
            asked = time.GetUtcNow();
        }
        while (await RunAsync(cancel));

        // What fell due since the last round looked has not been left by it.
        return await NextAsync(cancel) is { } next && next > asked ? next : null;
    }

    /// <summary>When the next round has something to do, as far as is known now.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancel)
    {
        var toRemind = await database.ReadAsync(async look => Earlier(await ReminderRows.NextDueAsync(look), await IntentLog.NextAsync(look)), cancel);
        return Earlier(toRemind, copies.NextAt());
    }

    private async Task InquireAsync(IEnumerable<Intent> intents, CancellationToken cancel)
    {
        foreach (var intent in intents)
        {
            await inquiry.MakeAsync(intent, cancel);
        }
    }

    /// <returns>How much was to be sent.</returns>
    private async Task<int> RemindAsync(CancellationToken cancel)
    {
        var sent = 0;
        await SideBySide.EachAsync(
            await claim.DueAsync(cancel),
            async desk =>
            {
                var written = await claim.ClaimAsync(desk);
                Interlocked.Add(ref sent, written.Count);
                await outbox.SendAsync(written, cancel);
            },
            cancel);
        return sent;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one < other || other is null ? one : other;
}
