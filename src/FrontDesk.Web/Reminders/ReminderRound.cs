using FrontDesk.Web.Data;
using FrontDesk.Web.Reach;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reminders;

/// <summary>One pass over what is due: settle chases that are over, plan, look into what is uncertain, claim, send. The rows are the truth; whoever runs a round may be one of several.</summary>
public sealed class ReminderRound(Database database, ReminderPlanning planning, ReminderClaim claim, ReachSettling reach, Inquiry inquiry, Outbox outbox, TimeProvider time)
{
    /// <returns>True when something was done, so that there may be more to do.</returns>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        var settled = await reach.SettleAsync(cancel);
        var planned = await planning.PlanAsync(cancel);
        var overdue = await database.ReadAsync(look => IntentLog.OverdueAsync(look, time.GetUtcNow()), cancel);
        foreach (var intent in overdue)
        {
            await inquiry.MakeAsync(intent, cancel);
        }

        var written = await claim.ClaimAsync(cancel);
        foreach (var intent in written)
        {
            await outbox.SendAsync(intent, cancel);
        }

        return settled + planned + overdue.Count + written.Count > 0;
    }

    /// <summary>When the next round has something to do, as far as is known now.</summary>
    public Task<DateTimeOffset?> NextAsync(CancellationToken cancel) => database.ReadAsync(
        async look => Earlier(await ReminderRows.NextDueAsync(look), await IntentLog.NextAsync(look)), cancel);

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one < other || other is null ? one : other;
}
