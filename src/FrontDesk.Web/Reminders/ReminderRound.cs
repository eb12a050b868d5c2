using FrontDesk.Web.Connect;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Data;
using FrontDesk.Web.Reach;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reminders;

/// <summary>
/// One pass over what is due: settle chases that are over, plan, look into what is uncertain, claim, send; then copies. One that fails keeps none of the
/// others from its turn. What is asked of and told to the carrier goes one after the other for each desk, and desks go side by side. The rows are the
/// truth; whoever runs a round may be one of several.
/// </summary>
public sealed class ReminderRound(
    Database database, ReminderPlanning planning, ReminderClaim claim, ReachSettling reach, ConnectSettling connect, Inquiry inquiry, Outbox outbox, CopyRound copies, TimeProvider time)
{
    private long madeAt;

    /// <summary>When this node was last through with one; null before the first.</summary>
    public DateTimeOffset? MadeAt => Instant.OfMicroseconds(Interlocked.Read(ref madeAt) is var at and not 0 ? at : (long?)null);

    /// <returns>True when something was done, so that there may be more to do.</returns>
    /// <exception cref="AggregateException">What failed; the rest was done all the same.</exception>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        var done = 0;
        await Turns.OneByOneAsync<Func<CancellationToken, Task<int>>>(
            [reach.SettleAsync, connect.SettleAsync, planning.PlanAsync, RemindAsync, copies.MakeDueAsync],
            async part => done += await part(cancel),
            cancel);
        Interlocked.Exchange(ref madeAt, Instant.ToMicroseconds(time.GetUtcNow()));
        return done > 0;
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

    /// <returns>How much was looked into, and how much was to be sent.</returns>
    private async Task<int> RemindAsync(CancellationToken cancel)
    {
        var overdue = (await database.ReadAsync(look => IntentLog.OverdueAsync(look, time.GetUtcNow()), cancel)).ToLookup(intent => intent.DeskId);
        var due = await claim.DueAsync(cancel);
        var sent = 0;
        await Turns.SideBySideAsync(
            overdue.Select(intents => intents.Key).Union(due),
            async desk =>
            {
                foreach (var intent in overdue[desk])
                {
                    await inquiry.MakeAsync(intent, cancel);
                }

                var written = await claim.ClaimAsync(desk);
                Interlocked.Add(ref sent, written.Count);
                await outbox.SendAsync(written, cancel);
            },
            cancel);
        return overdue.Sum(intents => intents.Count()) + sent;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one < other || other is null ? one : other;
}
