using FrontDesk.Reconciling;
using FrontDesk.Web.Data;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reconciling;

/// <summary>
/// What went out from our lines, by the carrier's list, against what we meant to send. An intent whose outcome is in doubt is settled by what is
/// listed; what no intent speaks of is told.
/// </summary>
public sealed class SentOut(Database database, Inquiry inquiry)
{
    /// <summary>One that was to go within this time may be the one in the list.</summary>
    private static readonly TimeSpan MostDelay = TimeSpan.FromDays(1);

    private const string InDoubt = "state in (1, 2, 3, 4) and state in (2, 3) and leased_until <= @now";

    /// <summary>Those nobody has in hand: sent, or not, and no word of it.</summary>
    public Task<int> CountInDoubtAsync(DateTimeOffset now, CancellationToken cancel) => database.ReadAsync(
        look => look.FirstOrDefaultAsync<int>($"select count(*) from intents where {InDoubt}", new { now }), cancel);

    /// <summary>Looks each of them up, as the reminder round does; nothing is sent.</summary>
    /// <returns>How many were settled by it.</returns>
    public async Task<int> SettleAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var doubtful = (await database.ReadAsync(look => IntentLog.OverdueAsync(look, now), cancel))
            .Where(intent => intent.State is IntentState.Sending or IntentState.Unknown).ToList();
        foreach (var intent in doubtful)
        {
            await inquiry.MakeAsync(intent, cancel);
        }

        var open = 0;
        foreach (var intent in doubtful)
        {
            var after = await database.ReadAsync(look => IntentLog.FindAsync(look, intent.Id), cancel);
            open += after is { State: IntentState.Sending or IntentState.Unknown } ? 1 : 0;
        }

        return doubtful.Count - open;
    }

    /// <summary>Of these, those some intent has.</summary>
    public Task<IReadOnlySet<string>> KnownAsync(IEnumerable<string> sids, CancellationToken cancel) => KnownSids.OfAsync(
        database,
        "select sid from intents where sid is not null and sid in @some",
        sids,
        cancel);

    /// <summary>What is listed and no intent has goes to the oldest intent it can be: one in doubt, or one that was given up as never sent.</summary>
    /// <returns>False where there is none.</returns>
    public Task<bool> AdoptAsync(Outgone sent, DateTimeOffset now, CancellationToken cancel) => database.WriteAsync(
        async work =>
        {
            var candidates = await work.QueryAsync<Guid>(
                """
                select id from intents
                where sid is null and channel = @Channel and to_number = @To and from_number = @From and created_at <= @latest and created_at > @earliest
                  and (state in (3, 5) or (state = 2 and leased_until <= @now))
                  and (channel = 2 or body = @Body)
                order by created_at, id
                """,
                new { sent.Channel, sent.To, sent.From, sent.Body, latest = sent.At + Comparing.Skew, earliest = sent.At - MostDelay, now });
            if (candidates is not [var first, ..] || await IntentLog.FindAsync(work, first) is not { } intent)
            {
                return false;
            }

            await IntentLog.AcceptAsync(work, first, sent.Sid, now);
            await SentTexts.FileAsync(work, intent, sent.Sid, now);
            return true;
        },
        cancel);
}

/// <summary>A call or a text that went out, as the carrier lists it.</summary>
public sealed record Outgone(Channel Channel, string Sid, PhoneNumber From, PhoneNumber To, string? Body, DateTimeOffset At);
