using FrontDesk.Calls;
using FrontDesk.Texts;
using FrontDesk.Web.Data;
using FrontDesk.Web.Nodes;

namespace FrontDesk.Web.Telephony;

/// <summary>Looks into what nobody has heard of for too long: was it ever sent, has the carrier it, did it arrive?</summary>
public sealed partial class Inquiry(Database database, ITelephony telephony, Outbox outbox, Presence presence, TimeProvider time, ILogger<Inquiry> log)
{
    /// <summary>The two clocks may differ by so much.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    public async Task MakeAsync(Intent intent, CancellationToken cancel)
    {
        switch (intent)
        {
            case { State: IntentState.Written, Purpose: IntentPurpose.Answer or IntentPurpose.CourtesyAnswer or IntentPurpose.Reach or IntentPurpose.Word or IntentPurpose.Connect or IntentPurpose.CallTheBoss or IntentPurpose.Alarm }:
                await outbox.SendAsync(intent, cancel);
                break;
            case { State: IntentState.Written }:
                await PutBackAsync(intent, cancel);
                break;
            case { State: IntentState.Sending or IntentState.Unknown }:
                await LookUpAsync(intent, cancel);
                break;
            case { State: IntentState.Accepted, Channel: Channel.Text }:
                await AskAfterTextAsync(intent, cancel);
                break;
            case { State: IntentState.Accepted, Channel: Channel.Call }:
                await AskAfterCallAsync(intent, cancel);
                break;
        }
    }

    /// <summary>Only the carrier's own list, and late enough for it to be complete, says that nothing went.</summary>
    private async Task LookUpAsync(Intent intent, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (!await database.WriteAsync(work => IntentLog.TakeAsync(work, intent, IntentState.Unknown, presence.Here, now), cancel))
        {
            return;
        }

        if (await CandidatesAsync(intent, now, cancel) is not { } candidates)
        {
            return;
        }

        var taken = intent with { State = IntentState.Unknown, Version = intent.Version + 1 };
        var found = await database.WriteAsync(work => AdoptAsync(work, taken, candidates, now), cancel);
        LogLookedUp(log, intent.Id, found ?? "nothing");
    }

    /// <returns>The ids it may have at the carrier, oldest first; null when the carrier could not be asked about every day.</returns>
    private async Task<IReadOnlyList<string>?> CandidatesAsync(Intent intent, DateTimeOffset now, CancellationToken cancel)
    {
        var sids = new List<string>();
        for (var day = Day(intent.CreatedAt - Skew); day <= Day(now); day = day.AddDays(1))
        {
            if (await MatchesAsync(intent, day, cancel) is not { } matches)
            {
                return null;
            }

            sids.AddRange(matches);
        }

        return sids;
    }

    private async Task<IEnumerable<string>?> MatchesAsync(Intent intent, DateOnly day, CancellationToken cancel) => intent.Channel switch
    {
        Channel.Text => (await telephony.ListTextsAsync(intent.ToNumber, day, cancel) as LookUp<IReadOnlyList<CarrierText>>.Found)?.Value
            .Where(text => Is(text.From, intent.FromNumber.E164) && Is(text.Body, intent.Body) && text.CreatedAt >= intent.CreatedAt - Skew)
            .OrderBy(text => text.CreatedAt).Select(text => text.Sid),
        Channel.Call => (await telephony.ListCallsAsync(intent.ToNumber, day, cancel) as LookUp<IReadOnlyList<CarrierCall>>.Found)?.Value
            .Where(call => Is(call.From, intent.FromNumber.E164) && call.CreatedAt >= intent.CreatedAt - Skew)
            .OrderBy(call => call.CreatedAt).Select(call => call.Sid),
    };

    /// <returns>The id adopted; null when nothing of it is at the carrier: it is put back, once the lists are sure to have what went.</returns>
    private static async Task<string?> AdoptAsync(Work work, Intent intent, IReadOnlyList<string> candidates, DateTimeOffset now)
    {
        if (!await IntentLog.IsStillAsync(work, intent))
        {
            return null;
        }

        foreach (var sid in candidates)
        {
            if (await work.FirstOrDefaultAsync<Guid?>("select id from intents where sid is not null and sid = @sid", new { sid }) is null)
            {
                await IntentLog.AcceptAsync(work, intent.Id, sid, now);
                await SentTexts.FileAsync(work, intent, sid, now);
                return sid;
            }
        }

        await (intent.ListedBy is { } listed && now < listed
            ? IntentLog.WaitAsync(work, intent.Id, IntentState.Unknown, listed, "not at the carrier yet")
            : IntentLog.PutBackAsync(work, intent.Id, now, null, "not at the carrier"));
        return null;
    }

    private async Task AskAfterTextAsync(Intent intent, CancellationToken cancel)
    {
        var asked = await telephony.FetchTextAsync(intent.Sid!, cancel);
        var now = time.GetUtcNow();
        await database.WriteAsync(
            work => asked switch
            {
                LookUp<CarrierText>.Found { Value: var text } =>
                    TextReceipt.TakeAsync(work, intent, TextStatusWord.Read(text.Status) ?? TextStatus.Queued, text.ErrorCode, isLast: true, now),
                LookUp<CarrierText>.Unreachable unreachable => IntentLog.WaitAsync(work, intent.Id, IntentState.Accepted, now + IntentLog.Lease, unreachable.Why),
                _ => IntentLog.PutBackAsync(work, intent.Id, now, null, "the carrier has lost it"),
            },
            cancel);
    }

    private async Task AskAfterCallAsync(Intent intent, CancellationToken cancel)
    {
        var asked = await telephony.FetchCallAsync(intent.Sid!, cancel);
        var now = time.GetUtcNow();
        await database.WriteAsync(
            work => asked switch
            {
                LookUp<CarrierCall>.Found { Value: var call } when CallStatusWord.Read(call.Status)?.IsOver() == false =>
                    IntentLog.WaitAsync(work, intent.Id, IntentState.Accepted, now + IntentLog.Lease, "still under way"),
                LookUp<CarrierCall>.Unreachable unreachable => IntentLog.WaitAsync(work, intent.Id, IntentState.Accepted, now + IntentLog.Lease, unreachable.Why),
                _ => IntentLog.PutBackAsync(work, intent.Id, now, null, "no key was pressed"),
            },
            cancel);
    }

    /// <summary>Unless somebody has begun to send it since it was read.</summary>
    private Task PutBackAsync(Intent intent, CancellationToken cancel) => database.WriteAsync(
        async work =>
        {
            if (await IntentLog.IsStillAsync(work, intent))
            {
                await IntentLog.PutBackAsync(work, intent.Id, time.GetUtcNow(), null, "never sent");
            }
        },
        cancel);

    private static bool Is(string? theirs, string? ours) => string.Equals(theirs, ours, StringComparison.Ordinal);

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outcome of {Intent} was unknown; the carrier has {Found}")]
    private static partial void LogLookedUp(ILogger logger, Guid intent, string found);
}
